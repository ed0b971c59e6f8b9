import { type Database, isUniqueViolation, openDatabase } from '@flowgate/database';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DroppableDatabase, testDatabases } from '../support/databases.ts';

const NOW = new Date('2026-01-02T03:04:05.678Z');

describe.each(testDatabases())('texts on $name', (maker) => {
  let place: DroppableDatabase;
  let database: Database;

  beforeEach(async () => {
    place = await maker.fresh();
    database = await openDatabase(place.url);
  });

  afterEach(async () => {
    await database.close();
    await place.drop();
  });

  const addTimer = (id: string, subject = 'none') =>
    database.inTransaction((transaction) =>
      transaction.timer.create({ data: { id, dueAt: NOW, kind: 'k', subject, createdAt: NOW } }),
    );

  test('that differ in case or accents only are different keys', async () => {
    for (const id of ['fg_aB', 'fg_Ab', 'fg_áB', 'fg_ßb', 'fg_ssb']) await addTimer(id);
    expect(await database.reader.timer.count()).toBe(5);
    expect(await database.reader.timer.findMany({ where: { id: 'fg_AB' } })).toEqual([]);
  });

  test('that are the same key are refused', async () => {
    await addTimer('fg_aB');
    const failure = await addTimer('fg_aB').catch((error: unknown) => error);
    expect(isUniqueViolation(failure)).toBe(true);
  });

  test('come back as they went in, in every script', async () => {
    const text = `한국어 日本語 naïve 👩‍👩‍👧 'quoted' "twice" \\n \\ % _ \t\n; -- $1 ? é é`;
    await addTimer('a', text);
    expect((await database.reader.timer.findFirst({ where: { subject: text } }))?.id).toBe('a');
    expect((await database.reader.timer.findFirst())?.subject).toBe(text);
  });

  test('are ordered by code point', async () => {
    for (const id of ['b', 'B', 'a', 'A', 'é', '_', '한', '0002-T', '0002-R']) await addTimer(id);
    const rows = await database.reader.timer.findMany({ orderBy: { id: 'asc' } });
    const order = ['0002-R', '0002-T', 'A', 'B', '_', 'a', 'b', 'é', '한'];
    expect(rows.map(({ id }) => id)).toEqual(order);
  });

  test('longer than a MiB fit where a field is marked long', async () => {
    const instructions = '글'.repeat(2 * 1024 * 1024);
    await database.inTransaction((transaction) =>
      transaction.project.create({
        data: {
          id: 'shop',
          title: 'Shop',
          language: 'en',
          fourEyes: false,
          unattended: false,
          instructions,
          version: 1,
          createdAt: NOW,
        },
      }),
    );
    const project = await database.reader.project.findUniqueOrThrow({ where: { id: 'shop' } });
    expect(project.instructions === instructions).toBe(true);
  });

  test('too long for their column are refused, never cut', async () => {
    const attempt = addTimer('a', 'x'.repeat(192));
    // Only MySQL names a length: the other two take any.
    if (maker.name === 'mysql') await expect(attempt).rejects.toThrow();
    else await attempt;
    const [kept] = await database.reader.timer.findMany();
    expect(kept?.subject.length).toBe(maker.name === 'mysql' ? undefined : 192);
  });

  test('that differ in trailing spaces are the same key on MySQL alone', async () => {
    // utf8mb4_bin pads; the collations that don't bear other names on MySQL and on MariaDB.
    // So nothing that is compared may end in a space: the doors trim.
    await addTimer('a');
    const failure = await addTimer('a ').catch((error: unknown) => error);
    expect(isUniqueViolation(failure)).toBe(maker.name === 'mysql');
  });
});
