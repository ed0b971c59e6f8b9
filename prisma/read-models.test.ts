import { expect, test } from 'vitest';
import { MYSQL_STRING_LENGTHS } from './compose-schemas.ts';
import { parseModels, readModelsText } from './read-models.ts';

test('a model becomes a table with its columns, keys and links', () => {
  const [, session] = parseModels(`
    model Person {
      id String @id
      sessions Session[]
      @@map("person")
    }
    /// Where somebody is signed in.
    model Session {
      personId String? @map("person_id")
      number   Int
      hash     String  @unique
      /// @long
      note     String?
      person   Person? @relation(fields: [personId], references: [id])
      @@id([personId, number])
      @@index([number])
      @@map("session")
    }`);
  const column = { nullable: false, long: false };
  expect(session).toEqual({
    model: 'Session',
    name: 'session',
    columns: [
      { ...column, field: 'personId', name: 'person_id', type: 'String', nullable: true },
      { ...column, field: 'number', name: 'number', type: 'Int' },
      { ...column, field: 'hash', name: 'hash', type: 'String' },
      { field: 'note', name: 'note', type: 'String', nullable: true, long: true },
    ],
    primaryKey: ['person_id', 'number'],
    uniques: [{ name: 'session_hash_key', columns: ['hash'] }],
    indexes: [{ name: 'session_number_idx', columns: ['number'] }],
    foreignKeys: [
      {
        name: 'session_person_id_fkey',
        columns: ['person_id'],
        table: 'person',
        references: ['id'],
        onDelete: 'SET NULL',
      },
    ],
  });
});

test.each([
  ['a default', 'id String @id @default(uuid())'],
  ['an enum', 'id String @id\n state State'],
  ['a list of scalars', 'id String @id\n tags String[]'],
  ['a sorted index', 'id String @id\n @@index([id(sort: Desc)])'],
  ['an unknown field in a key', 'id String @id\n @@index([title])'],
])('%s is refused rather than skipped', (_what, fields) => {
  expect(() => parseModels(`model Thing {\n ${fields}\n}`)).toThrow(/read-models.ts/);
});

test('every string with a length of its own is a field of the models, and in no key', () => {
  const tables = parseModels(readModelsText());
  for (const name of Object.keys(MYSQL_STRING_LENGTHS)) {
    const [model, field] = name.split('.');
    const table = tables.find((candidate) => candidate.model === model);
    const column = table?.columns.find((candidate) => candidate.field === field);
    expect(column, name).toMatchObject({ type: 'String', long: false });
    const keys = [...(table?.uniques ?? []), ...(table?.indexes ?? [])].flatMap(
      (key) => key.columns,
    );
    expect(keys).not.toContain(column?.name);
  }
});

test('a long text is in no key: MySQL could not index it whole', () => {
  for (const table of parseModels(readModelsText())) {
    const long = table.columns.filter((column) => column.long).map((column) => column.name);
    const keys = [...table.uniques, ...table.indexes, ...table.foreignKeys];
    for (const key of [...keys, { columns: table.primaryKey }]) {
      expect(key.columns.filter((column) => long.includes(column))).toEqual([]);
    }
  }
});
