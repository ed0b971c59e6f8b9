/** Keeps the attention rows of a group equal to what the gate computes, and `since` of what hasn't changed. */
import { createHash } from 'node:crypto';
import type { Transaction } from '@flowgate/database';
import type { AttentionFacts } from '../../gate/ruling.ts';

/**
 * One statement for a turn passed on, two for more; none when nothing changed. `before` is what the rows were computed from last.
 * A row that neither list knows (a token expired meanwhile) goes too.
 */
export async function syncAttention(
  transaction: Transaction,
  { id: groupId, projectId }: { readonly id: string; readonly projectId: string },
  before: readonly AttentionFacts[],
  after: readonly AttentionFacts[],
  now: Date,
): Promise<void> {
  const old = new Set(before.map((facts) => attentionId(groupId, facts)));
  const rows = after.map((facts) => ({
    id: attentionId(groupId, facts),
    ...facts,
  }));
  const kept = rows.filter((row) => old.has(row.id)).map((row) => row.id);
  const added = rows.filter((row) => !old.has(row.id));
  if (added.length === 0 && kept.length === old.size) return;
  const gone = [...old].filter((id) => !kept.includes(id));
  const [only, next] = [gone[0], added[0]];
  if (only !== undefined && next !== undefined && gone.length === 1 && added.length === 1) {
    // The usual case, a turn passed on: one row becomes another.
    const turned = await transaction.attention.updateMany({
      where: { id: only },
      data: { ...next, since: now },
    });
    if (turned.count === 1) return;
  }
  await transaction.attention.deleteMany({
    where: { groupId, id: { notIn: kept } },
  });
  if (added.length === 0) return;
  await transaction.attention.createMany({
    data: added.map((row) => ({ ...row, groupId, projectId, since: now })),
  });
}

/** The same fact has the same id, so a row needs no reading to be found again. */
export function attentionId(groupId: string, facts: AttentionFacts): string {
  const parts = [
    groupId,
    facts.targetKind,
    facts.targetId,
    facts.reason,
    facts.documentId,
    facts.stepId,
    facts.questionId,
    facts.runId,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 32);
}
