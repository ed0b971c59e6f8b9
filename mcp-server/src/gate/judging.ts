/** Whose approval counts on a document, whose is advice, and whose is refused. */
import type { Judge, PersonCaller, PolicyJudge, ReviewingToken } from './callers.ts';
import { isAwaitingChecks, needsEyes } from './checks.ts';
import type { DocumentFacts, GatePolicy, GroupFacts } from './facts.ts';
import { refuse } from './refusals.ts';
import type { Refused, VerdictGiver } from './ruling.ts';
import { ROLES, type Role, type Series } from './vocabulary.ts';

/** How a verdict weighs: it counts or is advice, and whether the giver stands behind the work as well. */
export interface Weight {
  readonly allowed: true;
  readonly counts: boolean;
  readonly ownWork: boolean;
}

/** What it takes to tell whether agents decide. */
type Unattended = Pick<GroupFacts, 'unattended'>;
export type Judgeable = Pick<
  DocumentFacts,
  'series' | 'gate' | 'issuerId' | 'reviewStop' | 'contradicted' | 'checks'
>;

/** Somebody must read these, whatever any policy says. */
const ALWAYS_READ: readonly Series[] = ['root', 'plan', 'closing'];

/** Whether an approval by this judge counts on the document's latest revision. */
export function weighApproval(
  group: GroupFacts,
  document: DocumentFacts,
  judge: Judge,
): Weight | Refused {
  if (judge.kind === 'person') return weighPerson(group, document, judge);
  if (judge.kind === 'token') return weighToken(group, document, judge);
  return weighPolicy(group, document, judge);
}

/**
 * Whether a negative verdict by this judge counts. Four eyes and a gate's roles are about opening it: whoever may judge
 * may send back, their own agent's work included. Of the policies only `checks` sends back, and nothing but a person or
 * an independent agent rejects. The final approval takes none.
 */
export function weighObjection(
  group: GroupFacts,
  document: DocumentFacts,
  judge: Judge,
  verb: 'request_revision' | 'reject',
): Weight | Refused {
  if (judge.kind === 'token') return weighToken(group, document, judge);
  if (judge.kind === 'person') {
    if (!judge.mayJudge) return refuse('may_not_judge');
    return counting(document.issuerId === judge.id);
  }
  const sendsBack = judge.policy === 'checks' && verb === 'request_revision';
  const named = (document.gate?.checks.length ?? 0) > 0;
  return sendsBack && named ? counting(false) : refuse('needs_person');
}

/** Who gave it, as it is recorded. A policy is never a person: its giver is its name. */
export function giverOf(judge: Judge): VerdictGiver {
  if (judge.kind === 'person') return { kind: 'person', id: judge.id, issuerId: judge.id };
  if (judge.kind === 'token') return { kind: 'token', id: judge.id, issuerId: judge.issuerId };
  return { kind: 'policy', id: judge.policy, issuerId: judge.issuerId };
}

/** How many approvals of one revision open the gate for people: a person may stand in for agents or checks. */
export function approvalsNeeded(gate: GatePolicy): number {
  return gate.by === 'human' ? gate.approvals : 1;
}

/** The approvals that count on the latest revision. */
export function approvalsHave(document: DocumentFacts): number {
  return voices(document, 'person');
}

/** Whether the approvals given open the gate: enough different people, enough different agents' issuers, or a policy. */
export function gateIsOpen(document: DocumentFacts): boolean {
  const { gate } = document;
  if (gate === null) return false;
  if (voices(document, 'policy') > 0) return true;
  if (voices(document, 'person') >= approvalsNeeded(gate)) return true;
  return gate.by === 'agent' && voices(document, 'token') >= gate.approvals;
}

/** A higher role includes those below, so a gate that asks for reviewers takes a maintainer. None named: anyone. */
export function holdsOneOf(held: readonly Role[], asked: readonly Role[]): boolean {
  if (asked.length === 0) return true;
  const highest = Math.max(-1, ...held.map((role) => ROLES.indexOf(role)));
  return asked.some((role) => ROLES.indexOf(role) <= highest);
}

/**
 * Whether agents decide on this document at all: its gate is theirs, it may pass unread, and they haven't gone in
 * circles on it. What was found untrue goes to a person first.
 */
export function agentsDecide(group: Unattended, document: Judgeable): boolean {
  const { gate, reviewStop } = document;
  if (gate?.by !== 'agent' || reviewStop !== null || needsEyes(document)) return false;
  return mayOpenUnread(group, document);
}

/** Whether this agent's verdict decides: the gate is for agents of its issuer's roles, and the work is another's. */
export function agentCounts(
  group: Unattended,
  document: Judgeable,
  { issuerId, issuerRoles }: Pick<ReviewingToken, 'issuerId' | 'issuerRoles'>,
): boolean {
  const eligible = holdsOneOf(issuerRoles, document.gate?.roles ?? []);
  return eligible && document.issuerId !== issuerId && agentsDecide(group, document);
}

/** Whether anything but a person may open this document's gate. */
export function mayOpenUnread(group: Unattended, document: Judgeable): boolean {
  if (ALWAYS_READ.includes(document.series)) return false;
  return group.unattended && document.gate?.unattended === true;
}

function weighPerson(
  group: GroupFacts,
  document: DocumentFacts,
  person: PersonCaller,
): Weight | Refused {
  if (!person.mayJudge) return refuse('may_not_judge');
  const { gate } = document;
  if (gate?.by === 'human' && !holdsOneOf(person.roles, gate.roles)) {
    return refuse('role_missing', { roles: gate.roles.join(' ') });
  }
  const ownWork = document.issuerId === person.id;
  if (group.fourEyes && ownWork) return refuse('four_eyes');
  if (group.fourEyes && document.series === 'closing' && issuedHere(group, person.id)) {
    return refuse('four_eyes');
  }
  return counting(ownWork);
}

/**
 * An agent's verdict counts only under an `agent` gate that lets a document pass unread, never on work of its own issuer
 * and never where something was found untrue: there, and everywhere else, it is advice. On its own document it is refused.
 */
function weighToken(
  group: GroupFacts,
  document: DocumentFacts,
  token: ReviewingToken,
): Weight | Refused {
  if (!token.issuerMayJudge) return refuse('may_not_judge');
  if (document.authorKind === 'token' && document.authorId === token.id) return refuse('own_work');
  if (token.past?.reviewed) {
    return refuse('already_reviewed', { document: document.id, revision: document.revision });
  }
  const ownWork = document.issuerId === token.issuerId;
  return { allowed: true, counts: agentCounts(group, document, token), ownWork };
}

/** `policy:run` and `policy:checks` approve only what the gate lets pass unread, and nothing found untrue. */
function weighPolicy(
  group: GroupFacts,
  document: DocumentFacts,
  judge: PolicyJudge,
): Weight | Refused {
  const { gate } = document;
  if (document.contradicted) return refuse('contradicted');
  // Not looked at yet, or found red: a person sees it first.
  if (isAwaitingChecks(document) || needsEyes(document)) return refuse('needs_person');
  if (gate === null || !mayOpenUnread(group, document)) return refuse('needs_person');
  if (document.staleBecause.length > 0) return refuse('needs_person');
  // Somebody insists on a point: they look again, a rule can't tell whether it was met.
  if (document.threads.some(({ weight }) => weight === 'must')) return refuse('needs_person');
  if (judge.policy === 'checks') {
    return gate.by === 'checks' && gate.checks.length > 0
      ? counting(false)
      : refuse('needs_person');
  }
  if (gate.by !== 'human' || gate.approvals !== 1) return refuse('needs_person');
  if (group.fourEyes) return refuse('four_eyes');
  if (!judge.issuerMayJudge) return refuse('may_not_judge');
  if (!holdsOneOf(judge.issuerRoles, gate.roles)) return refuse('role_missing');
  return counting(document.issuerId === judge.issuerId);
}

function issuedHere(group: GroupFacts, personId: string): boolean {
  const issued = group.tokens.some(({ issuerId }) => issuerId === personId);
  return issued || group.tokenIssuerIds.includes(personId);
}

function voices(document: DocumentFacts, kind: 'person' | 'token' | 'policy'): number {
  const current = document.approvals.filter(
    ({ byKind, revision }) => byKind === kind && revision === document.revision,
  );
  return new Set(current.map(({ issuerId }) => issuerId)).size;
}

function counting(ownWork: boolean): Weight {
  return { allowed: true, counts: true, ownWork };
}
