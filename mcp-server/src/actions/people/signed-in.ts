/** What signing in leads to, by password, code or link. */
import { z } from 'zod';
import { SignedInView, SignInView } from '../../contracts/people.ts';
import { line } from '../../contracts/primitives.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import {
  type MintedSession,
  mintSession,
  type SessionCookies,
  sessionCookies,
} from '../../identity/sessions.ts';
import type { PersonRow } from '../../store/people/people.ts';
import { personView } from './person-view.ts';

const signed = line(2_000);

/**
 * `cookies` is for the door only: its row (`session: 'begin'`) moves them into Set-Cookie and answers the rest, which is
 * a `SignedInView`. They never enter a body, and no other door may offer these actions.
 */
export const SignedIn = SignedInView.extend({
  cookies: z.strictObject({ access: signed, refresh: signed }),
});

/** As `SignedIn`, or the password was right and the code is still to come. */
export const SignInStep = z.union([
  SignedIn,
  SignInView.options[1].extend({ cookies: z.strictObject({ second_factor: signed }) }),
]);

/** A session that begins with this call. */
export function newSession(
  { newId, clock }: Pick<Dependencies, 'newId' | 'clock'>,
  { userAgent, address }: Pick<Call, 'userAgent' | 'address'>,
  personId: string,
): MintedSession {
  return mintSession({ id: newId(), personId, userAgent, address, now: clock.now() });
}

/** Of the session as it is from now on. */
export function signedIn(person: PersonRow, cookies: SessionCookies) {
  return { user: personView(person), cookies };
}

/** For a session that begins with this call. */
export function signedInWith(
  { keys }: Pick<Dependencies, 'keys'>,
  person: PersonRow,
  { row, secret }: MintedSession,
) {
  return signedIn(person, sessionCookies(keys, row, secret, row.createdAt));
}
