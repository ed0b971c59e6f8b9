import { expect, test } from 'vitest';
import {
  FROM_ROLE,
  ISSUER_READS,
  OF_SCOPE,
  ONLY_AS_MEMBER,
} from '../../../tests/support/permission-list.ts';
import { AUTHOR_SCOPES, ROLES, type Role, SCOPES, type Scope } from '../gate/vocabulary.ts';
import type { AgentCaller, Caller, PersonCaller } from './caller.ts';
import {
  type AgentPermission,
  ALL_INSTALLATION_PERMISSIONS,
  ALL_PROJECT_PERMISSIONS,
  authorise,
  can,
  type Permission,
  type Place,
} from './permissions.ts';

const AGENT_PERMISSIONS = Object.keys(OF_SCOPE) as AgentPermission[];
const EVERY_PERMISSION: readonly Permission[] = [
  ...new Set([...ALL_PROJECT_PERMISSIONS, ...ALL_INSTALLATION_PERMISSIONS, ...AGENT_PERMISSIONS]),
];

const OWN: Place = { projectId: 'shop', groupId: 'shop.default.0001' };
const SIBLING: Place = { projectId: 'shop', groupId: 'shop.default.0002' };
const FOREIGN: Place = { projectId: 'bank', groupId: 'bank.default.0001' };
const NOWHERE: Place = {};

function person(role: Role | null, isAdmin = false): PersonCaller {
  return {
    kind: 'person',
    id: 'p1',
    name: 'Grace',
    isAdmin,
    language: 'en',
    sessionId: 's1',
    roles: new Map(role === null ? [] : [['shop', role]]),
    owes: null,
    withheld: new Set(),
  };
}

function agent(
  scopes: readonly Scope[],
  groupId: string | null,
  issuerRole: Role | null = 'maintainer',
): AgentCaller {
  return {
    kind: 'agent',
    issuer: { id: 'p1', name: 'Grace' },
    issuerRole,
    issuerMemberRole: issuerRole,
    token: {
      id: 't1',
      kind: groupId === null ? 'worker' : 'continuation',
      scopes,
      issuerId: 'p1',
      projectId: 'shop',
      label: '',
      groupId,
      stepId: null,
      targetStepId: null,
      documentId: null,
      types: null,
      agent: null,
      mode: 'supervised',
      state: 'live',
    },
  };
}

test.each(ALL_PROJECT_PERMISSIONS)('%s needs its role, in the own project only', (permission) => {
  for (const role of [null, ...ROLES]) {
    const reaches = role !== null && ROLES.indexOf(role) >= ROLES.indexOf(FROM_ROLE[permission]);
    expect([role, can(person(role), permission, OWN)]).toEqual([role, reaches]);
    expect([role, can(person(role), permission, FOREIGN)]).toEqual([role, false]);
    expect([role, can(person(role), permission, NOWHERE)]).toEqual([role, false]);
  }
});

test.each(ALL_PROJECT_PERMISSIONS)('%s as an admin', (permission) => {
  const asMember = ONLY_AS_MEMBER.includes(permission);
  expect(can(person(null, true), permission, FOREIGN)).toBe(!asMember);
  expect(can(person('reviewer', true), permission, OWN)).toBe(true);
  expect(can(person('viewer', true), permission, OWN)).toBe(!asMember);
});

test('of the installation, only the public part is open to strangers, and administration to admins', () => {
  const open = (caller: Caller) => ALL_INSTALLATION_PERMISSIONS.filter((name) => can(caller, name));
  expect(open({ kind: 'stranger' })).toEqual(['public']);
  expect(open(agent(SCOPES, null))).toEqual(['public']);
  expect(open(person('maintainer'))).toEqual([
    'public',
    'account.secure',
    'self.read',
    'self.change',
  ]);
  expect(open(person(null, true))).toEqual(ALL_INSTALLATION_PERMISSIONS);
});

test.each(['password_change', 'second_factor'] as const)(
  'who owes a %s gets at their own account and at nothing else, admin or not',
  (owes) => {
    for (const caller of [person('maintainer'), person('maintainer', true)]) {
      const allowed = EVERY_PERMISSION.filter((name) => can({ ...caller, owes }, name, OWN));
      expect(allowed).toEqual(['public', 'account.secure']);
      const refused = refusalOf({ ...caller, owes }, 'project.read', OWN);
      expect(refused).toBe(`${owes}_needed`);
    }
  },
);

test('a project that asks for a second factor is closed to who has none, and says so', () => {
  const caller = { ...person(null), withheld: new Set(['shop']) };
  for (const permission of ALL_PROJECT_PERMISSIONS) {
    expect(can(caller, permission, OWN)).toBe(false);
    expect(refusalOf(caller, permission, OWN)).toBe('second_factor_needed');
    expect(refusalOf(caller, permission, FOREIGN)).toBe('not_found');
  }
  expect(can(caller, 'self.change')).toBe(true);
});

test('a stranger may nothing in any project', () => {
  const allowed = EVERY_PERMISSION.filter((name) => can({ kind: 'stranger' }, name, OWN));
  expect(allowed).toEqual(['public']);
});

test.each(SCOPES)('the scope %s opens what it says and nothing else', (scope) => {
  const expected = EVERY_PERMISSION.filter((name) => {
    if (name === 'public') return true;
    if (name === 'project.read') return scope === 'read';
    return name in OF_SCOPE && OF_SCOPE[name as AgentPermission].includes(scope);
  });
  expect(EVERY_PERMISSION.filter((name) => can(agent([scope], null), name, OWN))).toEqual(expected);
});

test('a bearer has no permission of a person but to read, to talk and to upload, whatever its scopes and issuer', () => {
  const allowed = ALL_PROJECT_PERMISSIONS.filter((name) => can(agent(SCOPES, null), name, OWN));
  expect(allowed).toEqual(['project.read', 'attachment.add', 'conversation.write']);
});

test('a group token stays in its group, a worker in its project', () => {
  const [grouped, worker] = [agent(SCOPES, 'shop.default.0001'), agent(SCOPES, null)];
  for (const permission of AGENT_PERMISSIONS) {
    expect(can(grouped, permission, OWN)).toBe(true);
    expect(can(grouped, permission, SIBLING)).toBe(false);
    expect(can(grouped, permission, FOREIGN)).toBe(false);
    expect(can(worker, permission, SIBLING)).toBe(true);
    expect(can(worker, permission, FOREIGN)).toBe(false);
  }
});

test('a token can do no more than its issuer may do now', () => {
  for (const permission of AGENT_PERMISSIONS) {
    const by = (role: Role | null) => can(agent(SCOPES, null, role), permission, OWN);
    expect([permission, by(null), by('viewer'), by('author')]).toEqual([
      permission,
      false,
      ISSUER_READS.includes(permission),
      true,
    ]);
  }
});

test('who may not know a place hears that it is not there, and others that they may not', () => {
  const refusal = refusalOf;
  expect(refusal(person('viewer'), 'verdict.give', OWN)).toBe('not_permitted');
  expect(refusal(person('viewer'), 'verdict.give', FOREIGN)).toBe('not_found');
  expect(refusal(person('viewer'), 'person.manage', NOWHERE)).toBe('not_permitted');
  expect(refusal({ kind: 'stranger' }, 'verdict.give', OWN)).toBe('not_signed_in');
  expect(refusal(agent(AUTHOR_SCOPES, null), 'verdict.give', OWN)).toBe('not_permitted');
  expect(refusal(agent(AUTHOR_SCOPES, null), 'verdict.give', FOREIGN)).toBe('not_found');
  expect(refusal(person('reviewer'), 'verdict.give', OWN)).toBe(null);
});

function refusalOf(caller: Caller, permission: Permission, place: Place): string | null {
  try {
    authorise(caller, permission, place);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
}
