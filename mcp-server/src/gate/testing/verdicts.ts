/** The verdicts as the tests of the rules give them: on the report at step 3, revision 1, with a reason where one is due. */
import type { Judge } from '../callers.ts';
import type { DocumentFacts, GatePolicy, GroupFacts } from '../facts.ts';
import { rule } from '../rule.ts';
import type { Ruling } from '../ruling.ts';
import { groupWith, HUMAN, person, stepsOf, withFacts } from './scene.ts';

/** A second reviewer. */
export const HUGO = person('hugo');

export function approve(group: GroupFacts, by: Judge, documentId = 'doc3', revision = 1): Ruling {
  return rule(group, { verb: 'approve', documentId, revision, by });
}

export function requestRevision(group: GroupFacts, by: Judge, documentId = 'doc3'): Ruling {
  return rule(group, { verb: 'request_revision', documentId, revision: 1, by, reasonIds: ['why'] });
}

export function reject(group: GroupFacts, by: Judge, documentId = 'doc3'): Ruling {
  return rule(group, { verb: 'reject', documentId, revision: 1, by, reasonIds: ['why'] });
}

/** R → T → TR → AC with the TR in review; the gate given is that of T and TR. */
export function atReport(
  gate: Partial<GatePolicy> = {},
  at: Partial<DocumentFacts> = {},
): GroupFacts {
  const steps = stepsOf('R T TR AC', { ...HUMAN, ...gate });
  return withFacts(groupWith(['approved', 'approved', 'in_review'], { steps }), 'doc3', at);
}
