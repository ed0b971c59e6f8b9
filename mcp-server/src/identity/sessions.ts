/** People's sessions: an opaque secret in a cookie, looked up on every request, so that ending one works at once. */
import { createHash, randomBytes } from 'node:crypto';
import { SESSION_SECONDS } from '../gate/limits.ts';
import { findSession, type NewSession, touchSession } from '../store/people/sessions.ts';
import type { PersonCaller } from './caller.ts';
import type { Doorkeeping } from './doorkeeping.ts';
import { asCaller } from './person-caller.ts';
import { inBackground, isDue, TOUCH_SECONDS } from './touch.ts';

const SECRET_BYTES = 32;
const FORM = /^[A-Za-z0-9_-]{43}$/;
/** Columns hold this much; a browser's own words may be longer. */
const USER_AGENT_CHARACTERS_MAX = 500;
const ADDRESS_CHARACTERS_MAX = 100;

export interface MintedSession {
  /** For the cookie, and nowhere else. */
  readonly secret: string;
  readonly row: NewSession;
}

/** A session that ends by itself after `SESSION_SECONDS`, used or not. */
export function mintSession(of: {
  readonly id: string;
  readonly personId: string;
  readonly userAgent: string;
  readonly address: string;
  readonly now: Date;
}): MintedSession {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  return {
    secret,
    row: {
      id: of.id,
      personId: of.personId,
      secretHash: hashOf(secret),
      userAgent: storable(of.userAgent, USER_AGENT_CHARACTERS_MAX),
      address: storable(of.address, ADDRESS_CHARACTERS_MAX),
      createdAt: of.now,
      expiresAt: new Date(of.now.getTime() + SESSION_SECONDS * 1000),
    },
  };
}

/**
 * Whose session it is, in three statements. Null: none, ended, expired, or its person is deactivated;
 * a door that was given a cookie then says `session_expired`.
 */
export async function authenticatePerson(
  { database, clock, log }: Doorkeeping,
  secret: string | undefined,
): Promise<PersonCaller | null> {
  // Whoever holds 256 random bits holds the session: their hash needs no pepper, and a look-up by it leaks nothing.
  if (secret === undefined || !FORM.test(secret)) return null;
  const session = await findSession(database.reader, hashOf(secret));
  const now = clock.now();
  if (session === null || session.endedAt !== null || session.expiresAt <= now) return null;
  const { person } = session;
  if (person.deactivatedAt !== null) return null;
  if (isDue(session.lastUsedAt, now)) {
    const before = new Date(now.getTime() - TOUCH_SECONDS * 1000);
    inBackground(log, 'last use of a session', touchSession(database, session.id, now, before));
  }
  return asCaller(person, session.id);
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Headers are anybody's text. */
function storable(text: string, charactersMax: number): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .slice(0, charactersMax)
    .toWellFormed();
}
