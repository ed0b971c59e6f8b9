/** The turns a waiting agent is told: those that came since, or, where it has heard nothing yet, all it has not answered. */
import type { Reader } from '@flowgate/database';
import type { AwaitVerdictView } from '../../contracts/work.ts';
import { NEWER_TURNS_TOLD_MAX } from '../../gate/limits.ts';
import {
  lastTurnOf,
  listTurns,
  listTurnsNamed,
  type TurnRow,
} from '../../store/conversations/turns.ts';
import { heardTurns } from './turn-view.ts';

type Turns = AwaitVerdictView['turns'];

/** The newest of them, in order. */
export async function turnsNamed(
  reader: Reader,
  named: readonly { readonly documentId: string; readonly turn: number }[],
): Promise<Turns> {
  if (named.length === 0) return [];
  return told(await listTurnsNamed(reader, named.slice(-NEWER_TURNS_TOLD_MAX)));
}

/** What others said in a conversation since the caller last spoke. */
export async function turnsUnanswered(
  reader: Reader,
  documentId: string,
  callerId: string,
): Promise<Turns> {
  const after = await lastTurnOf(reader, documentId, callerId);
  const range = { after, notBy: callerId };
  return told(await listTurns(reader, documentId, range, NEWER_TURNS_TOLD_MAX, true));
}

function told(rows: readonly TurnRow[]): Turns {
  const heard = heardTurns(rows);
  return rows.map(({ documentId }, index) => ({
    document_id: documentId,
    ...(heard[index] ?? { turn: 0, by: '', text: null }),
  }));
}
