/** A group just opened, as its opener is told of it. */
import type { z } from 'zod';
import type { GroupOpenedView } from '../../contracts/groups.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { personNames } from '../../store/people/person-names.ts';
import { readScene } from '../change-group.ts';
import { groupSummary } from './group-summary.ts';
import { notesOf, sequenceView } from './sequence-view.ts';

export async function readGroupOpened(
  dependencies: Dependencies,
  call: Call,
  groupId: string,
): Promise<z.input<typeof GroupOpenedView>> {
  const { database, clock } = dependencies;
  const { record, facts } = await readScene(dependencies, call, groupId, clock.now(), {});
  const names = await personNames(database.reader, [record.ownerId]);
  const root = facts.documents.find(({ series }) => series === 'root');
  if (root === undefined) throw new Error(`group ${groupId} has no root`);
  return {
    group: groupSummary(record, names.get(record.ownerId) ?? record.ownerId),
    root: { id: root.id, revision: root.revision, state: root.state },
    sequence: sequenceView(facts, notesOf(record)),
  };
}
