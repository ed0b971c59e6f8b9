/** Opaque cursors: a place in a list or a log, no credential. Tampering only moves the place. */
import { problems } from '../problems.ts';

export function encodeCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Throws `cursor_invalid` for what we never minted. */
export function decodeCursor(cursor: string, length?: number): (string | number)[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(parts) &&
      (length === undefined || parts.length === length) &&
      parts.every((part) => typeof part === 'string' || Number.isSafeInteger(part))
    ) {
      return parts;
    }
  } catch {
    // Falls through: what doesn't parse was never ours.
  }
  throw problems.cursorInvalid();
}

/** A cursor that is a position in a project's log. */
export function encodePosition(position: number): string {
  return encodeCursor([position]);
}

export function decodePosition(cursor: string): number {
  const [position] = decodeCursor(cursor);
  if (typeof position !== 'number') throw problems.cursorInvalid();
  return position;
}

/** A cursor of a list that is sorted by time of making, newest first: the last one of the page before. */
export function encodeMaking({ createdAt, id }: Making): string {
  return encodeCursor([createdAt.getTime(), id]);
}

export function decodeMaking(cursor: string | undefined): Making | null {
  if (cursor === undefined) return null;
  const [time, id] = decodeCursor(cursor, 2);
  if (typeof time !== 'number' || typeof id !== 'string') throw problems.cursorInvalid();
  return { createdAt: new Date(time), id };
}

interface Making {
  readonly createdAt: Date;
  readonly id: string;
}
