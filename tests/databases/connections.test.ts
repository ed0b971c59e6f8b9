import { openDatabase } from '@flowgate/database';
import { describe, expect, test } from 'vitest';
import { parseDatabaseUrl } from '../../prisma/database-url.ts';
import { connectForMigrations } from '../../prisma/migration-connection.ts';
import { testDatabases } from '../support/databases.ts';

/** Cuts every connection to this database but its own, as a restart of the server would. */
async function cutConnections(url: string): Promise<void> {
  const connection = await connectForMigrations(parseDatabaseUrl(url), false);
  if (!connection) throw new Error('There is no such database.');
  if (url.startsWith('postgresql:')) {
    await connection.rows(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
  } else {
    const others = await connection.rows(
      'SELECT id AS id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()',
    );
    for (const { id } of others) await connection.rows(`KILL ${id}`);
  }
  await connection.close();
}

describe.each(testDatabases())('connections to $name', (maker) => {
  test('that the server cuts are replaced', async () => {
    if (maker.name === 'sqlite') return;
    const { url, drop } = await maker.fresh();
    const database = await openDatabase(url);
    await Promise.all(Array.from({ length: 5 }, () => database.reader.timer.count()));
    await cutConnections(url);
    const answer = () => database.reader.timer.count().catch(() => 'not yet');
    await expect.poll(answer, { timeout: 10_000 }).toBe(0);
    const inTransaction = () =>
      database.inTransaction((transaction) => transaction.timer.count()).catch(() => 'not yet');
    await expect.poll(inTransaction, { timeout: 10_000 }).toBe(0);
    await database.close();
    await drop();
  });

  test('that cannot be made are told in a sentence without the password', async () => {
    const { url, drop } = await maker.empty();
    await drop();
    const wrong =
      maker.name === 'sqlite' ? 'file:/dev/null/x.db' : url.replace('://', '://ada:s3cret@');
    const address = wrong.replace(/s3cret@[^@/]*@/, 's3cret@');
    const failure = await openDatabase(address).catch((error: unknown) => String(error));
    expect(failure).toMatch(/can't be opened: .+\. Check that it exists and runs/);
    expect(failure).not.toContain('s3cret');
  });
});

test.each([
  ['', 'begins with none of the known schemes'],
  ['redis://ada:s3cret@host/0', 'begins with none of the known schemes'],
  ['postgresql://ada:s3c@ret@/flow[gate', "can't be read"],
  ['mysql://ada:s3cret@host:3306', 'names no database'],
  ['file::memory:', 'must name a file'],
])('the address "%s" is refused in a sentence that does not repeat it', async (url, sentence) => {
  const failure = await openDatabase(url).catch((error: unknown) => String(error));
  expect(failure).toContain(sentence);
  expect(failure).not.toMatch(/s3c/);
});
