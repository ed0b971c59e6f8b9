/** Where a person is signed in. */
import { SessionListView } from '../../contracts/accounts.ts';
import { NoInput } from '../../contracts/primitives.ts';
import { SESSIONS_SHOWN_MAX } from '../../gate/limits.ts';
import { listOpenSessions } from '../../store/people/sessions.ts';
import { action } from '../action.ts';
import { requirePerson } from './require-person.ts';

export const listSessions = action({
  name: 'list_sessions',
  input: NoInput,
  output: SessionListView,
  permission: 'account.secure',
  place: () => ({}),
  async run({ database, clock }, call) {
    const { id, sessionId } = requirePerson(call.caller);
    const rows = await listOpenSessions(database.reader, id, clock.now(), SESSIONS_SHOWN_MAX);
    return {
      sessions: rows.map((row) => ({
        id: row.id,
        current: row.id === sessionId,
        user_agent: row.userAgent,
        address: row.address,
        signed_in_at: row.createdAt.toISOString(),
        last_used_at: row.lastUsedAt.toISOString(),
        expires_at: row.expiresAt.toISOString(),
      })),
    };
  },
});
