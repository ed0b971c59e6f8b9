/** What signing in leads to, by password or by the set-up link. */
import { SignedInView } from '../../contracts/people.ts';
import { line } from '../../contracts/primitives.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { type MintedSession, mintSession } from '../../identity/sessions.ts';
import type { PersonRow } from '../../store/people/people.ts';
import { personView } from './person-view.ts';

/**
 * `session_secret` is for the door only: its row (`session: 'begin'`) moves it into Set-Cookie and answers the rest,
 * which is a `SignedInView`. It never enters a body, and no other door may offer these actions.
 */
export const SignedIn = SignedInView.extend({ session_secret: line(100) });

export function newSession(
  { newId, clock }: Pick<Dependencies, 'newId' | 'clock'>,
  { userAgent, address }: Pick<Call, 'userAgent' | 'address'>,
  personId: string,
): MintedSession {
  return mintSession({ id: newId(), personId, userAgent, address, now: clock.now() });
}

export function signedIn(person: PersonRow, { secret }: MintedSession) {
  return { user: personView(person), session_secret: secret };
}
