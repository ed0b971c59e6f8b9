/** A person or an agent adds a turn to a conversation. Numbered under the group's lock, so never twice and without gaps. */
import type { Transaction } from '@flowgate/database';
import type { z } from 'zod';
import {
  ConverseInput,
  ConverseView,
  type ConverseInput as Input,
} from '../../contracts/conversations.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { refuseTurn, staleSince } from '../../gate/conversing.ts';
import { NEWER_TURNS_TOLD_MAX } from '../../gate/limits.ts';
import { faultAt, problems } from '../../problems.ts';
import {
  type ConversationRow,
  countTurns,
  findConversation,
  findTurn,
  insertTurn,
  lastTurnOf,
  listAuthors,
  listTurns,
  lockOpenGroup,
} from '../../store/conversations/turns.ts';
import { appendEvents } from '../../store/events/append-events.ts';
import { positionsOf } from '../../store/events/list-events.ts';
import { newSalt, saltedHash } from '../../store/events/salted-hash.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { encodePosition } from '../cursors.ts';
import { placeOfDocument } from '../places.ts';
import { conversationFacts } from './conversation-facts.ts';
import { tellParticipants } from './tell-participants.ts';
import { findToldTurn, recordTurn } from './told-turns.ts';
import { turnAuthor } from './turn-author.ts';
import { heardTurns, turnHash } from './turn-view.ts';

type View = z.input<typeof ConverseView>;

export const converse = action({
  name: 'converse',
  input: ConverseInput,
  output: ConverseView,
  permission: 'conversation.write',
  place: ({ document_id }) => placeOfDocument(document_id),
  run: async (dependencies, call, input): Promise<View> => {
    const { database, clock, announcer } = dependencies;
    const conversation = await findConversation(database.reader, input.document_id);
    if (conversation === null) throw problems.notFound();
    requireTurn(call, conversation, conversation.turnCount ?? 0);
    const now = clock.now();
    const added = await database.inTransaction(async (transaction) => {
      if (!(await lockOpenGroup(transaction, conversation.groupId, now))) {
        const group = conversation.groupId;
        throw problems.refused({ code: 'group_closed', params: { group } });
      }
      const count = await countTurns(transaction, conversation.id);
      const told = await findToldTurn(transaction, call, input, count);
      if (told !== null) return { turn: told, replayed: true };
      requireTurn(call, conversation, count);
      await append(dependencies, transaction, call, input, conversation, count, now);
      return { turn: count + 1, replayed: false };
    });
    if (!added.replayed) announcer.announce(conversation.projectId);
    return viewOf(dependencies, call, conversation, added);
  },
});

function requireTurn({ caller }: Call, conversation: ConversationRow, turnCount: number): void {
  const author = turnAuthor(caller, conversation.projectId);
  const refused = refuseTurn(conversationFacts(conversation, turnCount), author);
  if (refused !== null) throw problems.refused(refused.refusal);
}

/** Turn, record of the call, event and notices: one transaction, the log last. */
async function append(
  dependencies: Dependencies,
  transaction: Transaction,
  call: Call,
  input: Input,
  conversation: ConversationRow,
  count: number,
  now: Date,
): Promise<void> {
  const { id: documentId, projectId, groupId } = conversation;
  const actor = actorOf(call.caller);
  const basedOn = input.based_on_turn ?? (await lastTurnOf(transaction, documentId, actor.id));
  if (basedOn > count) throw faultAt('based_on_turn', 'out_of_range', { max: count });
  const missed = await listAuthors(transaction, documentId, basedOn);
  const row = {
    documentId,
    number: count + 1,
    basedOn,
    staleSince: staleSince(missed, basedOn, actor.id),
    byKind: actor.kind,
    byId: actor.id,
    byName: actor.name,
    text: input.text,
    salt: newSalt(),
    createdAt: now,
  };
  await insertTurn(transaction, row);
  await recordTurn(dependencies, transaction, call, input, row.number, now);
  const hash = saltedHash(row.salt, turnHash(row));
  const details = { turn: row.number, stale_since: row.staleSince, hash };
  const position = await appendEvents(transaction, {
    ...{ projectId, groupId, actor, at: now },
    events: [{ kind: 'conversation.turn', documentId, details }],
  });
  await tellParticipants(dependencies, transaction, conversation, actor, position, now);
}

/** What others wrote that the author had not read: before the turn, and, where a retry hears it, after it. */
async function viewOf(
  { database: { reader } }: Dependencies,
  call: Call,
  { id, projectId }: ConversationRow,
  { turn, replayed }: { readonly turn: number; readonly replayed: boolean },
): Promise<View> {
  // The position first: a turn that comes while these are read is told again rather than missed.
  const position = (await positionsOf(reader, [projectId])).get(projectId) ?? 0;
  const own = await findTurn(reader, id, turn);
  if (own === null) throw new Error(`${id} has lost its turn ${turn}`);
  const range = { after: own.basedOn, notBy: own.byId };
  const newer = await listTurns(reader, id, range, NEWER_TURNS_TOLD_MAX);
  const newest = newer.at(-1)?.number;
  const next =
    newest === undefined
      ? call.say.next('converse_turn', { turn, document: id })
      : call.say.next('converse_newer', { turn, document: id, newest });
  return {
    turn,
    newer_turns: heardTurns(newer),
    replayed,
    cursor: encodePosition(position),
    next,
  };
}
