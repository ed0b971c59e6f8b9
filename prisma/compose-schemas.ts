/**
 * Composes `<database>/schema.prisma` for the three databases from `models/*.prisma`.
 * The models name no database and no native type; what differs stands here and nowhere else.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseModels, readModelsText } from './read-models.ts';

export const PROVIDERS = ['sqlite', 'postgresql', 'mysql'] as const;
export type Provider = (typeof PROVIDERS)[number];

/** What an unmarked string holds on MySQL, in characters: Prisma's own default. Four of them fit into one index. */
export const MYSQL_STRING_LENGTH = 191;

/** Strings that are longer than that, yet not a text: their lengths on MySQL, in characters. None is indexed. */
export const MYSQL_STRING_LENGTHS: Readonly<Record<string, number>> = {
  'Attachment.fileName': 512,
  'Document.title': 512,
  'Document.titleLower': 512,
  'Group.title': 512,
  'Project.repository': 2048,
  'Project.title': 512,
  'Session.userAgent': 512,
  'Token.scopes': 512,
  'Token.types': 512,
  'Token.label': 512,
};

const HEADER = `// Composed from prisma/models by prisma/compose-schemas.ts. Edit the models, then run \`pnpm run prepare:clients\`.
`;

/** The composed schema of one database, as it is committed. */
export function composeSchema(provider: Provider, models = readModelsText()): string {
  return `${HEADER}
generator client {
  provider               = "prisma-client"
  output                 = "../clients/${provider}"
  runtime                = "nodejs"
  moduleFormat           = "esm"
  generatedFileExtension = "ts"
  importFileExtension    = "ts"
}

datasource db {
  provider = "${provider}"
}

${provider === 'mysql' ? withMysqlTypes(models) : models}`;
}

/** Where the composed schema of a database is committed. */
export function schemaPath(provider: Provider): string {
  return join(import.meta.dirname, provider, 'schema.prisma');
}

/** Writes all three. */
export function composeSchemas(): void {
  const models = readModelsText();
  for (const provider of PROVIDERS) {
    mkdirSync(join(import.meta.dirname, provider), { recursive: true });
    writeFileSync(schemaPath(provider), composeSchema(provider, models));
  }
}

/** A String without a word is VARCHAR(191) on MySQL; a plain TEXT would end at 64 KiB. */
function withMysqlTypes(models: string): string {
  const tables = new Map(parseModels(models).map((table) => [table.model, table]));
  let model = '';
  const lines = models.split('\n').map((line) => {
    model = /^model (\w+) \{$/.exec(line)?.[1] ?? model;
    const field = /^ {2}(\w+)/.exec(line)?.[1];
    const column = tables.get(model)?.columns.find((candidate) => candidate.field === field);
    if (column?.type !== 'String') return line;
    if (column.long) return `${line} @db.LongText`;
    const length = mysqlLength(model, column.field);
    return length === MYSQL_STRING_LENGTH ? line : `${line} @db.VarChar(${length})`;
  });
  return lines.join('\n');
}

/** How many characters a string that isn't `@long` holds on MySQL. */
export function mysqlLength(model: string, field: string): number {
  return MYSQL_STRING_LENGTHS[`${model}.${field}`] ?? MYSQL_STRING_LENGTH;
}
