/** Who may do what: one list, and one function that decides. Used by REST, MCP, SSE and the screens. */
import { type Role, SCOPES, type Scope } from '../gate/vocabulary.ts';
import { problems } from '../problems.ts';
import type { Caller, PersonCaller } from './caller.ts';

/** Each permission with the lowest role that has it; `member`: an installation's admin needs a role of their own. */
const PROJECT_PERMISSIONS = {
  'project.read': { role: 'viewer', member: false },
  'group.open': { role: 'author', member: false },
  'document.write': { role: 'author', member: false },
  'attachment.add': { role: 'author', member: false },
  'question.ask': { role: 'author', member: false },
  'conversation.write': { role: 'author', member: false },
  'sequence.arrange': { role: 'author', member: false },
  'verdict.give': { role: 'reviewer', member: true },
  'document.confirm': { role: 'reviewer', member: true },
  'question.answer': { role: 'reviewer', member: true },
  'group.change': { role: 'reviewer', member: false },
  'run.control': { role: 'reviewer', member: false },
  'gate.set': { role: 'maintainer', member: false },
  'token.read': { role: 'viewer', member: false },
  'token.issue': { role: 'maintainer', member: false },
  'group.discard': { role: 'maintainer', member: false },
  'project.change': { role: 'maintainer', member: false },
  'member.manage': { role: 'maintainer', member: false },
  'type.manage': { role: 'maintainer', member: false },
  'preset.manage': { role: 'maintainer', member: false },
  'audit.read': { role: 'maintainer', member: false },
  'document.redact': { role: 'maintainer', member: false },
  'webhook.manage': { role: 'maintainer', member: false },
  'secret.allow': { role: 'maintainer', member: false },
} as const satisfies Record<string, { role: Role; member: boolean }>;
export type ProjectPermission = keyof typeof PROJECT_PERMISSIONS;

/**
 * Of the installation: `person` anyone signed in, `owing` even who owes a new password or a second factor first,
 * `admin` its admins, `anyone` even strangers.
 */
const INSTALLATION_PERMISSIONS = {
  public: 'anyone',
  'account.secure': 'owing',
  'self.read': 'person',
  'self.change': 'person',
  'project.create': 'admin',
  'person.manage': 'admin',
  'installation.change': 'admin',
} as const;
export type InstallationPermission = keyof typeof INSTALLATION_PERMISSIONS;

/** What a token's scope opens. `agent.*` permissions are for bearers alone: no person's page uses them. */
const AGENT_PERMISSIONS = {
  'project.read': ['read'],
  'document.submit': ['submit', 'plan', 'converse'],
  'document.dry_run': ['dry_run'],
  'question.clarify': ['clarify', 'answer'],
  'work.continue': ['continue', 'review'],
  'document.review': ['review'],
  'conversation.write': ['converse'],
  'verdict.await': ['read'],
  'inbox.use': ['submit', 'plan', 'dry_run', 'review'],
  'help.read': SCOPES,
  'attachment.add': ['submit', 'observe'],
  'evidence.observe': ['observe'],
} as const satisfies Record<string, readonly Scope[]>;
export type AgentPermission = keyof typeof AGENT_PERMISSIONS;

/** Reading and hearing: these go on while the issuer of the token still reads. All others need one who may write. */
const AGENT_READS: readonly AgentPermission[] = ['project.read', 'verdict.await'];

export type Permission = ProjectPermission | InstallationPermission | AgentPermission;

export const ALL_PROJECT_PERMISSIONS = Object.keys(PROJECT_PERMISSIONS) as ProjectPermission[];
export const ALL_INSTALLATION_PERMISSIONS = Object.keys(
  INSTALLATION_PERMISSIONS,
) as InstallationPermission[];

const RANK: Readonly<Record<Role, number>> = { viewer: 0, author: 1, reviewer: 2, maintainer: 3 };

/** Where the thing asked about stands. Readable ids carry their project, so this costs no query. */
export interface Place {
  readonly projectId?: string;
  readonly groupId?: string;
}

export function roleReaches(role: Role | null | undefined, needed: Role): boolean {
  return role != null && RANK[role] >= RANK[needed];
}

function isProjectPermission(permission: Permission): permission is ProjectPermission {
  return permission in PROJECT_PERMISSIONS;
}

function isAgentPermission(permission: Permission): permission is AgentPermission {
  return permission in AGENT_PERMISSIONS;
}

/** People have their own way to all that these open: no page of theirs uses them. */
export function isForAgentsAlone(permission: Permission): boolean {
  return isAgentPermission(permission) && !isProjectPermission(permission);
}

function isInstallationPermission(permission: Permission): permission is InstallationPermission {
  return permission in INSTALLATION_PERMISSIONS;
}

/** The one decision. Fails closed: a permission without a project is nobody's. */
export function can(caller: Caller, permission: Permission, place: Place = {}): boolean {
  if (isInstallationPermission(permission)) return canInInstallation(caller, permission);
  switch (caller.kind) {
    case 'system':
      return true;
    case 'stranger':
      return false;
    case 'person':
      return isProjectPermission(permission) && canPerson(caller, permission, place);
    case 'agent':
      return isAgentPermission(permission) && canAgent(caller, permission, place);
  }
}

function canInInstallation(caller: Caller, permission: InstallationPermission): boolean {
  const needs = INSTALLATION_PERMISSIONS[permission];
  if (needs === 'anyone' || caller.kind === 'system') return true;
  if (caller.kind !== 'person') return false;
  if (needs === 'owing') return true;
  return caller.owes === null && (needs === 'person' || caller.isAdmin);
}

function canPerson(
  caller: Extract<Caller, { kind: 'person' }>,
  permission: ProjectPermission,
  place: Place,
): boolean {
  if (caller.owes !== null) return false;
  if (place.projectId === undefined || caller.withheld.has(place.projectId)) return false;
  const { role, member } = PROJECT_PERMISSIONS[permission];
  if (caller.isAdmin && !member) return true;
  return roleReaches(caller.roles.get(place.projectId), role);
}

/** A token's scopes ∩ what its issuer may do now, and never outside its project or group. */
function canAgent(
  caller: Extract<Caller, { kind: 'agent' }>,
  permission: AgentPermission,
  place: Place,
): boolean {
  const { token } = caller;
  const scopes: readonly Scope[] = AGENT_PERMISSIONS[permission];
  if (!scopes.some((scope) => token.scopes.includes(scope))) return false;
  const needed = AGENT_READS.includes(permission) ? 'viewer' : 'author';
  if (!roleReaches(caller.issuerRole, needed)) return false;
  if (place.projectId !== undefined && place.projectId !== token.projectId) return false;
  // A token of one group has no business with the project as a whole: what it may know of it is placed in its group.
  return token.groupId === null || place.groupId === token.groupId;
}

/**
 * Lets the caller through or throws: strangers hear `not_signed_in`; who owes a password or a second factor hears which;
 * who may not even read the place hears `not_found`, as for a place that doesn't exist; the others `not_permitted`.
 */
export function authorise(caller: Caller, permission: Permission, place: Place): void {
  if (can(caller, permission, place)) return;
  if (caller.kind === 'stranger') throw problems.notSignedIn();
  if (caller.kind === 'person') refuseWhoOwes(caller, place);
  const mayKnow = isInstallationPermission(permission) || can(caller, 'project.read', place);
  throw mayKnow ? problems.notPermitted() : problems.notFound();
}

function refuseWhoOwes({ owes, withheld }: PersonCaller, { projectId }: Place): void {
  if (owes === 'password_change') throw problems.passwordChangeNeeded();
  const asked = projectId !== undefined && withheld.has(projectId);
  if (owes === 'second_factor' || asked) throw problems.secondFactorNeeded();
}
