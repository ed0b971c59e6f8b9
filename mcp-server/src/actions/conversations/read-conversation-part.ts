/** A conversation as an agent reads it: a page of turns, or the one that was cited. */
import type { z } from 'zod';
import type { ReadView } from '../../contracts/work.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { PAGE_ITEMS_MAX, READ_PART_CHARACTERS } from '../../gate/limits.ts';
import { problems } from '../../problems.ts';
import { findTurn, listTurns, type TurnRow } from '../../store/conversations/turns.ts';
import { wireTime } from '../times.ts';

type View = z.input<typeof ReadView>;

/** Turns are facts with a name each, never one text: nobody's words can pass for the turn of another. */
export async function readConversationPart(
  { database: { reader } }: Dependencies,
  { say }: Call,
  conversation: { readonly id: string; readonly turnCount: number | null },
  facts: View['facts'],
  offset: number,
): Promise<Pick<View, 'facts' | 'more' | 'next'>> {
  const total = conversation.turnCount ?? 0;
  const rows = await listTurns(reader, conversation.id, { after: offset }, PAGE_ITEMS_MAX);
  const page = fitting(rows);
  const end = page.at(-1)?.number ?? offset;
  const more = end < total ? { offset: end, total } : null;
  return {
    facts: { ...facts, turns: page.map(turnFacts) },
    more,
    next: more ? say.next('read_more', { offset: end }) : say.next('read_complete'),
  };
}

/** Throws `not_found` for a turn that isn't there. */
export async function readTurnPart(
  { database: { reader } }: Dependencies,
  { say }: Call,
  documentId: string,
  number: number,
  facts: View['facts'],
): Promise<View> {
  const row = await findTurn(reader, documentId, number);
  if (row === null) throw problems.notFound();
  const { text, ...told } = turnFacts(row);
  return {
    ...{ id: `${documentId}#${number}`, kind: 'document', part: 'body' },
    facts: { ...facts, ...told },
    text,
    more: null,
    next: say.next('read_complete'),
  };
}

/** As many as one answer holds, and at least one. */
function fitting(rows: readonly TurnRow[]): readonly TurnRow[] {
  let characters = 0;
  const end = rows.findIndex(({ text }, index) => {
    characters += text.length;
    return index > 0 && characters > READ_PART_CHARACTERS;
  });
  return end === -1 ? rows : rows.slice(0, end);
}

function turnFacts({ number, byName, byKind, createdAt, text, staleSince }: TurnRow) {
  return {
    turn: number,
    by: byName,
    by_kind: byKind,
    at: wireTime(createdAt),
    ...(staleSince === null ? {} : { stale_since: staleSince }),
    text,
  };
}
