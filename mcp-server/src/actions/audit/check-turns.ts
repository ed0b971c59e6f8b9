/** Compares what was said in conversations with what the log says of it. Turns never change, so any difference is a fault. */
import type { Reader } from '@flowgate/database';
import { listTurnsNamed, type TurnRow } from '../../store/conversations/turns.ts';
import type { EventRow } from '../../store/events/list-events.ts';
import { saltedHash } from '../../store/events/salted-hash.ts';
import { fromJson } from '../../store/json.ts';
import { turnHash } from '../conversations/turn-view.ts';
import { faultAt, type LogFault } from './log-fault.ts';

/** A turn is 64 KiB at most. */
const TURNS_AT_ONCE = 50;

interface Told {
  readonly documentId: string;
  readonly turn: number;
  readonly position: number;
  readonly hash: string;
}

/** The first turn told of on this page whose words are others, or gone. */
export async function checkTurns(
  reader: Reader,
  page: readonly EventRow[],
): Promise<LogFault | null> {
  const told = page.flatMap(turnOf);
  for (let from = 0; from < told.length; from += TURNS_AT_ONCE) {
    const some = told.slice(from, from + TURNS_AT_ONCE);
    const rows = await listTurnsNamed(reader, some);
    for (const one of some) {
      const row = rows.find(
        ({ documentId, number }) => documentId === one.documentId && number === one.turn,
      );
      if (row === undefined || hashInLog(row) !== one.hash) {
        return faultAt('body_altered', one.position, `${one.documentId}#${one.turn}`);
      }
    }
  }
  return null;
}

function hashInLog(row: TurnRow): string {
  return row.salt === null ? turnHash(row) : saltedHash(row.salt, turnHash(row));
}

function turnOf({ kind, documentId, position, details }: EventRow): Told[] {
  if (kind !== 'conversation.turn' || documentId === null) return [];
  const { turn, hash } = fromJson<{ turn: number; hash: string }>(details, 'an entry of the log');
  return [{ documentId, turn, position, hash }];
}
