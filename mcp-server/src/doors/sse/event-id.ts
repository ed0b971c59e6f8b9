/** The id of a frame: base64url of `{project: position}`, so that one id resumes the streams of many projects. */
import { z } from 'zod';

const Positions = z.record(z.string().max(40), z.int().min(0));
/** A person in hundreds of projects still fits; a browser sends it back as a header. */
const ID_CHARACTERS_MAX = 8_000;

export function eventIdOf(positions: ReadonlyMap<string, number>): string {
  return Buffer.from(JSON.stringify(Object.fromEntries(positions))).toString('base64url');
}

/** Null for what is no id of ours: the stream then begins now, and says `resync`. */
export function positionsOfEventId(id: string): Map<string, number> | null {
  if (id.length > ID_CHARACTERS_MAX) return null;
  try {
    const parsed = Positions.safeParse(JSON.parse(Buffer.from(id, 'base64url').toString()));
    return parsed.success ? new Map(Object.entries(parsed.data)) : null;
  } catch {
    return null;
  }
}
