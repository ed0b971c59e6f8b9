/** What a caller must hear at a place, worked out from the list of permissions and from nothing in the code that decides. */
import { ROLES, type Role, type Scope } from '../../../mcp-server/src/gate/vocabulary.ts';
import type {
  AgentPermission,
  InstallationPermission,
  Permission,
  ProjectPermission,
} from '../../../mcp-server/src/identity/permissions.ts';
import {
  FROM_ROLE,
  ISSUER_READS,
  OF_INSTALLATION,
  OF_SCOPE,
  ONLY_AS_MEMBER,
} from '../../support/permission-list.ts';

/** `admitted`: whatever came of it, the caller was let in. `not_listed`: to them there is no such tool. The others are codes. */
export type Hearing = 'admitted' | 'not_signed_in' | 'not_permitted' | 'not_found' | 'not_listed';

/** Seen from the caller: its own project and group, another group of that project, another project, nothing at all. */
export const WHERE = ['own', 'sibling', 'foreign', 'missing'] as const;
export type Where = (typeof WHERE)[number];

/**
 * What the thing asked about belongs to. `reach`: to whoever works in any project; `narrowed`: the same, with a project
 * named; `neighbour`: to another group of the project than the caller's own.
 */
export type Of = 'installation' | 'reach' | 'narrowed' | 'project' | 'group' | 'neighbour';

export type Kind =
  | { readonly kind: 'stranger' }
  | { readonly kind: 'person'; readonly role: Role | null; readonly isAdmin: boolean }
  | {
      readonly kind: 'agent';
      readonly scopes: readonly Scope[];
      readonly bound: 'group' | 'project';
      readonly issuer: Role | null;
    };

export function expectedOf(permission: Permission, caller: Kind, of: Of, where: Where): Hearing {
  if (permission === 'public') return 'admitted';
  switch (caller.kind) {
    case 'stranger':
      return 'not_signed_in';
    case 'person':
      return ofPerson(permission, caller, of, where);
    case 'agent':
      return ofAgent(permission, caller, of, where);
  }
}

/** Whether the answers about a foreign and a missing thing must be the same to the letter. */
export function mustLookTheSame(caller: Kind): boolean {
  return caller.kind !== 'person' || !caller.isAdmin;
}

function reaches(role: Role | null, needed: Role): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

function ofPerson(
  permission: Permission,
  { role, isAdmin }: Extract<Kind, { kind: 'person' }>,
  of: Of,
  where: Where,
): Hearing {
  if (permission in OF_INSTALLATION) {
    const needs = OF_INSTALLATION[permission as InstallationPermission];
    return needs !== 'admin' || isAdmin ? 'admitted' : 'not_permitted';
  }
  // A permission of agents alone.
  if (!(permission in FROM_ROLE)) return 'not_permitted';
  const name = permission as ProjectPermission;
  const here = of === 'reach' || where === 'own' || where === 'sibling' ? role : null;
  const may = reaches(here, FROM_ROLE[name]) || (isAdmin && !ONLY_AS_MEMBER.includes(name));
  if (may) return where === 'missing' && of !== 'reach' ? 'not_found' : 'admitted';
  return here !== null || isAdmin ? 'not_permitted' : 'not_found';
}

function ofAgent(
  permission: Permission,
  caller: Extract<Kind, { kind: 'agent' }>,
  of: Of,
  where: Where,
): Hearing {
  if (permission in OF_INSTALLATION) return 'not_permitted';
  if (mayAgent(permission, caller, of, where)) return 'admitted';
  return mayAgent('project.read', caller, of, where) ? 'not_permitted' : 'not_found';
}

function mayAgent(
  permission: Permission,
  { scopes, bound, issuer }: Extract<Kind, { kind: 'agent' }>,
  of: Of,
  where: Where,
): boolean {
  if (!(permission in OF_SCOPE)) return false;
  const name = permission as AgentPermission;
  if (!OF_SCOPE[name].some((scope) => scopes.includes(scope))) return false;
  if (!reaches(issuer, ISSUER_READS.includes(name) ? 'viewer' : 'author')) return false;
  if (of === 'reach') return true;
  if (where === 'foreign' || where === 'missing') return false;
  if (of === 'narrowed' || bound === 'project') return true;
  // Neither the project as a whole nor another group of it is the business of a token of one group.
  return where === 'own' && of === 'group';
}
