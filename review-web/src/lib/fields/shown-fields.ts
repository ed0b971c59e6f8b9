/** A document's fields as people read them: named and worded as their type says, a list item a line. */
import { type FormField, formFields } from './form-fields.ts';

export interface ShownField {
  readonly name: string;
  readonly label: string;
  readonly lines: readonly string[];
}

export interface TruthWords {
  readonly yes: string;
  readonly no: string;
}

/** In the order of the type; a field that its type no longer knows comes last, under its name. */
export function shownFields(
  schema: unknown,
  fields: Readonly<Record<string, unknown>>,
  words: TruthWords,
): ShownField[] {
  const known = formFields(schema).filter(({ name }) => fields[name] !== undefined);
  const names = new Set(known.map(({ name }) => name));
  const others = Object.entries(fields).filter(([name]) => !names.has(name));
  return [
    ...known.map((field) => ({
      name: field.name,
      label: field.label,
      lines: linesOf(field, fields[field.name], words),
    })),
    ...others.map(([name, value]) => ({ name, label: name, lines: [asText(value)] })),
  ];
}

function linesOf(field: FormField, value: unknown, words: TruthWords): string[] {
  if (!Array.isArray(value)) return [wordOf(field, value, words)];
  if (field.kind !== 'rows') return value.map((item) => wordOf(field, item, words));
  return value.map((row: Record<string, unknown>) =>
    field.columns
      .filter(({ name }) => row[name] !== undefined)
      .map((column) => `${column.label}: ${wordOf(column, row[column.name], words)}`)
      .join(' · '),
  );
}

function wordOf({ options }: FormField, value: unknown, { yes, no }: TruthWords): string {
  if (typeof value === 'boolean') return value ? yes : no;
  return options.find((option) => option.value === value)?.label ?? asText(value);
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
