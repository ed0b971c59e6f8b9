/** Some actions are about the caller's own account: nobody but a person has one. */
import type { Caller, PersonCaller } from '../../identity/caller.ts';
import { problems } from '../../problems.ts';

export function requirePerson(caller: Caller): PersonCaller {
  if (caller.kind !== 'person') throw problems.notPermitted();
  return caller;
}
