import { openDatabase } from '@flowgate/database';
import { migrationStatus } from '@flowgate/database/migrate';
import { describe, expect, test } from 'vitest';
import { testDatabases } from '../support/databases.ts';
import { killProgramAfter, runProgram } from './run-program.ts';

describe.each(testDatabases())('several processes on $name', (maker) => {
  test('count without a gap and without taking a number twice', async () => {
    const { url, drop } = await maker.fresh();
    const database = await openDatabase(url);
    await database.inTransaction((transaction) =>
      transaction.projectLog.create({ data: { projectId: 'shop', position: 0, headHash: '' } }),
    );
    const names = ['ada', 'grace', 'edsger'];
    await Promise.all(names.map((name) => runProgram('advance-log', url, name, '20')));
    const events = await database.reader.event.findMany({ orderBy: { position: 'asc' } });
    expect(events.map((event) => event.position)).toEqual(
      Array.from({ length: 60 }, (_, place) => place + 1),
    );
    expect(new Set(events.map((event) => event.actorId))).toEqual(new Set(names));
    await database.close();
    await drop();
  });

  test('that are killed lose nothing acknowledged and leave nothing half done', async () => {
    const { url, drop } = await maker.fresh();
    const database = await openDatabase(url);
    await database.inTransaction((transaction) =>
      transaction.projectLog.create({ data: { projectId: 'shop', position: 0, headHash: '' } }),
    );
    const acknowledged = await killProgramAfter(7, 'advance-log', url, 'ada', '1000');
    // Waits for whatever the killed one still holds, as the first transaction after a crash does.
    await database.inTransaction((transaction) =>
      transaction.projectLog.updateMany({ data: { headHash: 'touched' } }),
    );
    const log = await database.reader.projectLog.findUniqueOrThrow({
      where: { projectId: 'shop' },
    });
    const events = await database.reader.event.findMany({ orderBy: { position: 'asc' } });
    expect(log.position).toBeGreaterThanOrEqual(Number(acknowledged));
    expect(events.map((event) => event.position)).toEqual(
      Array.from({ length: log.position }, (_, place) => place + 1),
    );
    await database.close();
    await drop();
  });

  test('that start at once on an empty database migrate it once', async () => {
    const { url, drop } = await maker.empty();
    const { pending } = await migrationStatus(url);
    const printed = await Promise.all([
      runProgram('apply-migrations', url),
      runProgram('apply-migrations', url),
      runProgram('apply-migrations', url),
    ]);
    expect(printed.sort()).toEqual(['', '', pending.join(',')]);
    expect(await migrationStatus(url)).toMatchObject({ state: 'ready', applied: pending });
    await drop();
  });
});
