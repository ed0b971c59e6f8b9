/** A maintainer lets a token live longer. What is dead is never revived: issue another. */
import { ExtendTokenInput, TokenChangedView } from '../../contracts/tokens.ts';
import { faultAt, problems } from '../../problems.ts';
import { appendEvents } from '../../store/events/append-events.ts';
import { findProject } from '../../store/projects/projects.ts';
import { extendToken as extendRow, findToken } from '../../store/tokens/tokens.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { requireUnarchived } from '../projects/require-unarchived.ts';
import { placeOfToken } from './place-of-token.ts';
import { tokenViews } from './token-view.ts';

export const extendToken = action({
  name: 'extend_token',
  input: ExtendTokenInput,
  output: TokenChangedView,
  permission: 'token.issue',
  place: (input, _call, dependencies) => placeOfToken(input, dependencies),
  async run(dependencies, call, { token_id: id, expires_in_seconds: seconds }) {
    const { database, clock, announcer } = dependencies;
    const token = await findToken(database.reader, id);
    if (token === null) throw problems.notFound();
    const project = await findProject(database.reader, token.projectId);
    if (project === null) throw problems.notFound();
    requireUnarchived(project);
    const now = clock.now();
    const expiresAt = new Date(now.getTime() + seconds * 1000);
    // Shortening a life is another act, with its own name: revoking.
    const left = Math.ceil((token.expiresAt.getTime() - now.getTime()) / 1000);
    if (seconds < left) throw faultAt('expires_in_seconds', 'out_of_range', { min: left });
    await database.inTransaction(async (transaction) => {
      if (!(await extendRow(transaction, id, expiresAt, now))) {
        throw problems.refused({ code: 'token_ended', params: { token: id } });
      }
      await appendEvents(transaction, {
        projectId: token.projectId,
        groupId: token.groupId,
        actor: actorOf(call.caller),
        at: now,
        events: [
          {
            kind: 'token.extended',
            stepId: token.stepId ?? undefined,
            details: { token: id, expires_at: expiresAt.toISOString() },
          },
        ],
      });
    });
    announcer.announce(token.projectId);
    const [view] = await tokenViews(dependencies, [{ ...token, expiresAt }]);
    if (view === undefined) throw new Error('a token was extended without a view');
    return { token: view };
  },
});
