/**
 * Once per run, before and after all tests: says which databases are skipped, gives the run its name, and in the end
 * removes every database that bears it, also those that a failed test left behind.
 */
import { randomBytes } from 'node:crypto';
import { answers, SERVERS, wantedDatabases } from './database-servers.ts';
import { dropDatabasesOfRun } from './databases.ts';

export async function setup(): Promise<void> {
  process.env['FLOWGATE_TEST_RUN'] ??= randomBytes(4).toString('hex');
  for (const name of wantedDatabases()) {
    if (name === 'sqlite' || (await answers(name))) continue;
    const line = `No ${name} server answers at ${SERVERS[name].host}`;
    if (process.env['FLOWGATE_REQUIRE_ALL'] === '1') {
      throw new Error(`${line}, and FLOWGATE_REQUIRE_ALL=1 asks for all of them.`);
    }
    console.warn(`${line}: its tests are skipped.`);
  }
}

export async function teardown(): Promise<void> {
  await dropDatabasesOfRun();
}
