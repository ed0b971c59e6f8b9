/** A conversation and a page of its turns, forwards or backwards from any of them. */
import type { z } from 'zod';
import { ConversationView, ListTurnsInput } from '../../contracts/conversations.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { refuseTurn } from '../../gate/conversing.ts';
import { PAGE_ITEMS_DEFAULT } from '../../gate/limits.ts';
import type { ActorKind } from '../../gate/vocabulary.ts';
import { can } from '../../identity/permissions.ts';
import { problems } from '../../problems.ts';
import {
  type ConversationRow,
  findConversation,
  listTurns as listRows,
} from '../../store/conversations/turns.ts';
import { findRevision } from '../../store/documents/read-document.ts';
import { action } from '../action.ts';
import { readContent } from '../documents/canonical-content.ts';
import { placeOfReadable } from '../documents/place-of-readable.ts';
import { wireTime } from '../times.ts';
import { conversationFacts } from './conversation-facts.ts';
import { turnAuthor } from './turn-author.ts';
import { turnView } from './turn-view.ts';

type View = z.input<typeof ConversationView>;

export const listTurns = action({
  name: 'list_turns',
  input: ListTurnsInput,
  output: ConversationView,
  permission: 'project.read',
  place: ({ document_id }, call, dependencies) => placeOfReadable(document_id, call, dependencies),
  run: async (dependencies, call, input): Promise<View> => {
    const { reader } = dependencies.database;
    const { document_id: id, after, before, limit = PAGE_ITEMS_DEFAULT } = input;
    const conversation = await findConversation(reader, id);
    if (conversation === null) throw problems.notFound();
    if (conversation.series !== 'conversation') {
      throw problems.refused({ code: 'not_a_conversation', params: { document: id } });
    }
    const newest = after === undefined;
    const rows = await listRows(reader, id, { after, before }, limit, newest);
    const paged = after !== undefined || before !== undefined;
    const [first, last] = [rows.at(0)?.number, rows.at(-1)?.number];
    return {
      conversation: headOf(conversation),
      opening: paged ? null : await openingOf(dependencies, conversation),
      turns: rows.map(turnView),
      before: first !== undefined && first > 1 ? first : null,
      after: last !== undefined && last < (conversation.turnCount ?? 0) ? last : null,
      may_write: mayWrite(call, conversation),
    };
  },
});

function headOf(row: ConversationRow): View['conversation'] {
  return {
    id: row.id,
    type: row.type,
    title: row.title,
    group: {
      id: row.groupId,
      title: row.group.title,
      project: row.projectId,
      state: row.group.state,
    },
    opened_by: { kind: row.authorKind as ActorKind, id: row.authorId, name: row.authorName },
    opened_at: wireTime(row.createdAt),
    turns: row.turnCount ?? 0,
  };
}

/** A conversation has one revision: what it was opened with. */
async function openingOf(
  { database: { reader } }: Dependencies,
  { id, revision }: ConversationRow,
): Promise<string> {
  const row = await findRevision(reader, id, revision);
  if (row === null) throw new Error(`${id} has no revision ${revision}`);
  return readContent(row.content, id).body;
}

function mayWrite({ caller }: Call, conversation: ConversationRow): boolean {
  const { projectId, groupId } = conversation;
  if (!can(caller, 'conversation.write', { projectId, groupId })) return false;
  return refuseTurn(conversationFacts(conversation), turnAuthor(caller, projectId)) === null;
}
