import { compare, type Stretch, TimeBudget, wordsOf } from './diff-bounded.ts';

export interface LinePart {
  text: string;
  changed: boolean;
}

/** One line of the comparison. A side that has no such line has no number and no parts. */
export interface LineRow {
  kind: 'same' | 'changed' | 'removed' | 'added';
  oldNumber: number | null;
  newNumber: number | null;
  old: LinePart[] | null;
  new: LinePart[] | null;
}

/** Lines shown, or a run of unchanged lines folded away. */
export interface LineSection {
  folded: boolean;
  /** Its lines; `rows` is empty where a fold is too long to be worth sending. */
  count: number;
  rows: LineRow[];
}

export interface LineDiff {
  sections: LineSection[];
  added: number;
  removed: number;
  /** Changed rows that are too many to show. */
  notShown: number;
}

const CONTEXT_LINES = 3;
const COMPARE_MILLISECONDS = 600;
const WORDS_MILLISECONDS = 400;
const WORDS_PER_LINE_MILLISECONDS = 20;
/** A page of more rows is slow to lay out, and nobody reads it. */
const ROWS_MAX = 2_500;
const FOLDED_ROWS_MAX = 400;

/** Line by line, with the changed words of a line that was rewritten. Bounded in time and rows. */
export function diffLines(before: string, after: string): LineDiff {
  const stretches = compare(before.split('\n'), after.split('\n'), COMPARE_MILLISECONDS);
  const rows = rowsOf(stretches);
  const shown = rows.slice(0, cutAfter(rows));
  return {
    sections: fold(shown),
    added: rows.filter((row) => row.kind === 'added' || row.kind === 'changed').length,
    removed: rows.filter((row) => row.kind === 'removed' || row.kind === 'changed').length,
    notShown: rows.slice(shown.length).filter((row) => row.kind !== 'same').length,
  };
}

/** Where the rows to show end: after so many changed ones. */
function cutAfter(rows: LineRow[]): number {
  let changed = 0;
  for (const [place, row] of rows.entries()) {
    if (row.kind !== 'same') changed += 1;
    if (changed > ROWS_MAX) return place;
  }
  return rows.length;
}

const whole = (text: string): LinePart[] => [{ text, changed: false }];

function rowsOf(stretches: Stretch<string>[]): LineRow[] {
  const budget = new TimeBudget(WORDS_MILLISECONDS);
  const rows: LineRow[] = [];
  let oldNumber = 0;
  let newNumber = 0;
  for (let place = 0; place < stretches.length; place += 1) {
    const stretch = stretches[place];
    if (!stretch) break;
    if (stretch.kind === 'same') {
      for (const text of stretch.items) {
        oldNumber += 1;
        newNumber += 1;
        rows.push({ kind: 'same', oldNumber, newNumber, old: whole(text), new: whole(text) });
      }
      continue;
    }
    const next = stretches[place + 1];
    const paired = next && next.kind !== 'same' && next.kind !== stretch.kind ? next : null;
    if (paired) place += 1;
    const removed = [stretch, paired].find((side) => side?.kind === 'removed')?.items ?? [];
    const added = [stretch, paired].find((side) => side?.kind === 'added')?.items ?? [];
    for (let line = 0; line < Math.max(removed.length, added.length); line += 1) {
      const old = removed[line];
      const fresh = added[line];
      if (old !== undefined) oldNumber += 1;
      if (fresh !== undefined) newNumber += 1;
      rows.push(pairOf(old, fresh, oldNumber, newNumber, budget));
    }
  }
  return rows;
}

function pairOf(
  old: string | undefined,
  fresh: string | undefined,
  oldNumber: number,
  newNumber: number,
  budget: TimeBudget,
): LineRow {
  if (old === undefined) {
    return { kind: 'added', oldNumber: null, newNumber, old: null, new: whole(fresh ?? '') };
  }
  if (fresh === undefined) {
    return { kind: 'removed', oldNumber, newNumber: null, old: whole(old), new: null };
  }
  const words = compare(wordsOf(old), wordsOf(fresh), budget.take(WORDS_PER_LINE_MILLISECONDS));
  const side = (gone: 'removed' | 'added'): LinePart[] =>
    words
      .filter((stretch) => stretch.kind !== gone)
      .map((stretch) => ({ text: stretch.items.join(''), changed: stretch.kind !== 'same' }));
  return { kind: 'changed', oldNumber, newNumber, old: side('added'), new: side('removed') };
}

/** Long unchanged runs are folded, but for a few lines around what changed. */
function fold(rows: LineRow[]): LineSection[] {
  const near = new Uint8Array(rows.length);
  for (const [place, row] of rows.entries()) {
    if (row.kind === 'same') continue;
    near.fill(1, Math.max(0, place - CONTEXT_LINES), place + CONTEXT_LINES + 1);
  }
  const sections: LineSection[] = [];
  for (const [place, row] of rows.entries()) {
    const folded = near[place] === 0;
    const last = sections.at(-1);
    if (last && last.folded === folded) last.rows.push(row);
    else sections.push({ folded, count: 0, rows: [row] });
  }
  return sections.map(({ folded, rows: part }) => ({
    // Folding one or two lines hides more than it saves.
    folded: folded && part.length > 2,
    count: part.length,
    rows: folded && part.length > FOLDED_ROWS_MAX ? [] : part,
  }));
}
