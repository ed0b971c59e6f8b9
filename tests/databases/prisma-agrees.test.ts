import { applyMigrations } from '@flowgate/database/migrate';
import { describe, expect, test } from 'vitest';
import { parseDatabaseUrl } from '../../prisma/database-url.ts';
import { connectForMigrations } from '../../prisma/migration-connection.ts';
import { splitStatements } from '../../prisma/migration-files.ts';
import { testDatabases } from '../support/databases.ts';
import { type LiveSchema, readLiveSchema } from './live-schema.ts';
import { diagnose, openSchemaEngine, prismaSql } from './schema-engine.ts';

describe.each(testDatabases())("Prisma's own engine on $name", (maker) => {
  const { name } = maker;
  if (name === 'mysql') {
    test.skip('is not to be had for MySQL', () => undefined);
    return;
  }

  test('makes the very tables that our migrations make', async () => {
    const [ours, theirs] = [await maker.fresh(), await maker.empty()];
    const engine = await openSchemaEngine(name, theirs.url);
    const connection = await connectForMigrations(parseDatabaseUrl(theirs.url), true);
    for (const statement of splitStatements(await prismaSql(engine, name))) {
      await connection?.rows(statement);
    }
    await connection?.close();
    expect(withoutCollation(await readLiveSchema(ours.url))).toEqual(
      withoutCollation(await readLiveSchema(theirs.url)),
    );
    await ours.drop();
    await theirs.drop();
  });

  test('finds our records in order, as `prisma migrate status` would', async () => {
    const { url, drop } = await maker.empty();
    await applyMigrations(url);
    const engine = await openSchemaEngine(name, url);
    expect(await diagnose(engine, name)).toEqual({
      hasMigrationsTable: true,
      history: null,
      failedMigrationNames: [],
      editedMigrationNames: [],
    });
    await drop();
  });
});

/** Prisma names no collation; ours orders by code point on PostgreSQL. */
function withoutCollation(schema: LiveSchema): LiveSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll(/"text (?:C|default)/g, '"text'));
}
