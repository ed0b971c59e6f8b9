/**
 * Brings a group's attention in line when what it rests on changed outside the group: somebody left the project or may
 * no longer judge, or four eyes are asked for. Changes inside a group do so themselves; see change-group.ts.
 */
import type { Call, Dependencies } from '../dependencies.ts';
import { attentionOf } from '../gate/attention.ts';
import { GROUP_ATTEMPTS_MAX } from '../gate/limits.ts';
import type { AttentionFacts } from '../gate/ruling.ts';
import { lockGroupAt } from '../store/groups/owned-groups.ts';
import { attentionId, syncAttention } from '../store/groups/sync-attention.ts';
import { readScene } from './change-group.ts';

/** Writes nothing where the rows are right already. Gives up quietly after five lost races: whoever won them did it. */
export async function refreshAttention(
  dependencies: Dependencies,
  call: Call,
  groupId: string,
): Promise<void> {
  const { database, clock, announcer } = dependencies;
  for (let attempt = 0; attempt < GROUP_ATTEMPTS_MAX; attempt += 1) {
    const now = clock.now();
    const { record, facts } = await readScene(dependencies, call, groupId, now, {});
    const stored = await database.reader.attention.findMany({ where: { groupId } });
    const before = stored as AttentionFacts[];
    const after = attentionOf(facts);
    if (areTheSame(groupId, before, after)) return;
    const place = { id: record.id, projectId: record.projectId };
    const done = await database.inTransaction(async (transaction) => {
      if (!(await lockGroupAt(transaction, groupId, record.version))) return false;
      await syncAttention(transaction, place, before, after, now);
      return true;
    });
    if (!done) continue;
    announcer.announce(record.projectId);
    return;
  }
}

function areTheSame(
  groupId: string,
  before: readonly AttentionFacts[],
  after: readonly AttentionFacts[],
): boolean {
  const ids = (rows: readonly AttentionFacts[]) =>
    rows
      .map((row) => attentionId(groupId, row))
      .sort()
      .join();
  return ids(before) === ids(after);
}
