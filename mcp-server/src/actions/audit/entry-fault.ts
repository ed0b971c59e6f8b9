/** What is wrong with one entry of a log, by name: the hash covers its place, so an entry betrays where it was written. */
import type { Reader } from '@flowgate/database';
import { hashOfEvent } from '../../store/events/append-events.ts';
import { type EventRow, positionOfHash } from '../../store/events/list-events.ts';
import { faultAt, type LogFault } from './log-fault.ts';

/** Looked through on either side for the place an entry was written at. Far more than anybody swaps by hand. */
const PLACES_MAX = 50_000;

interface Expected {
  readonly position: number;
  readonly previousHash: string;
}

/** Null: it stands where it was written, as it was written. `newest`: the log's last position. */
export async function entryFault(
  reader: Reader,
  event: EventRow,
  expected: Expected,
  newest: number,
): Promise<LogFault | null> {
  const { position, previousHash } = expected;
  if (event.position !== position) return faultAt('missing', position);
  if (event.hash === hashOfEvent(event)) {
    return event.previousHash === previousHash ? null : faultAt('inserted', position);
  }
  if (!wasWrittenElsewhere(event, newest)) return faultAt('altered', position);
  const before = await positionOfHash(reader, event.projectId, event.previousHash);
  // The entry it followed still stands further up: what lies between the two was slipped in.
  if (before !== null && before < position - 1) return faultAt('inserted', before + 1);
  return faultAt('reordered', position);
}

/** Nearest places first: whoever swaps, or pushes entries along, mostly does it by few places. */
function wasWrittenElsewhere(event: EventRow, newest: number): boolean {
  for (let distance = 1; distance <= Math.min(PLACES_MAX, newest); distance += 1) {
    for (const position of [event.position - distance, event.position + distance]) {
      if (position >= 1 && hashOfEvent({ ...event, position }) === event.hash) return true;
    }
  }
  return false;
}
