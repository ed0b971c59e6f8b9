import { type Database, isNotFound, isUniqueViolation, openDatabase } from '@flowgate/database';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DroppableDatabase, testDatabases } from '../support/databases.ts';

const NOW = new Date('2026-01-02T03:04:05.678Z');

describe.each(testDatabases())('transactions on $name', (maker) => {
  let place: DroppableDatabase;
  let database: Database;
  let statements: string[];

  beforeEach(async () => {
    place = await maker.fresh();
    statements = [];
    database = await openDatabase(place.url, { onStatement: (sql) => statements.push(sql) });
    await addLog('shop');
    statements.length = 0;
  });

  afterEach(async () => {
    await database.close();
    await place.drop();
  });

  const addLog = (projectId: string) =>
    database.inTransaction((transaction) =>
      transaction.projectLog.create({ data: { projectId, position: 0, headHash: 'none' } }),
    );

  const advance = () =>
    database.inTransaction((transaction) =>
      transaction.projectLog.updateMany({
        where: { projectId: 'shop' },
        data: { position: { increment: 1 } },
      }),
    );

  test('a time comes back to the millisecond', async () => {
    await database.inTransaction((transaction) =>
      transaction.timer.create({
        data: { id: 'a', dueAt: NOW, kind: 'held', subject: 'd', createdAt: NOW },
      }),
    );
    expect(await database.reader.timer.findUnique({ where: { id: 'a' } })).toMatchObject({
      dueAt: NOW,
    });
  });

  test('a read outside neither sees an open transaction nor becomes part of it', async () => {
    const counts: number[] = [];
    const failure = new Error('changed my mind');
    const attempt = database.inTransaction(async (transaction) => {
      await transaction.projectLog.create({
        data: { projectId: 'pub', position: 0, headHash: 'none' },
      });
      counts.push(await database.reader.projectLog.count(), await transaction.projectLog.count());
      throw failure;
    });
    await expect(attempt).rejects.toBe(failure);
    expect([...counts, await database.reader.projectLog.count()]).toEqual([1, 2, 1]);
  });

  test('a failure inside rolls all of it back and reaches the caller', async () => {
    const failure = new Error('no');
    const attempt = database.inTransaction(async (transaction) => {
      await transaction.projectLog.deleteMany();
      throw failure;
    });
    await expect(attempt).rejects.toBe(failure);
    expect(await database.reader.projectLog.count()).toBe(1);
  });

  test('transactions of one process that start together all happen', async () => {
    await Promise.all(Array.from({ length: 30 }, advance));
    expect(await database.reader.projectLog.findFirst()).toMatchObject({ position: 30 });
  });

  test('two databases opened on one place take turns', async () => {
    const other = await openDatabase(place.url);
    const advanceThere = () =>
      other.inTransaction((transaction) =>
        transaction.projectLog.updateMany({
          where: { projectId: 'shop' },
          data: { position: { increment: 1 } },
        }),
      );
    await Promise.all(Array.from({ length: 10 }, () => [advance(), advanceThere()]).flat());
    await other.close();
    expect(await database.reader.projectLog.findFirst()).toMatchObject({ position: 20 });
  });

  test('transactions that read before they write are not run in vain on SQLite', async () => {
    // Each takes the write lock when it begins. On a server the second waits at its first write instead.
    if (maker.name !== 'sqlite') return;
    const other = await openDatabase(place.url);
    let runs = 0;
    const readAndAdvance = (on: Database) =>
      on.inTransaction(async (transaction) => {
        runs += 1;
        const { position } = await transaction.projectLog.findFirstOrThrow();
        await transaction.projectLog.updateMany({ data: { position: position + 1 } });
      });
    await Promise.all(
      Array.from({ length: 10 }, () => [readAndAdvance(database), readAndAdvance(other)]).flat(),
    );
    await other.close();
    expect(runs).toBe(20);
    expect(await database.reader.projectLog.findFirst()).toMatchObject({ position: 20 });
  });

  test('two transactions that lock each other out both happen', async () => {
    await addLog('pub');
    const move = (first: string, second: string) =>
      database.inTransaction(async (transaction) => {
        for (const projectId of [first, second]) {
          await transaction.projectLog.updateMany({
            where: { projectId },
            data: { position: { increment: 1 } },
          });
          // Gives the other one its turn, so that on a server each holds what the other wants next.
          await database.ping();
        }
      });
    await Promise.all([move('shop', 'pub'), move('pub', 'shop')]);
    expect(await database.reader.projectLog.findMany()).toMatchObject([
      { position: 2 },
      { position: 2 },
    ]);
  });

  test('a repeated transaction sees what was committed meanwhile', async () => {
    await Promise.all(
      Array.from({ length: 5 }, () =>
        database.inTransaction(async (transaction) => {
          await transaction.projectLog.updateMany({
            where: { projectId: 'shop' },
            data: { position: { increment: 1 } },
          });
          const { position } = await transaction.projectLog.findUniqueOrThrow({
            where: { projectId: 'shop' },
          });
          await transaction.event.create({ data: eventAt(position) });
        }),
      ),
    );
    const events = await database.reader.event.findMany({ orderBy: { position: 'asc' } });
    expect(events.map((event) => event.position)).toEqual([1, 2, 3, 4, 5]);
  });

  test('the key that is taken is told apart from the row that is missing', async () => {
    const taken = await addLog('shop').catch((error: unknown) => error);
    const missing = await database
      .inTransaction((transaction) =>
        transaction.projectLog.update({ where: { projectId: 'none' }, data: { position: 1 } }),
      )
      .catch((error: unknown) => error);
    expect([taken, missing].map(isUniqueViolation)).toEqual([true, false]);
    expect([taken, missing].map(isNotFound)).toEqual([false, true]);
  });

  test('a row that points to nothing is refused', async () => {
    const attempt = database.inTransaction((transaction) =>
      transaction.module.create({
        data: { id: 'no.default', projectId: 'no', name: 'default', groupCount: 0, createdAt: NOW },
      }),
    );
    await expect(attempt).rejects.toThrow();
  });

  test('a transaction inside a transaction is refused instead of waiting for itself', async () => {
    const attempt = database.inTransaction(() => advance());
    await expect(attempt).rejects.toThrow(/inside a transaction/);
    await advance();
  });

  test('a transaction on a server sees what others commit while it runs', async () => {
    // On SQLite nobody else can: it holds the only write lock.
    if (maker.name === 'sqlite') return;
    const other = await openDatabase(place.url);
    await database.inTransaction(async (transaction) => {
      await transaction.timer.count();
      const before = await transaction.projectLog.findMany();
      await other.inTransaction((elsewhere) =>
        elsewhere.projectLog.updateMany({ data: { position: 7 } }),
      );
      const after = await transaction.projectLog.findMany();
      expect([before, after]).toMatchObject([[{ position: 0 }], [{ position: 7 }]]);
    });
    await other.close();
  });

  test('the listener hears every statement from BEGIN to COMMIT', async () => {
    await advance();
    expect(statements.map((sql) => sql.split(' ')[0])).toEqual(['BEGIN', 'UPDATE', 'COMMIT']);
  });

  test('the count of an update tells of the rows found, changed or not', async () => {
    const same = await database.inTransaction((transaction) =>
      transaction.projectLog.updateMany({ where: { projectId: 'shop' }, data: { position: 0 } }),
    );
    expect(same.count).toBe(1);
  });
});

function eventAt(position: number) {
  return {
    projectId: 'shop',
    position,
    kind: 'document.submitted',
    at: NOW,
    actorKind: 'person',
    actorId: 'p',
    actorName: 'Ada',
    details: '{}',
    previousHash: '',
    hash: '',
  };
}
