/** The steps of a project that a worker may take now: open ones nobody else holds, and its own that were sent back. */
import type { z } from 'zod';
import type { ContinueWorkView } from '../../contracts/work.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { GatePolicy, RunFacts } from '../../gate/facts.ts';
import { holdsStep } from '../../gate/runs.ts';
import { isAddressedTo } from '../../gate/tokens.ts';
import type { Series } from '../../gate/vocabulary.ts';
import type { AgentCaller } from '../../identity/caller.ts';
import { listOpenHeads, type OpenHead } from '../../store/groups/list-open-heads.ts';
import { fromJson } from '../../store/json.ts';

/** A worker chooses among a few; the longest waiting come first. */
const ASSIGNMENTS_MAX = 20;
const GROUPS_LOOKED_AT_MAX = 200;

export async function listAssignments(
  { database: { reader }, clock }: Dependencies,
  { token }: AgentCaller,
): Promise<NonNullable<z.input<typeof ContinueWorkView>['assignments']>> {
  const now = clock.now();
  const heads = await listOpenHeads(reader, token.projectId, GROUPS_LOOKED_AT_MAX);
  return heads
    .filter((head) => isForWorker(head, token, now))
    .slice(0, ASSIGNMENTS_MAX)
    .map(({ groupId, title, step, document }) => ({
      group: groupId,
      step: step.number,
      type: step.type,
      title,
      document_id: document?.id ?? null,
    }));
}

/** The gate says the last word when the step is taken; what it would surely refuse isn't offered. */
function isForWorker({ step, document, runs }: OpenHead, token: AgentCaller['token'], now: Date) {
  if (step.series === 'closing') return false;
  const own = runs.find(({ tokenId }) => tokenId === token.id);
  if (own !== undefined && ['paused', 'ended'].includes(own.state)) return false;
  if (document !== null) {
    return document.state === 'revision_requested' && document.authorId === token.id;
  }
  const held = runs.some(
    (run) => run.tokenId !== token.id && run.stepId === step.id && holdsStep(run as RunFacts, now),
  );
  const facts = {
    ...step,
    series: step.series as Series,
    gate: fromJson<GatePolicy>(step.gate, `the gate of step ${step.id}`),
  };
  return !held && isAddressedTo(facts, token);
}
