/** A person ends the session they are in. The door clears the cookie, whatever the answer. */
import { DoneView, NoInput } from '../../contracts/primitives.ts';
import { appendEvents, INSTALLATION_LOG } from '../../store/events/append-events.ts';
import { endSession } from '../../store/people/sessions.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { requirePerson } from './require-person.ts';

export const signOut = action({
  name: 'sign_out',
  input: NoInput,
  output: DoneView,
  permission: 'account.secure',
  place: () => ({}),
  async run({ database, clock }, call) {
    const { sessionId } = requirePerson(call.caller);
    const now = clock.now();
    await database.inTransaction(async (transaction) => {
      const ended = await endSession(transaction, sessionId, now);
      await appendEvents(transaction, {
        projectId: INSTALLATION_LOG,
        groupId: null,
        actor: actorOf(call.caller),
        at: now,
        events: ended ? [{ kind: 'person.signed_out', details: { session: sessionId } }] : [],
      });
    });
    return { done: true as const };
  },
});
