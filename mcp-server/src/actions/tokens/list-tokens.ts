/** Who holds which key, and when it was last used. For people only: an agent learns nothing of other tokens. */
import { ListTokensInput, TokenListView } from '../../contracts/tokens.ts';
import { PAGE_ITEMS_DEFAULT } from '../../gate/limits.ts';
import { listTokens as listRows } from '../../store/tokens/tokens.ts';
import { action } from '../action.ts';
import { decodeMaking, encodeMaking } from '../cursors.ts';
import { requirePerson } from '../people/require-person.ts';
import { placeOfGroup } from '../places.ts';
import { placeInReach } from '../projects/place-in-reach.ts';
import { tokenViews } from './token-view.ts';

export const listTokens = action({
  name: 'list_tokens',
  input: ListTokensInput,
  output: TokenListView,
  permission: 'token.read',
  place: ({ project, group }, call) =>
    group === undefined ? placeInReach(project, call) : placeOfGroup(group),
  async run(dependencies, call, input) {
    const { project, group, kind, state, limit = PAGE_ITEMS_DEFAULT, cursor } = input;
    const caller = call.caller.kind === 'system' ? null : requirePerson(call.caller);
    const mine = caller === null || caller.isAdmin ? null : [...caller.roles.keys()];
    const rows = await listRows(dependencies.database.reader, {
      projectIds: project === undefined ? mine : [project],
      groupId: group ?? null,
      kind: kind ?? null,
      issuerId: input.mine === true ? (caller?.id ?? null) : null,
      isLive: state === undefined ? null : state === 'live',
      now: dependencies.clock.now(),
      after: decodeMaking(cursor),
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      tokens: await tokenViews(dependencies, page),
      cursor: last === undefined ? null : encodeMaking(last),
    };
  },
});
