/** A browser or script shows its refresh token and gets the next; one shown too late ends every session of its person. */
import { RefreshSessionInput } from '../../contracts/people.ts';
import type { Dependencies } from '../../dependencies.ts';
import {
  readRefreshToken,
  refreshing,
  rotated,
  type SessionState,
  secretMatches,
  sessionCookies,
} from '../../identity/sessions.ts';
import { problems } from '../../problems.ts';
import { appendEvents, INSTALLATION_LOG } from '../../store/events/append-events.ts';
import { endSessionsOf, findSessionById, rotateSession } from '../../store/people/sessions.ts';
import { action } from '../action.ts';
import { SYSTEM_ACTOR } from '../actor-of.ts';
import { SignedIn, signedIn } from './signed-in.ts';

type SessionRow = NonNullable<Awaited<ReturnType<typeof findSessionById>>>;
type OpenSession = SessionRow & SessionState;

/** Throws `session_expired`, also to who shows a token that was refreshed long ago. */
export const refreshSession = action({
  name: 'refresh_session',
  input: RefreshSessionInput,
  output: SignedIn,
  permission: 'public',
  place: () => ({}),
  async run(dependencies, _call, { refresh_token }) {
    const { clock, keys, database } = dependencies;
    const token = readRefreshToken(keys, refresh_token, clock.now());
    if (token === null) throw problems.sessionExpired();
    // Of two tabs at once one rotates; the other looks again and gets the same successor.
    for (;;) {
      const now = clock.now();
      const session = await findSessionById(database.reader, token.id);
      if (session === null || !isOpen(session, now) || !secretMatches(token.secret, session)) {
        throw problems.sessionExpired();
      }
      const next = await nextOf(dependencies, session, token.generation, now);
      if (next === null) continue;
      return signedIn(session.person, sessionCookies(keys, next, token.secret, now));
    }
  },
});

function isOpen(session: SessionRow, now: Date): session is OpenSession {
  const { endedAt, expiresAt, person, generation, rotatedAt } = session;
  const isOver = endedAt !== null || expiresAt <= now || person.deactivatedAt !== null;
  return !isOver && generation !== null && rotatedAt !== null;
}

/** Null: somebody was faster. */
async function nextOf(
  { database }: Dependencies,
  session: OpenSession,
  generation: number,
  now: Date,
): Promise<SessionState | null> {
  switch (refreshing(session, generation, now)) {
    case 'repeat':
      return session;
    case 'rotate': {
      const next = rotated(session, now);
      const done = await database.inTransaction((transaction) => rotateSession(transaction, next));
      return done ? next : null;
    }
    case 'reused':
      await endAll({ database }, session, now);
      throw problems.sessionExpired();
  }
}

/** Whoever holds which copy: the person signs in again, the thief can't. */
async function endAll(
  { database }: Pick<Dependencies, 'database'>,
  { id, person }: OpenSession,
  now: Date,
): Promise<void> {
  await database.inTransaction(async (transaction) => {
    const ended = await endSessionsOf(transaction, person.id, now);
    await appendEvents(transaction, {
      projectId: INSTALLATION_LOG,
      groupId: null,
      actor: SYSTEM_ACTOR,
      at: now,
      events: [
        {
          kind: 'session.reuse_found',
          details: { person: person.id, username: person.username, session: id, ended },
        },
      ],
    });
  });
}
