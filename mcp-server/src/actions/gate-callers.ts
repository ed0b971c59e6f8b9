/** Callers as the gate looks at them: what they may do now, as plain facts. */
import type {
  AnsweringToken,
  PersonCaller,
  ReviewingToken,
  ReviewPast,
  WritingToken,
} from '../gate/callers.ts';
import type { GroupFacts } from '../gate/facts.ts';
import { ROLES, type Role } from '../gate/vocabulary.ts';
import type { AgentCaller, Caller } from '../identity/caller.ts';
import { can, roleReaches } from '../identity/permissions.ts';
import { problems } from '../problems.ts';

/** A person before the gate of one project. Anyone else is a defect of the door: a bearer is never a person. */
export function gatePerson(caller: Caller, projectId: string): PersonCaller {
  if (caller.kind !== 'person') throw problems.notPermitted();
  const role = caller.roles.get(projectId);
  return {
    kind: 'person',
    id: caller.id,
    mayWrite: can(caller, 'document.write', { projectId }),
    mayJudge: can(caller, 'verdict.give', { projectId }),
    mayMaintain: can(caller, 'group.discard', { projectId }),
    roles: rolesBelow(role),
  };
}

/** An agent that writes; its run is the one its token has in this group. */
export function gateAuthor(caller: AgentCaller, group: GroupFacts): WritingToken {
  return {
    kind: 'token',
    token: group.tokens.find(({ id }) => id === caller.token.id) ?? caller.token,
    run: group.runs.find(({ tokenId }) => tokenId === caller.token.id) ?? null,
    issuerMayWrite: roleReaches(caller.issuerRole, 'author'),
    issuerMayJudge: roleReaches(caller.issuerMemberRole, 'reviewer'),
    issuerRoles: rolesBelow(caller.issuerMemberRole),
  };
}

/** Where it isn't about a verdict of its own. */
export const NO_PAST: ReviewPast = {
  ...{ reviewed: false, rounds: 0, sameFindings: false, sameBody: false },
};

/** An agent that reviews. `past`: what agents said about the document before. */
export function gateReviewer(caller: AgentCaller, past: ReviewPast): ReviewingToken {
  return {
    kind: 'token',
    id: caller.token.id,
    issuerId: caller.issuer.id,
    issuerMayJudge: roleReaches(caller.issuerMemberRole, 'reviewer'),
    issuerRoles: rolesBelow(caller.issuerMemberRole),
    past,
  };
}

export function gateAnswerer(caller: AgentCaller): AnsweringToken {
  return { kind: 'token', id: caller.token.id, issuerId: caller.issuer.id };
}

function rolesBelow(role: Role | null | undefined): Role[] {
  return role == null ? [] : ROLES.slice(0, ROLES.indexOf(role) + 1);
}
