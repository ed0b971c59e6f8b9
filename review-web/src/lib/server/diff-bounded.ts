import { type ArrayChange, diffArrays } from 'diff';

/** A stretch of two sequences: the same in both, only in the old one, or only in the new one. */
export interface Stretch<T> {
  kind: 'same' | 'removed' | 'added';
  items: T[];
}

/**
 * Compares two sequences within a bound of time. What begins and ends alike is set aside first; if the
 * middle cannot be compared in time it counts as wholly replaced, which is true, only less telling.
 */
export function compare<T>(
  before: readonly T[],
  after: readonly T[],
  milliseconds: number,
): Stretch<T>[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;

  const old = before.slice(head, before.length - tail);
  const fresh = after.slice(head, after.length - tail);
  const changes: ArrayChange<T>[] | undefined =
    milliseconds > 0 ? diffArrays(old, fresh, { timeout: milliseconds }) : undefined;
  const middle: Stretch<T>[] = changes?.map(asStretch) ?? [
    { kind: 'removed', items: old },
    { kind: 'added', items: fresh },
  ];
  const stretches: Stretch<T>[] = [
    { kind: 'same', items: after.slice(0, head) },
    ...middle,
    { kind: 'same', items: after.slice(after.length - tail) },
  ];
  return stretches.filter((stretch) => stretch.items.length > 0);
}

function asStretch<T>(change: ArrayChange<T>): Stretch<T> {
  return {
    kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
    items: change.value,
  };
}

/** Milliseconds to spend on several comparisons together. */
export class TimeBudget {
  readonly #endsAt: number;

  constructor(milliseconds: number) {
    this.#endsAt = performance.now() + milliseconds;
  }

  /** What is left, at most `share`; 0 when it is used up. */
  take(share: number): number {
    return Math.max(0, Math.min(share, this.#endsAt - performance.now()));
  }
}

/** Words, runs of spaces and single marks; Korean, Japanese and Chinese go by character. */
export function wordsOf(text: string): string[] {
  return (
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{N}_]+|\n|[^\S\n]+|[^\p{L}\p{N}_\s]/gu,
    ) ?? []
  );
}

/** How much of two texts is the same, 0 to 1, by words. */
export function likeness(words: Stretch<string>[]): number {
  let same = 0;
  let all = 0;
  for (const stretch of words) {
    const size = stretch.items.reduce((sum, word) => sum + (word.trim() ? word.length : 0), 0);
    all += stretch.kind === 'same' ? 2 * size : size;
    if (stretch.kind === 'same') same += 2 * size;
  }
  return all === 0 ? 1 : same / all;
}
