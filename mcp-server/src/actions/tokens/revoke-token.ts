/** A maintainer takes a key away. It is refused at the door from the next call on, and its runs end. */
import { TokenChangedView, TokenInput } from '../../contracts/tokens.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { GroupFacts } from '../../gate/facts.ts';
import type { GateEvent } from '../../gate/ruling.ts';
import { endRunsOf } from '../../gate/run-commands.ts';
import { problems } from '../../problems.ts';
import { appendEvents } from '../../store/events/append-events.ts';
import {
  findToken,
  listGroupsWithRunsOf,
  revokeToken as revokeRow,
  type TokenRecord,
} from '../../store/tokens/tokens.ts';
import { action } from '../action.ts';
import { actorOf, personBehind } from '../actor-of.ts';
import { changeGroup, requireAllowed } from '../change-group.ts';
import { placeOfToken } from './place-of-token.ts';
import { tokenViews } from './token-view.ts';

/** Revoking again changes nothing, and says so by the same answer. */
export const revokeToken = action({
  name: 'revoke_token',
  input: TokenInput,
  output: TokenChangedView,
  permission: 'token.issue',
  place: (input, _call, dependencies) => placeOfToken(input, dependencies),
  async run(dependencies, call, { token_id: id }) {
    const { reader } = dependencies.database;
    const token = await findToken(reader, id);
    if (token === null) throw problems.notFound();
    if (token.groupId === null) await revokeInProject(dependencies, call, token);
    else await revokeInGroup(dependencies, call, token, token.groupId);
    const [view] = await tokenViews(dependencies, [(await findToken(reader, id)) ?? token]);
    if (view === undefined) throw new Error('a token was revoked without a view');
    return { token: view };
  },
});

function revoked({ id, kind, stepId }: TokenRecord): GateEvent {
  return { kind: 'token.revoked', stepId: stepId ?? undefined, details: { token: id, kind } };
}

/** Token, runs and attention in one transaction. */
async function revokeInGroup(
  dependencies: Dependencies,
  call: Call,
  token: TokenRecord,
  groupId: string,
): Promise<void> {
  await changeGroup<void>(
    dependencies,
    call,
    groupId,
    { evenArchived: true },
    async ({ facts }) => {
      const latest = await findToken(dependencies.database.reader, token.id);
      if (latest?.revokedAt !== null) return { settled: undefined };
      const ended = requireAllowed(endRunsOf(without(facts, token.id), token.id, 'token_revoked'));
      return {
        changes: ended.changes,
        events: [revoked(token), ...ended.events],
        also: async (transaction, now) =>
          void (await revokeRow(transaction, token.id, personBehind(call.caller), now)),
        reckon: (after) => without(after, token.id),
        answer: () => undefined,
      };
    },
  );
}

/**
 * A worker's runs stand in several groups, each with its lock, so they end one after the other once the key is gone.
 * One that was cut off in between ends the rest when revoking is repeated.
 */
async function revokeInProject(
  dependencies: Dependencies,
  call: Call,
  token: TokenRecord,
): Promise<void> {
  const { database, clock, announcer } = dependencies;
  const now = clock.now();
  await database.inTransaction(async (transaction) => {
    const first = await revokeRow(transaction, token.id, personBehind(call.caller), now);
    await appendEvents(transaction, {
      projectId: token.projectId,
      groupId: null,
      actor: actorOf(call.caller),
      at: now,
      events: first ? [revoked(token)] : [],
    });
  });
  announcer.announce(token.projectId);
  await endRuns(dependencies, call, token.id);
}

async function endRuns(dependencies: Dependencies, call: Call, tokenId: string): Promise<void> {
  const groups = await listGroupsWithRunsOf(dependencies.database.reader, tokenId);
  for (const groupId of groups) {
    await changeGroup(dependencies, call, groupId, { evenArchived: true }, ({ facts }) => {
      const ended = requireAllowed(endRunsOf(without(facts, tokenId), tokenId, 'token_revoked'));
      return { ...ended, reckon: (after) => without(after, tokenId), answer: () => undefined };
    });
  }
}

function without(group: GroupFacts, tokenId: string): GroupFacts {
  return { ...group, tokens: group.tokens.filter(({ id }) => id !== tokenId) };
}
