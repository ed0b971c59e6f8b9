import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testDatabases } from '../../../../tests/support/databases.ts';
import { callBy, type House, openHouse, SYSTEM } from '../../../../tests/support/house.ts';
import { addProject } from '../../../../tests/support/people.ts';
import { FIRST_PREVIOUS_HASH, hashOfEvent } from '../../store/events/append-events.ts';
import { perform } from '../action.ts';
import { updateProject } from '../projects/update-project.ts';
import { verifyLog } from './verify-log.ts';

describe.each(testDatabases())('a log on $name', (on) => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse({ on });
    await addProject(house, 'shop');
    for (const title of ['One', 'Two', 'Three']) {
      house.pass(1);
      await perform(updateProject, house, callBy(SYSTEM), { project: 'shop', title });
    }
  });
  afterEach(() => house.close());

  const verify = (input: object = {}) =>
    perform(verifyLog, house, callBy(SYSTEM), { project: 'shop', ...input });
  const tamper = (change: Parameters<House['database']['inTransaction']>[0]) =>
    house.database.inTransaction(change);
  const at = (position: number) => ({
    projectId_position: { projectId: 'shop', position },
  });

  test('that nobody touched is intact, and says where it ends', async () => {
    const verified = await verify();
    expect(verified).toMatchObject({ project: 'shop', intact: true, position: 4, fault: null });
    const { position, head_hash: hash } = verified;
    expect(await verify({ earlier: { position, hash } })).toMatchObject({ intact: true });
  });

  test('in which an entry was changed says which', async () => {
    await tamper((t) => t.event.update({ where: at(2), data: { actorName: 'Mallory' } }));
    expect((await verify()).fault).toEqual({ code: 'altered', position: 2 });
  });

  test('from which an entry was removed says which', async () => {
    await tamper((t) => t.event.delete({ where: at(3) }));
    expect((await verify()).fault).toEqual({ code: 'missing', position: 3 });
  });

  test('in which an entry was changed and sealed again no longer fits the next one', async () => {
    const event = await house.database.reader.event.findUniqueOrThrow({ where: at(2) });
    const forged = { ...event, actorName: 'Mallory' };
    await tamper((t) =>
      t.event.update({
        where: at(2),
        data: { actorName: forged.actorName, hash: hashOfEvent(forged) },
      }),
    );
    expect((await verify()).fault).toEqual({ code: 'inserted', position: 3 });
  });

  test('whose newest entries are gone says where it was cut', async () => {
    await tamper((t) => t.event.delete({ where: at(4) }));
    expect((await verify()).fault).toEqual({ code: 'cut', position: 4 });
  });

  test('that was cut with its head moved back is found out by an earlier head', async () => {
    const { position, head_hash: hash } = await verify();
    const newest = await house.database.reader.event.findUniqueOrThrow({ where: at(4) });
    await tamper(async (t) => {
      await t.event.delete({ where: at(4) });
      await t.projectLog.update({
        where: { projectId: 'shop' },
        data: { position: 3, headHash: newest.previousHash },
      });
    });
    expect((await verify()).intact).toBe(true);
    expect((await verify({ earlier: { position, hash } })).fault).toEqual({
      code: 'cut',
      position: 4,
    });
    const other = { position: 1, hash: FIRST_PREVIOUS_HASH };
    expect((await verify({ earlier: other })).fault).toEqual({ code: 'replaced', position: 1 });
  });
});
