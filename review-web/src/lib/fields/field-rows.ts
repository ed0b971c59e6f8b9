/** A schema of fields as rows that a person edits, and back. What a row has no input for is kept in `more`, as JSON. */

type Members = Readonly<Record<string, unknown>>;

export const ROW_KINDS = [
  'line',
  'text',
  'choice',
  'integer',
  'number',
  'tick',
  'date',
  'lines',
  'rows',
] as const;
export type RowKind = (typeof ROW_KINDS)[number];

export interface FieldRow {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly kind: RowKind;
  readonly required: boolean;
  /** Characters, items or the largest value, by its kind. */
  readonly limit: string;
  /** Of a choice its values, of a table its columns (`name*` is required), one a line. */
  readonly options: string;
  /** Further members of the schema, as JSON; empty for none. */
  readonly more: string;
}

export const EMPTY_ROW: FieldRow = {
  name: '',
  title: '',
  description: '',
  kind: 'line',
  required: false,
  limit: '',
  options: '',
  more: '',
};

const LINE_CHARACTERS = 200;
const TEXT_CHARACTERS = 4_000;
const LIST_ITEMS = 50;
const LIST_ITEM = { type: 'string', maxLength: 300 };

/** Members of a schema that stand in inputs of a row, by its kind. */
const LIMIT_MEMBER: Readonly<Record<RowKind, string | null>> = {
  line: 'maxLength',
  text: 'maxLength',
  choice: null,
  integer: 'maximum',
  number: 'maximum',
  tick: null,
  date: null,
  lines: 'maxItems',
  rows: 'maxItems',
};

export function rowsOfSchema(schema: unknown): FieldRow[] {
  const { properties = {}, required = [] } = schema as {
    properties?: Readonly<Record<string, Members>>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, field]) =>
    rowOfField(name, field, required.includes(name)),
  );
}

function rowOfField(name: string, field: Members, required: boolean): FieldRow {
  const kind = kindOf(field);
  const { type: _type, title = '', description = '', ...rest } = field;
  const more: Record<string, unknown> = { ...rest };
  const limitMember = LIMIT_MEMBER[kind];
  const limit = limitMember === null ? undefined : more[limitMember];
  if (limitMember !== null) delete more[limitMember];
  let options = '';
  if (kind === 'choice') {
    options = (field['enum'] as string[]).join('\n');
    delete more['enum'];
  }
  if (kind === 'date') {
    delete more['format'];
    delete more['maxLength'];
  }
  if (kind === 'lines' && same(field['items'], LIST_ITEM)) delete more['items'];
  const columns = kind === 'rows' ? columnsOf(field['items'] as Members) : null;
  if (columns !== null) {
    options = columns;
    delete more['items'];
  }
  return {
    name,
    title: String(title),
    description: String(description),
    kind,
    required,
    limit: limit === undefined ? '' : String(limit),
    options,
    more: Object.keys(more).length === 0 ? '' : JSON.stringify(more, null, 2),
  };
}

function kindOf({ type, enum: values, format, maxLength, items }: Members): RowKind {
  if (type === 'integer' || type === 'number') return type;
  if (type === 'boolean') return 'tick';
  if (type === 'array') return (items as Members)['type'] === 'object' ? 'rows' : 'lines';
  if (values !== undefined) return 'choice';
  if (format === 'date' && maxLength === 10) return 'date';
  return Number(maxLength) > LINE_CHARACTERS ? 'text' : 'line';
}

/** Null: the columns are more than plain texts, and stay JSON. */
function columnsOf(items: Members): string | null {
  const { properties = {}, required = [] } = items as {
    properties?: Readonly<Record<string, Members>>;
    required?: readonly string[];
  };
  const plain = tableOf(
    Object.keys(properties).map((name) => (required.includes(name) ? `${name}*` : name)),
  );
  return same(items, plain) ? columnLines(Object.keys(properties), required) : null;
}

function columnLines(names: readonly string[], required: readonly string[]): string {
  return names.map((name) => (required.includes(name) ? `${name}*` : name)).join('\n');
}

function tableOf(columns: readonly string[]): Members {
  const named = columns.map((column) => column.replace(/\*$/, ''));
  const required = columns.flatMap((column) => (column.endsWith('*') ? [column.slice(0, -1)] : []));
  return {
    type: 'object',
    properties: Object.fromEntries(named.map((name) => [name, { ...LIST_ITEM }])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

/** Rows without a name are rows nobody filled in. `more` that is no JSON throws a SyntaxError. */
export function schemaOfRows(rows: readonly FieldRow[]): Members {
  const named = rows.filter(({ name }) => name.trim() !== '');
  const required = named.flatMap((row) => (row.required ? [row.name.trim()] : []));
  return {
    type: 'object',
    properties: Object.fromEntries(named.map((row) => [row.name.trim(), fieldOfRow(row)])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

function fieldOfRow(row: FieldRow): Members {
  const { kind, limit, options } = row;
  const lines = options
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const more = row.more.trim() === '' ? {} : (JSON.parse(row.more) as Members);
  const words = {
    ...(row.title.trim() === '' ? {} : { title: row.title.trim() }),
    ...(row.description.trim() === '' ? {} : { description: row.description.trim() }),
  };
  const most = limit.trim() === '' ? undefined : Number(limit);
  return { ...membersOf(kind, lines, most), ...words, ...more };
}

function membersOf(kind: RowKind, lines: readonly string[], most: number | undefined): Members {
  switch (kind) {
    case 'choice':
      return { type: 'string', enum: lines };
    case 'integer':
    case 'number':
      return { type: kind, ...(most === undefined ? {} : { maximum: most }) };
    case 'tick':
      return { type: 'boolean' };
    case 'date':
      return { type: 'string', format: 'date', maxLength: 10 };
    case 'lines':
      return { type: 'array', maxItems: most ?? LIST_ITEMS, items: { ...LIST_ITEM } };
    case 'rows':
      return {
        type: 'array',
        maxItems: most ?? LIST_ITEMS,
        ...(lines.length === 0 ? {} : { items: tableOf(lines) }),
      };
    default:
      return {
        type: 'string',
        maxLength: most ?? (kind === 'text' ? TEXT_CHARACTERS : LINE_CHARACTERS),
      };
  }
}

/** Rows of a form: `field-name`, `field-title`, … each as often as there are rows; ticks carry their row's number. */
export function rowsOfForm(form: FormData): FieldRow[] {
  const list = (name: string) => form.getAll(`field-${name}`).map(String);
  const [titles, descriptions, kinds] = [list('title'), list('description'), list('kind')];
  const [limits, options, more] = [list('limit'), list('options'), list('more')];
  const required = new Set(list('required'));
  return list('name').map((name, row) => ({
    name,
    title: titles[row] ?? '',
    description: descriptions[row] ?? '',
    kind: ROW_KINDS.find((kind) => kind === kinds[row]) ?? 'line',
    required: required.has(String(row)),
    limit: limits[row] ?? '',
    options: options[row] ?? '',
    more: more[row] ?? '',
  }));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}
