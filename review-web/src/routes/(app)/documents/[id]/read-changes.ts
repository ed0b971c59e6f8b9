import { diffBlocks } from '#lib/server/diff-blocks.ts';
import { diffLines } from '#lib/server/diff-lines.ts';

const MODES = ['rendered', 'inline', 'side'] as const;
export type ChangeMode = (typeof MODES)[number];

/** How changes are shown: as they read, unless the address says otherwise. */
export function readMode(value: string | null): ChangeMode {
  return MODES.find((mode) => mode === value) ?? 'rendered';
}

/** Compares two revisions in one of the ways; the others are not computed. */
export async function readChanges(
  readRevision: (revision: number) => Promise<{ body: string }>,
  from: number,
  to: number,
  mode: ChangeMode,
) {
  const [before, after] = await Promise.all([readRevision(from), readRevision(to)]);
  const same = before.body === after.body;
  return {
    from,
    to,
    mode,
    same,
    blocks: mode === 'rendered' && !same ? diffBlocks(before.body, after.body) : null,
    lines: mode !== 'rendered' && !same ? diffLines(before.body, after.body) : null,
  };
}

export type Changes = Awaited<ReturnType<typeof readChanges>>;
