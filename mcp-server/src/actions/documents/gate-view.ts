/** What will open a document's gate, and how far it is open. */
import type { GateView } from '../../contracts/submit.ts';
import type { DocumentFacts } from '../../gate/facts.ts';
import { approvalsHave, approvalsNeeded } from '../../gate/judging.ts';

export function gateView(document: DocumentFacts): GateView | null {
  const { gate } = document;
  if (gate === null) return null;
  return {
    by: gate.by,
    approvals: approvalsNeeded(gate),
    have: approvalsHave(document),
    unattended: gate.unattended,
  };
}
