/** Who is knocking: a bearer or a session cookie, never both. A bearer is never a person. */
import type { Request } from 'express';
import type { Dependencies } from '../dependencies.ts';
import { authenticateAgent } from '../identity/agent-tokens.ts';
import type { AgentCaller, Caller } from '../identity/caller.ts';
import { authenticatePerson, personOfSession } from '../identity/sessions.ts';
import { problems } from '../problems.ts';
import { requireOwnOrigin } from './own-hosts.ts';
import { cookiesOf } from './session-cookies.ts';

/** The caller of a REST or event request. Throws what is wrong with a credential; without any it is a stranger. */
export async function callerOf(dependencies: Dependencies, request: Request): Promise<Caller> {
  if (request.get('authorization') !== undefined) return agentOf(dependencies, request);
  const cookies = cookiesOf(request);
  if (Object.keys(cookies).length === 0) return { kind: 'stranger' };
  requireOwnOrigin(request, dependencies.config);
  // Between the password and the code nobody is signed in yet.
  if (cookies.access === undefined && cookies.refresh === undefined) return { kind: 'stranger' };
  const person = await authenticatePerson(dependencies, cookies.access);
  if (person === null) throw problems.sessionExpired();
  return person;
}

/** The bearer of a request. Throws the Problem that says what is wrong with the token. */
export async function agentOf(dependencies: Dependencies, request: Request): Promise<AgentCaller> {
  const header = request.get('authorization');
  if (header === undefined) throw problems.tokenMissing();
  const bearer = /^bearer +(\S.*)$/i.exec(header.trim())?.[1];
  if (bearer === undefined) throw problems.tokenInvalid();
  return authenticateAgent(dependencies, bearer);
}

/** Whoever was let in before, looked at again: a stream outlives the access token that opened it. */
export async function callerStill(
  dependencies: Dependencies,
  request: Request,
  caller: Caller,
): Promise<Caller> {
  if (caller.kind !== 'person') return callerOf(dependencies, request);
  const person = await personOfSession(dependencies, caller.sessionId);
  if (person === null) throw problems.sessionExpired();
  return person;
}
