/** Turns as people see them, and as agents hear them in passing. */
import type { HeardTurn, TurnView } from '../../contracts/conversations.ts';
import { READ_PART_CHARACTERS } from '../../gate/limits.ts';
import type { ActorKind } from '../../gate/vocabulary.ts';
import type { TurnRow } from '../../store/conversations/turns.ts';
import { payloadHash } from '../documents/canonical-content.ts';
import { wireTime } from '../times.ts';

export function turnView(row: TurnRow): TurnView {
  return {
    turn: row.number,
    by: { kind: row.byKind as ActorKind, id: row.byId, name: row.byName },
    at: wireTime(row.createdAt),
    text: row.text,
    based_on_turn: row.basedOn,
    stale_since: row.staleSince,
    hash: turnHash(row),
  };
}

/** What a citation of a turn rests on: it never changes, and anybody can compute it again from what is shown. */
export function turnHash(
  row: Pick<TurnRow, 'documentId' | 'number' | 'byId' | 'text' | 'createdAt'>,
): string {
  const { documentId: document_id, number: turn, byId: by, text, createdAt } = row;
  return payloadHash({ document_id, turn, by, text, at: wireTime(createdAt) });
}

/** One answer's worth of text; turns that find no room come without theirs and are read one by one. */
export function heardTurns(rows: readonly TurnRow[]): HeardTurn[] {
  let room = READ_PART_CHARACTERS;
  return rows.map(({ number, byName, text }) => {
    const fits = text.length <= room;
    if (fits) room -= text.length;
    return { turn: number, by: byName, text: fits ? text : null };
  });
}
