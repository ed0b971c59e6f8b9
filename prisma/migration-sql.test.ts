import { expect, test } from 'vitest';
import { PROVIDERS } from './compose-schemas.ts';
import { type Existing, migrationSql } from './migration-sql.ts';
import { parseModels } from './read-models.ts';

const BEFORE: Existing = new Map([
  ['person', { columns: new Set(['id']), keys: new Set(['person_id_idx']) }],
]);

const after = (fields: string) => parseModels(`model person {\n id String @id\n ${fields}\n}`);

test('nothing is written when nothing is missing', () => {
  for (const provider of PROVIDERS) {
    expect(migrationSql(provider, after('@@index([id])'), BEFORE)).toBe('');
  }
});

test('a column that may be null and an index are added on each database', () => {
  const tables = after('born DateTime?\n @@index([id])\n @@index([born])');
  expect(PROVIDERS.map((provider) => migrationSql(provider, tables, BEFORE))).toEqual([
    `-- AlterTable\nALTER TABLE "person" ADD COLUMN "born" DATETIME;\n\n-- CreateIndex\nCREATE INDEX "person_born_idx" ON "person"("born");\n`,
    `-- AlterTable\nALTER TABLE "person" ADD COLUMN "born" TIMESTAMP(3);\n\n-- CreateIndex\nCREATE INDEX "person_born_idx" ON "person"("born");\n`,
    '-- AlterTable\nALTER TABLE `person` ADD COLUMN `born` DATETIME(3) NULL;\n\n-- CreateIndex\nCREATE INDEX `person_born_idx` ON `person`(`born`);\n',
  ]);
});

test('a required column in a table that may have rows is left to a person', () => {
  for (const provider of PROVIDERS) {
    expect(() => migrationSql(provider, after('born DateTime'), BEFORE)).toThrow(
      /person.born .* by hand/,
    );
  }
});
