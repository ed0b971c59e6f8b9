/** What a schema of fields must keep to beyond its shape: bounds that a document can meet, patterns that end, names that exist. */
import { FIELD_CHARACTERS_MAX, PATTERN_TEXT_CHARACTERS_MAX } from './limits.ts';
import { isSafePattern } from './safe-pattern.ts';
import type { FieldKind } from './vocabulary.ts';

/** One field, as far as rules look at it. */
export interface FieldFacts {
  readonly type: FieldKind;
  readonly enum?: readonly string[] | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly pattern?: string | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly items?: FieldFacts | undefined;
  readonly properties?: Readonly<Record<string, FieldFacts>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly 'x-texts'?:
    | Readonly<Record<string, { readonly options?: readonly string[] | undefined } | undefined>>
    | undefined;
}

export type FieldFaultCode =
  | 'unbounded'
  | 'pattern_unsafe'
  | 'required_unknown'
  | 'range_empty'
  | 'options_uneven';

export interface FieldFault {
  readonly path: string;
  readonly code: FieldFaultCode;
}

/** Every fault of a schema, the root's `properties` and `required` included. `path` is where the schema stands. */
export function faultsOfFields(schema: FieldFacts, path: string): FieldFault[] {
  switch (schema.type) {
    case 'string':
      return faultsOfText(schema, path);
    case 'integer':
    case 'number':
      return emptyRange(schema.minimum, schema.maximum, `${path}.maximum`);
    case 'boolean':
      return [];
    case 'array':
      return [
        ...emptyRange(schema.minItems, schema.maxItems, `${path}.maxItems`),
        ...(schema.items === undefined ? [] : faultsOfFields(schema.items, `${path}.items`)),
      ];
    case 'object':
      return faultsOfMembers(schema, path);
  }
}

function faultsOfMembers(
  { properties = {}, required = [] }: FieldFacts,
  path: string,
): FieldFault[] {
  return [
    ...Object.entries(properties).flatMap(([name, field]) =>
      faultsOfFields(field, `${path}.properties.${name}`),
    ),
    ...required.flatMap((name, index): FieldFault[] =>
      Object.hasOwn(properties, name)
        ? []
        : [{ path: `${path}.required[${index}]`, code: 'required_unknown' }],
    ),
  ];
}

function faultsOfText(field: FieldFacts, path: string): FieldFault[] {
  const { minLength, maxLength, pattern } = field;
  if (field.enum !== undefined) return unevenOptions(field, path);
  if (maxLength === undefined || maxLength > FIELD_CHARACTERS_MAX) {
    return [{ path: `${path}.maxLength`, code: 'unbounded' }];
  }
  return [
    ...emptyRange(minLength, maxLength, `${path}.maxLength`),
    ...(pattern === undefined || mayRun(pattern, maxLength)
      ? []
      : [{ path: `${path}.pattern`, code: 'pattern_unsafe' } as const]),
  ];
}

function mayRun(pattern: string, maxLength: number): boolean {
  return maxLength <= PATTERN_TEXT_CHARACTERS_MAX && isSafePattern(pattern, maxLength);
}

/** The words for the options in a language stand in the options' order, one each. */
function unevenOptions(field: FieldFacts, path: string): FieldFault[] {
  return Object.entries(field['x-texts'] ?? {}).flatMap(([language, texts]): FieldFault[] =>
    texts?.options === undefined || texts.options.length === field.enum?.length
      ? []
      : [{ path: `${path}.x-texts.${language}.options`, code: 'options_uneven' }],
  );
}

function emptyRange(min: number | undefined, max: number | undefined, path: string): FieldFault[] {
  return min !== undefined && max !== undefined && min > max ? [{ path, code: 'range_empty' }] : [];
}
