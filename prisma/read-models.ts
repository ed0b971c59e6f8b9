/**
 * Reads `models/*.prisma` into tables: what the composed schemas, the migrations and the drift tests are derived from.
 * It knows only the part of Prisma's language that the models use, and stops at anything else:
 * a construct it skipped in silence would be missing from the SQL.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const SCALARS = [
  'String',
  'Int',
  'BigInt',
  'Float',
  'Boolean',
  'DateTime',
  'Bytes',
] as const;
export type Scalar = (typeof SCALARS)[number];

export interface Column {
  field: string;
  name: string;
  type: Scalar;
  nullable: boolean;
  /** Marked `/// @long`: a text without a bound worth naming. */
  long: boolean;
}

export interface Key {
  name: string;
  columns: string[];
}

export interface ForeignKey extends Key {
  table: string;
  references: string[];
  onDelete: 'RESTRICT' | 'SET NULL' | 'CASCADE';
}

export interface Table {
  model: string;
  name: string;
  columns: Column[];
  primaryKey: string[];
  uniques: Key[];
  indexes: Key[];
  foreignKeys: ForeignKey[];
}

const MODELS_FOLDER = join(import.meta.dirname, 'models');

/** The whole text of the models, file by file in alphabetical order, each under its file's name. */
export function readModelsText(folder = MODELS_FOLDER): string {
  const files = readdirSync(folder).filter((file) => file.endsWith('.prisma'));
  return files
    .sort()
    .map((file) => `// models/${file}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`)
    .join('\n');
}

/** The tables that the models describe. Throws a sentence naming the line it doesn't understand. */
export function parseModels(text: string): Table[] {
  const blocks = splitBlocks(text);
  const tableNames = new Map(blocks.map((block) => [block.model, tableNameOf(block)]));
  return blocks.map((block) => parseTable(block, blocks, tableNames));
}

interface Field {
  name: string;
  column: string;
  type: string;
  nullable: boolean;
  list: boolean;
  long: boolean;
  attributes: string;
}

interface Block {
  model: string;
  fields: Field[];
  attributes: string[];
}

function splitBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let long = false;
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '/// @long') long = true;
    if (line === '' || line.startsWith('//')) continue;
    const opening = /^model (\w+) \{$/.exec(line);
    if (opening?.[1]) {
      open = { model: opening[1], fields: [], attributes: [] };
      blocks.push(open);
    } else if (line === '}') {
      open = undefined;
    } else if (!open) {
      throw unknown(line);
    } else if (line.startsWith('@@')) {
      open.attributes.push(line);
    } else {
      open.fields.push(parseField(line, long));
      long = false;
    }
  }
  return blocks;
}

function parseField(line: string, long: boolean): Field {
  const match = /^(\w+)\s+(\w+)(\?|\[\])?((?:\s+@[\w.]+(?:\((?:[^()]|\([^()]*\))*\))?)*)$/.exec(
    line,
  );
  if (!match) throw unknown(line);
  const [, name = '', type = '', suffix, attributes = ''] = match;
  for (const [, attribute] of attributes.matchAll(/@(\w+)/g)) {
    if (!['id', 'unique', 'map', 'relation', 'db'].includes(attribute ?? '')) throw unknown(line);
  }
  const column = /@map\("(\w+)"\)/.exec(attributes)?.[1] ?? name;
  return { name, column, type, nullable: suffix === '?', list: suffix === '[]', long, attributes };
}

function tableNameOf(block: Block): string {
  const map = block.attributes.find((attribute) => attribute.startsWith('@@map('));
  return /^@@map\("(\w+)"\)$/.exec(map ?? '')?.[1] ?? block.model;
}

function parseTable(block: Block, blocks: Block[], tableNames: Map<string, string>): Table {
  const name = tableNameOf(block);
  const scalars = block.fields.filter((field) => isScalar(field.type));
  const columnsOf = (target: Block, list: string) =>
    list.split(',').map((part) => {
      const field = target.fields.find((candidate) => candidate.name === part.trim());
      if (!field) throw unknown(`${target.model}: [${list}]`);
      return field.column;
    });
  const table: Table = {
    model: block.model,
    name,
    columns: scalars.map(toColumn),
    primaryKey: [],
    uniques: [],
    indexes: [],
    foreignKeys: [],
  };
  const key = (columns: string[], ending: string): Key => ({
    name: keyName([name, ...columns, ending].join('_')),
    columns,
  });
  for (const field of block.fields) {
    if (/@id\b/.test(field.attributes)) table.primaryKey = [field.column];
    if (/@unique\b/.test(field.attributes)) table.uniques.push(key([field.column], 'key'));
    if (isScalar(field.type)) continue;
    const target = blocks.find((candidate) => candidate.model === field.type);
    if (!target) throw unknown(`${block.model}.${field.name} ${field.type}`);
    const relation = /@relation\((.*)\)/.exec(field.attributes)?.[1];
    if (relation === undefined) continue;
    const parts = /^fields: \[([^\]]+)\], references: \[([^\]]+)\](?:, onDelete: (\w+))?$/.exec(
      relation,
    );
    if (!parts?.[1] || !parts[2]) throw unknown(`@relation(${relation})`);
    table.foreignKeys.push({
      ...key(columnsOf(block, parts[1]), 'fkey'),
      table: tableNames.get(target.model) ?? target.model,
      references: columnsOf(target, parts[2]),
      onDelete: onDelete(parts[3], field.nullable),
    });
  }
  for (const attribute of block.attributes) {
    const parts = /^@@(id|unique|index)\(\[([^\]]+)\]\)$/.exec(attribute);
    if (!parts?.[2]) {
      if (attribute.startsWith('@@map(')) continue;
      throw unknown(attribute);
    }
    const columns = columnsOf(block, parts[2]);
    if (parts[1] === 'id') table.primaryKey = columns;
    if (parts[1] === 'unique') table.uniques.push(key(columns, 'key'));
    if (parts[1] === 'index') table.indexes.push(key(columns, 'idx'));
  }
  if (table.primaryKey.length === 0) throw new Error(`The model ${block.model} has no @id.`);
  return table;
}

function toColumn(field: Field): Column {
  if (!isScalar(field.type) || field.list) throw unknown(`${field.name} ${field.type}`);
  const { name, column, type, nullable, long } = field;
  return { field: name, name: column, type, nullable, long };
}

/** Prisma's own default: what is optional is emptied, what is required stands in the way. */
function onDelete(action: string | undefined, nullable: boolean): ForeignKey['onDelete'] {
  if (action === undefined) return nullable ? 'SET NULL' : 'RESTRICT';
  if (action === 'Cascade') return 'CASCADE';
  if (action === 'Restrict') return 'RESTRICT';
  if (action === 'SetNull') return 'SET NULL';
  throw unknown(`onDelete: ${action}`);
}

/** PostgreSQL cuts names at 63 bytes in silence; Prisma would shorten them by a rule of its own. */
function keyName(name: string): string {
  if (name.length > 63) throw new Error(`The name ${name} is longer than 63 bytes.`);
  return name;
}

function isScalar(type: string): type is Scalar {
  return (SCALARS as readonly string[]).includes(type);
}

function unknown(line: string): Error {
  return new Error(`read-models.ts does not know how to read "${line}". Teach it, or write it so.`);
}
