/** The open steps of a project that a worker may take. */
import type { z } from 'zod';
import type { ContinueWorkView } from '../../contracts/work.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { GatePolicy } from '../../gate/facts.ts';
import { isAddressedTo } from '../../gate/tokens.ts';
import type { Series } from '../../gate/vocabulary.ts';
import type { AgentCaller } from '../../identity/caller.ts';
import { fromJson } from '../../store/json.ts';

/** A worker chooses among a few; the longest waiting come first. */
const ASSIGNMENTS_MAX = 20;
const GROUPS_LOOKED_AT_MAX = 200;

export async function listAssignments(
  { database: { reader } }: Dependencies,
  { token }: AgentCaller,
): Promise<NonNullable<z.input<typeof ContinueWorkView>['assignments']>> {
  const groups = await reader.group.findMany({
    where: {
      projectId: token.projectId,
      state: 'open',
      questions: { none: { state: 'open', blocking: true } },
    },
    include: {
      steps: { orderBy: { number: 'asc' }, include: { document: { select: { state: true } } } },
    },
    orderBy: { updatedAt: 'asc' },
    take: GROUPS_LOOKED_AT_MAX,
  });
  return groups
    .flatMap(({ id, title, steps }) => {
      const head = steps.find(({ document }) => document?.state !== 'approved');
      if (head === undefined || head.series === 'closing' || head.document !== null) return [];
      const step = {
        ...head,
        series: head.series as Series,
        gate: fromJson<GatePolicy>(head.gate, `the gate of step ${head.id}`),
      };
      if (!isAddressedTo(step, token)) return [];
      return [{ group: id, step: head.number, type: head.type, title }];
    })
    .slice(0, ASSIGNMENTS_MAX);
}
