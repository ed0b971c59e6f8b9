import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testDatabases } from '../../../../tests/support/databases.ts';
import { callBy, type House, openHouse, SYSTEM } from '../../../../tests/support/house.ts';
import { addProject } from '../../../../tests/support/people.ts';
import { FIRST_PREVIOUS_HASH, hashOfEvent } from '../../store/events/append-events.ts';
import { perform } from '../action.ts';
import { updateProject } from '../projects/update-project.ts';
import { verifyLog } from './verify-log.ts';

type Tampering = (house: House) => Promise<unknown>;

const at = (position: number) => ({ projectId_position: { projectId: 'shop', position } });
const entry = (house: House, position: number) =>
  house.database.reader.event.findUniqueOrThrow({ where: at(position) });
const write = (house: House, change: Parameters<House['database']['inTransaction']>[0]) =>
  house.database.inTransaction(change);

/** Moves an entry as an UPDATE would: nothing but its place. */
const move = (house: House, from: number, to: number) =>
  write(house, (t) => t.event.update({ where: at(from), data: { position: to } }));

/** Room for one more, as somebody would make it who slips an entry in. */
async function pushAlong(house: House, from: number): Promise<void> {
  for (let position = 5; position >= from; position -= 1) await move(house, position, position + 1);
  await write(house, (t) =>
    t.projectLog.update({ where: { projectId: 'shop' }, data: { position: 6 } }),
  );
}

async function insert(house: House, position: number, more: object): Promise<void> {
  const forged = { ...(await entry(house, position + 1)), position, ...more };
  await write(house, (t) => t.event.create({ data: { ...forged, hash: hashOfEvent(forged) } }));
}

/** What was done to the log, what verifying it names, and where. */
const TAMPERINGS: readonly [string, Tampering, string, number][] = [
  [
    'a changed actor',
    (house) =>
      write(house, (t) => t.event.update({ where: at(2), data: { actorName: 'Mallory' } })),
    'altered',
    2,
  ],
  [
    'one changed byte of the details',
    async (house) => {
      const { details } = await entry(house, 3);
      const changed = details.replace('title', 'titlf');
      expect(changed).not.toBe(details);
      await write(house, (t) => t.event.update({ where: at(3), data: { details: changed } }));
    },
    'altered',
    3,
  ],
  [
    'a time moved by a millisecond',
    async (house) => {
      const { at: time } = await entry(house, 4);
      const moved = new Date(time.getTime() + 1);
      await write(house, (t) => t.event.update({ where: at(4), data: { at: moved } }));
    },
    'altered',
    4,
  ],
  [
    'one changed byte of a hash',
    (house) =>
      write(house, (t) => t.event.update({ where: at(2), data: { hash: 'f'.repeat(64) } })),
    'altered',
    2,
  ],
  ['a deleted row', (house) => write(house, (t) => t.event.delete({ where: at(3) })), 'missing', 3],
  [
    'a deleted row with the others moved up',
    async (house) => {
      await write(house, (t) => t.event.delete({ where: at(2) }));
      for (const position of [3, 4, 5]) await move(house, position, position - 1);
    },
    'reordered',
    2,
  ],
  [
    'two neighbours swapped',
    async (house) => {
      await move(house, 2, 99);
      await move(house, 3, 2);
      await move(house, 99, 3);
    },
    'reordered',
    2,
  ],
  [
    'two rows swapped far from each other',
    async (house) => {
      await move(house, 2, 99);
      await move(house, 5, 2);
      await move(house, 99, 5);
    },
    'reordered',
    2,
  ],
  [
    'an entry changed and sealed again',
    async (house) => {
      const forged = { ...(await entry(house, 2)), actorName: 'Mallory' };
      const data = { actorName: forged.actorName, hash: hashOfEvent(forged) };
      await write(house, (t) => t.event.update({ where: at(2), data }));
    },
    'inserted',
    3,
  ],
  [
    'an entry slipped in with the right hash of the one before',
    async (house) => {
      await pushAlong(house, 3);
      const { hash } = await entry(house, 2);
      await insert(house, 3, { actorName: 'Mallory', previousHash: hash });
    },
    'inserted',
    3,
  ],
  [
    'an entry slipped in that follows nothing',
    async (house) => {
      await pushAlong(house, 3);
      await insert(house, 3, { actorName: 'Mallory', previousHash: 'a'.repeat(64) });
    },
    'inserted',
    3,
  ],
  [
    'the newest entry gone',
    (house) => write(house, (t) => t.event.delete({ where: at(5) })),
    'cut',
    5,
  ],
  [
    'all entries gone',
    (house) => write(house, (t) => t.event.deleteMany({ where: { projectId: 'shop' } })),
    'cut',
    1,
  ],
];

describe.each(testDatabases())('a log on $name', (on) => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse({ on });
    await addProject(house, 'shop');
    for (const title of ['One', 'Two', 'Three', 'Four']) {
      house.pass(1);
      await perform(updateProject, house, callBy(SYSTEM), { project: 'shop', title });
    }
  });
  afterEach(() => house.close());

  const verify = (input: object = {}) =>
    perform(verifyLog, house, callBy(SYSTEM), { project: 'shop', ...input });

  test('that nobody touched is intact, and says where it ends', async () => {
    const verified = await verify();
    expect(verified).toMatchObject({ project: 'shop', intact: true, position: 5, fault: null });
    const { position, head_hash: hash } = verified;
    expect(await verify({ earlier: `${position}:${hash}` })).toMatchObject({ intact: true });
  });

  test.each(TAMPERINGS)('names %s', async (_what, tamper, code, position) => {
    await tamper(house);
    expect((await verify()).fault).toEqual({ code, position, revision: null });
  });

  test('that was cut with its head moved back is found out by an earlier head', async () => {
    const { position, head_hash: hash } = await verify();
    const newest = await entry(house, 5);
    await write(house, async (t) => {
      await t.event.delete({ where: at(5) });
      await t.projectLog.update({
        where: { projectId: 'shop' },
        data: { position: 4, headHash: newest.previousHash },
      });
    });
    expect((await verify()).intact).toBe(true);
    expect((await verify({ earlier: `${position}:${hash}` })).fault).toEqual({
      code: 'cut',
      position: 5,
      revision: null,
    });
    const other = await verify({ earlier: `1:${FIRST_PREVIOUS_HASH}` });
    expect(other.fault).toEqual({ code: 'replaced', position: 1, revision: null });
  });

  test('that was written anew from some entry on is found out by an earlier head', async () => {
    const { position, head_hash: hash } = await verify();
    let previousHash = (await entry(house, 2)).hash;
    for (const place of [3, 4, 5]) {
      const forged = { ...(await entry(house, place)), actorName: 'Mallory', previousHash };
      previousHash = hashOfEvent(forged);
      const data = { ...forged, hash: previousHash };
      await write(house, (t) => t.event.update({ where: at(place), data }));
    }
    await write(house, (t) =>
      t.projectLog.update({ where: { projectId: 'shop' }, data: { headHash: previousHash } }),
    );
    // The page on the chain says so: without an earlier head this can't be seen.
    expect((await verify()).intact).toBe(true);
    const { fault } = await verify({ earlier: `${position}:${hash}` });
    expect(fault).toEqual({ code: 'replaced', position: 5, revision: null });
  });
});
