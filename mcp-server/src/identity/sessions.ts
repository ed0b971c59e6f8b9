/**
 * People's sessions: a short access token and a long refresh token in cookies, and a row that every request reads, so
 * that ending a session works at once.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  ACCESS_SECONDS,
  REFRESH_AGAIN_SECONDS,
  SESSION_SECONDS,
  SESSION_SECONDS_MAX,
} from '../gate/limits.ts';
import { type NewSession, touchSession } from '../store/people/sessions.ts';
import type { PersonCaller } from './caller.ts';
import type { Doorkeeping } from './doorkeeping.ts';
import type { KeyRing } from './key-ring.ts';
import { callerOfSession } from './person-caller.ts';
import { inBackground, isDue, TOUCH_SECONDS } from './touch.ts';

const SECRET_BYTES = 32;
/** Columns hold this much; a browser's own words may be longer. */
const USER_AGENT_CHARACTERS_MAX = 500;
const ADDRESS_CHARACTERS_MAX = 100;

/** For the cookies, and nowhere else. */
export interface SessionCookies {
  readonly access: string;
  readonly refresh: string;
}

/** What the two cookies of a session say. */
export interface SessionState {
  readonly id: string;
  readonly generation: number;
  readonly rotatedAt: Date;
  readonly expiresAt: Date;
}

export interface MintedSession {
  readonly row: NewSession;
  /** Travels in the refresh token alone. */
  readonly secret: string;
}

/** A session that ends `SESSION_SECONDS` after it was refreshed last. */
export function mintSession(of: {
  readonly id: string;
  readonly personId: string;
  readonly userAgent: string;
  readonly address: string;
  readonly now: Date;
}): MintedSession {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const row = {
    id: of.id,
    personId: of.personId,
    secretHash: hashOf(openerOf(secret)),
    generation: 1,
    rotatedAt: of.now,
    userAgent: storable(of.userAgent, USER_AGENT_CHARACTERS_MAX),
    address: storable(of.address, ADDRESS_CHARACTERS_MAX),
    createdAt: of.now,
    expiresAt: later(of.now, SESSION_SECONDS),
  };
  return { row, secret };
}

/**
 * The refresh token follows from the row and the secret alone: who asks twice for one generation gets the same. The
 * secret makes a leaked session key worth nothing: whoever signs claims of their own doesn't know it, and neither the
 * database nor an access token tells it.
 */
export function sessionCookies(
  keys: KeyRing,
  session: SessionState,
  secret: string,
  now: Date,
): SessionCookies {
  const { id: sid, generation, rotatedAt, expiresAt } = session;
  const opener = openerOf(secret);
  return {
    access: keys.claims.sign('access', { sid, opener }, now, later(now, ACCESS_SECONDS)),
    refresh: keys.claims.sign('refresh', { sid, generation, secret }, rotatedAt, expiresAt),
  };
}

/** What a refresh token says, if it is one of ours. Whether its session is open is another question. */
export function readRefreshToken(
  keys: KeyRing,
  token: string,
  now: Date,
): { readonly id: string; readonly generation: number; readonly secret: string } | null {
  const { sid, generation, secret } = keys.claims.read('refresh', token, now) ?? {};
  return typeof sid === 'string' && typeof generation === 'number' && typeof secret === 'string'
    ? { id: sid, generation, secret }
    : null;
}

/** Whether the secret of a refresh token is that of the session it names. */
export function secretMatches(secret: string, { secretHash }: { secretHash: string }): boolean {
  return openerMatches(openerOf(secret), secretHash);
}

/**
 * Whose session it is, in two statements, and a third for who lacks a second factor where one is asked for. Null: no
 * token of ours, or its session has ended or its person is deactivated; a door that was given a cookie then says
 * `session_expired`.
 */
export async function authenticatePerson(
  doorkeeping: Doorkeeping,
  access: string | undefined,
): Promise<PersonCaller | null> {
  if (access === undefined) return null;
  const claims = doorkeeping.keys.claims.read('access', access, doorkeeping.clock.now());
  const { sid, opener } = claims ?? {};
  if (typeof sid !== 'string' || typeof opener !== 'string') return null;
  return personOfSession(doorkeeping, sid, opener);
}

/**
 * As `authenticatePerson`, for a session that showed itself before (no `opener` then): a stream outlives the token that
 * opened it.
 */
export async function personOfSession(
  { database, clock, log }: Doorkeeping,
  sessionId: string,
  opener?: string,
): Promise<PersonCaller | null> {
  const session = await database.joined.sessionAtDoor(sessionId);
  const now = clock.now();
  if (session === null || session.endedAt !== null || session.expiresAt <= now) return null;
  if (opener !== undefined && !openerMatches(opener, session.secretHash)) return null;
  if (session.deactivatedAt !== null) return null;
  if (isDue(session.lastUsedAt, now)) {
    const before = new Date(now.getTime() - TOUCH_SECONDS * 1000);
    inBackground(log, 'last use of a session', touchSession(database, session.id, now, before));
  }
  return callerOfSession(database.reader, session);
}

/** What to do with a refresh token: `rotate` it, `repeat` the successor it got already, or end all: it is `reused`. */
export type Refreshing = 'rotate' | 'repeat' | 'reused';

/** Two tabs, or a lost answer, show the token before once more within `REFRESH_AGAIN_SECONDS`: that is no theft. */
export function refreshing(session: SessionState, generation: number, now: Date): Refreshing {
  if (generation === session.generation) return 'rotate';
  const again = now < later(session.rotatedAt, REFRESH_AGAIN_SECONDS);
  return generation === session.generation - 1 && again ? 'repeat' : 'reused';
}

/** The session after its refresh; it never outlives `SESSION_SECONDS_MAX` from its sign-in. */
export function rotated(session: SessionState & { createdAt: Date }, now: Date): SessionState {
  const until = Math.min(
    later(now, SESSION_SECONDS).getTime(),
    later(session.createdAt, SESSION_SECONDS_MAX).getTime(),
  );
  return {
    id: session.id,
    generation: session.generation + 1,
    rotatedAt: now,
    expiresAt: new Date(until),
  };
}

/** What an access token carries: it opens until it is over, but can't be turned back into what refreshes. */
function openerOf(secret: string): string {
  return createHash('sha256').update(`flowgate access ${secret}`).digest('base64url');
}

/** Whoever holds 256 random bits holds the session: their hash needs no pepper. */
function hashOf(opener: string): string {
  return createHash('sha256').update(opener).digest('hex');
}

function openerMatches(opener: string, secretHash: string): boolean {
  const [sent, stored] = [Buffer.from(hashOf(opener)), Buffer.from(secretHash)];
  return sent.length === stored.length && timingSafeEqual(sent, stored);
}

function later(time: Date, seconds: number): Date {
  return new Date(time.getTime() + seconds * 1000);
}

/** Headers are anybody's text. */
function storable(text: string, charactersMax: number): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .slice(0, charactersMax)
    .toWellFormed();
}
