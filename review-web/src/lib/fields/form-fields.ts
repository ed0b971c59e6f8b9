/** The form a type's fields make, and the fields a filled form makes. Holds no rule: what doesn't fit, the server says. */

/** A schema as the server tells it: closed, bounded, in the reader's language. */
interface Schema {
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  /** What the values of `enum` are called. */
  readonly 'x-options'?: readonly string[];
  readonly maxLength?: number;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly required: boolean;
  /** `lines`: one value a line. `rows`: a table, each row with these columns. */
  readonly kind: 'line' | 'text' | 'date' | 'choice' | 'number' | 'tick' | 'lines' | 'rows';
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly step: '1' | 'any';
  readonly charactersMax: number | undefined;
  readonly columns: readonly FormField[];
  readonly rowsMax: number;
}

/** Before the names of a write form's inputs. */
export const FIELDS_PREFIX = 'fields:';

/** Longer texts get a box of several lines. */
const LINE_CHARACTERS_MAX = 200;
/** As many rows a list may have at most. */
const ROWS_MAX = 100;

export function formFields(fields: unknown): FormField[] {
  const { properties = {}, required = [] } = fields as Schema;
  return Object.entries(properties).map(([name, schema]) =>
    fieldOf(name, schema, required.includes(name)),
  );
}

function fieldOf(name: string, schema: Schema, required: boolean): FormField {
  const { items } = schema;
  return {
    name,
    label: schema.title ?? name,
    hint: schema.description,
    required,
    kind: kindOf(schema),
    options: (schema.enum ?? []).map((value, place) => ({
      value,
      label: schema['x-options']?.[place] ?? value,
    })),
    min: schema.minimum,
    max: schema.maximum,
    step: schema.type === 'integer' ? '1' : 'any',
    charactersMax: schema.maxLength,
    columns: items?.type === 'object' ? formFields(items) : [],
    rowsMax: Math.min(schema.maxItems ?? ROWS_MAX, ROWS_MAX),
  };
}

function kindOf({ type, enum: values, items, maxLength, format }: Schema): FormField['kind'] {
  switch (type) {
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'tick';
    case 'array':
      return items?.type === 'object' ? 'rows' : 'lines';
    default:
      if (values !== undefined) return 'choice';
      if (format === 'date') return 'date';
      return (maxLength ?? 0) > LINE_CHARACTERS_MAX ? 'text' : 'line';
  }
}

type Texts = Readonly<Record<string, string | undefined>>;

/** Inputs are named `<prefix><field>`, and in a table `<prefix><field>.<row>.<column>`. */
export function inputName(prefix: string, field: string, row?: number, column?: string): string {
  return row === undefined ? prefix + field : `${prefix}${field}.${row}.${column}`;
}

/** What was filled in; an empty input is a field that isn't there. */
export function fieldsOfForm(
  fields: unknown,
  texts: Texts,
  prefix: string,
): Record<string, unknown> {
  const { properties = {} } = fields as Schema;
  return present(
    Object.entries(properties).map(([name, schema]) => [
      name,
      fieldValue(name, schema, texts, prefix),
    ]),
  );
}

function fieldValue(name: string, schema: Schema, texts: Texts, prefix: string): unknown {
  const text = texts[inputName(prefix, name)];
  if (schema.type !== 'array') return plainValue(schema, text);
  const { items } = schema;
  if (items?.type === 'object') return rowsOf(name, items, texts, prefix);
  const lines = (text ?? '').split(/\r?\n/).map((line) => line.trim());
  const values = lines.flatMap((line) => (line === '' ? [] : [plainValue(items, line)]));
  return values.length === 0 ? undefined : values;
}

function rowsOf(name: string, items: Schema, texts: Texts, prefix: string): unknown {
  const columns = Object.entries(items.properties ?? {});
  const rows: Record<string, unknown>[] = [];
  for (let row = 0; row < ROWS_MAX; row += 1) {
    const members = columns.map(([column, schema]): [string, unknown] => [
      column,
      plainValue(schema, texts[inputName(prefix, name, row, column)]),
    ]);
    const filled = present(members);
    if (Object.keys(filled).length > 0) rows.push(filled);
  }
  return rows.length === 0 ? undefined : rows;
}

/** What isn't a number stays as it was written: the server says so beside the field. */
function plainValue(schema: Schema | undefined, text: string | undefined): unknown {
  const said = text?.replaceAll('\r\n', '\n').trim() ?? '';
  if (said === '') return undefined;
  if (schema?.type === 'boolean') return said === 'true';
  if (schema?.type !== 'integer' && schema?.type !== 'number') return said;
  const number = Number(said);
  return Number.isFinite(number) ? number : said;
}

function present(members: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

/** The other way round: what stands in the inputs for fields that are there. */
export function textsOfFields(
  fields: Readonly<Record<string, unknown>>,
  prefix: string,
): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!Array.isArray(value)) texts[inputName(prefix, name)] = String(value);
    else if (value.some((item) => typeof item === 'object')) {
      for (const [row, item] of value.entries()) {
        for (const [column, member] of Object.entries(item as object)) {
          texts[inputName(prefix, name, row, column)] = String(member);
        }
      }
    } else texts[inputName(prefix, name)] = value.join('\n');
  }
  return texts;
}

/** How many rows of a table are filled. */
export function filledRows(texts: Texts, prefix: string, { name, columns }: FormField): number {
  let rows = 0;
  for (let row = 0; row < ROWS_MAX; row += 1) {
    if (columns.some((column) => texts[inputName(prefix, name, row, column.name)])) rows = row + 1;
  }
  return rows;
}
