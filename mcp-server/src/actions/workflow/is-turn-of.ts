/** Whether the open step is this agent's to write now: the same question a submission would be asked. */
import type { GroupFacts } from '../../gate/facts.ts';
import { documentAt, headOf } from '../../gate/sequence.ts';
import { admit } from '../../gate/submission.ts';
import type { AgentCaller } from '../../identity/caller.ts';
import { gateAuthor } from '../gate-callers.ts';

export function isTurnOf(facts: GroupFacts, caller: AgentCaller, now: Date): boolean {
  const head = headOf(facts);
  const document = head && documentAt(facts, head.id);
  const probe = {
    hash: '',
    cites: [],
    respondsTo: document?.openReasonIds ?? [],
    contradicted: false,
    ...(document?.state === 'revision_requested' ? { documentId: document.id } : {}),
  };
  return admit(facts, probe, gateAuthor(caller, facts), now).allowed;
}
