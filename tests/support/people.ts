/** People and projects for tests below the doors, made without the half second a password's hash costs. */

import { perform } from '../../mcp-server/src/actions/action.ts';
import { signIn } from '../../mcp-server/src/actions/people/sign-in.ts';
import { createProject } from '../../mcp-server/src/actions/projects/create-project.ts';
import { setMember } from '../../mcp-server/src/actions/projects/set-member.ts';
import type { Call, Dependencies } from '../../mcp-server/src/dependencies.ts';
import type { Role } from '../../mcp-server/src/gate/vocabulary.ts';
import type { PersonCaller } from '../../mcp-server/src/identity/caller.ts';
import { actAs } from '../../mcp-server/src/identity/person-caller.ts';
import { insertPerson } from '../../mcp-server/src/store/people/people.ts';
import { callBy, STRANGER, SYSTEM } from './house.ts';

/** Everybody's. */
export const PASSWORD = 'violet harbour 19';
/** Of PASSWORD at bcrypt's lowest cost: signing in takes the real path without its half second. */
const PASSWORD_HASH = '$2b$04$LZY2O4toIudgT.6XN7itl.h3YXnuygcIRqWwuROBhXLKYJLZj7Rqu';

/** An account, member of the projects named. */
export async function addPerson(
  dependencies: Dependencies,
  username: string,
  more: { readonly isAdmin?: boolean; readonly roles?: Readonly<Record<string, Role>> } = {},
): Promise<PersonCaller> {
  const row = {
    id: dependencies.newId(),
    username,
    email: `${username}@example.org`,
    displayName: username,
    passwordHash: PASSWORD_HASH,
    isAdmin: more.isAdmin ?? false,
    language: 'en',
    createdAt: dependencies.clock.now(),
  };
  await dependencies.database.inTransaction((transaction) => insertPerson(transaction, row));
  for (const [project, role] of Object.entries(more.roles ?? {})) {
    await perform(setMember, dependencies, callBy(SYSTEM), { project, username, role });
  }
  return callerNamed(dependencies, username);
}

/** Signed in for good: there is no second factor to ask for. */
export async function signedInAs(
  dependencies: Dependencies,
  username: string,
  more: Partial<Call> = {},
) {
  const input = { username, password: PASSWORD };
  const answer = await perform(signIn, dependencies, callBy(STRANGER, more), input);
  if (!('user' in answer)) throw new Error('a code is asked for');
  return answer;
}

/** The person with the rights of now. */
export async function callerNamed(
  dependencies: Dependencies,
  username: string,
): Promise<PersonCaller> {
  const caller = await actAs(dependencies, username);
  if (caller === null) throw new Error(`nobody is named ${username}`);
  return caller;
}

/** A project that nobody belongs to yet. */
export async function addProject(dependencies: Dependencies, slug: string): Promise<void> {
  await perform(createProject, dependencies, callBy(SYSTEM), { slug, title: slug });
}

/** The code of the Problem that a promise is rejected with; null when it isn't. Defects pass through. */
export async function problemOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof Error && error.name === 'Problem' && 'code' in error) {
      return String(error.code);
    }
    throw error;
  }
}

/** Every fault of an input_invalid, as `path code`. */
export async function faultsOf(work: Promise<unknown>): Promise<string[]> {
  try {
    await work;
    return [];
  } catch (error) {
    if (!(error instanceof Error) || !('faults' in error)) throw error;
    const faults = error.faults as readonly { path: string; code: string }[];
    return faults.map(({ path, code }) => `${path} ${code}`);
  }
}
