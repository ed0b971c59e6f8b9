/** Whether a patch somebody handed in is what a commit really changed. Compared as text; nothing is ever applied. */
import { parsePatch } from 'diff';

/** Path → the lines it takes out and puts in, in order. */
export type Changes = ReadonlyMap<string, readonly string[]>;

/** Null: it isn't a patch. */
export function changesIn(patch: string): Changes | null {
  try {
    const files = parsePatch(patch);
    const changes = new Map<string, readonly string[]>();
    for (const { oldFileName, newFileName, hunks } of files) {
      const path = pathOf(newFileName) ?? pathOf(oldFileName);
      if (path === null) continue;
      const lines = hunks.flatMap((hunk) => hunk.lines.filter((line) => /^[+-]/.test(line)));
      changes.set(path, [...(changes.get(path) ?? []), ...lines]);
    }
    return changes.size === 0 ? null : changes;
  } catch {
    return null;
  }
}

/** The first path where the patch says something else than the commit did; null: it is all there. A part is enough. */
export function firstDifference(patch: Changes, real: Changes): string | null {
  for (const [path, lines] of patch) {
    const done = real.get(path);
    if (done === undefined || !isPartOf(lines, done)) return path;
  }
  return null;
}

/** In the same order, other lines may stand between: hunks can be left out, never changed. */
function isPartOf(some: readonly string[], all: readonly string[]): boolean {
  let next = 0;
  for (const line of all) if (some[next] === line) next += 1;
  return next === some.length;
}

/** `a/src/x.ts` → `src/x.ts`; what is made or removed has no name on the other side. */
function pathOf(name: string | undefined): string | null {
  if (name === undefined || name === '/dev/null') return null;
  return name.replace(/^[ab]\//, '').replace(/\t.*$/, '');
}
