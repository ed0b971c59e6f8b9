/** Who asks others for a second factor has one. */
import type { Reader } from '@flowgate/database';
import type { Caller } from '../../identity/caller.ts';
import { problems } from '../../problems.ts';
import { findPerson } from '../../store/people/people.ts';

/** Whoever sits at the machine itself is asked for nothing. */
export async function requireOwnSecondFactor(reader: Reader, caller: Caller): Promise<void> {
  if (caller.kind !== 'person') return;
  const person = await findPerson(reader, caller.id);
  if (person?.secondFactorSince == null) throw problems.secondFactorNeeded();
}
