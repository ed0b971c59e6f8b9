/** Anchors follow the text: where the words a comment is about stand in another revision, or that they are gone. Pure. */

/** Words of the body, with the lines they stood on. */
export interface TextAnchor {
  readonly quote: string;
  readonly lineFrom: number;
  readonly lineTo: number;
}

/** A claim by its number, from 1, with what it said. */
export interface ClaimAnchor {
  readonly claim: number;
  readonly quote: string;
}

/** Lines of a text, from 1, both included. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** A text made ready to look for many quotes in. */
export interface SearchableText {
  readonly text: string;
  readonly lineStarts: readonly number[];
  /** The text without what a reader doesn't see; `offsets` says where each of its characters stands. */
  readonly seen: string;
  readonly offsets: Uint32Array;
}

export function searchable(text: string): SearchableText {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lineStarts.push(at + 1);
  }
  return { text, lineStarts, ...asSeen(text) };
}

/**
 * Where the quote stands, nearest to its old line. First to the letter; then as a reader sees it, without spaces and
 * Markdown's signs, so that words picked from the rendered page are found in the source. Null: they are gone.
 */
export function followQuote(target: SearchableText, { quote, lineFrom }: TextAnchor): Lines | null {
  const hint = target.lineStarts[Math.min(lineFrom, target.lineStarts.length) - 1] ?? 0;
  const exact = nearest(target.text, quote, hint, (offset) => lineAt(target.lineStarts, offset));
  if (exact !== null) return linesAt(target, exact, exact + quote.length - 1);
  const { seen: words } = asSeen(quote);
  if (words === '') return null;
  const place = (index: number) => target.offsets[index] ?? 0;
  const found = nearest(target.seen, words, firstFrom(target.offsets, hint), (index) =>
    lineAt(target.lineStarts, place(index)),
  );
  if (found === null) return null;
  return linesAt(target, place(found), place(found + words.length - 1));
}

/** The number of the claim that says the same, nearest to the old one. Null: no claim says that any more. */
export function followClaim(
  statements: readonly string[],
  { claim, quote }: ClaimAnchor,
): number | null {
  const same = statements.flatMap((statement, index) => (statement === quote ? [index + 1] : []));
  return same.toSorted((a, b) => Math.abs(a - claim) - Math.abs(b - claim))[0] ?? null;
}

/** Those lines as they stand; empty where the text has no such line. */
export function textOfLines({ text, lineStarts }: SearchableText, { from, to }: Lines): string {
  const start = lineStarts[from - 1];
  if (start === undefined) return '';
  const end = lineStarts[to];
  return text.slice(start, end === undefined ? text.length : end - 1);
}

/** Of the last occurrence before the hint and the first one from it on, the one fewer lines away. */
function nearest(
  text: string,
  words: string,
  hint: number,
  lineOf: (index: number) => number,
): number | null {
  const after = text.indexOf(words, hint);
  const before = hint > 0 ? text.lastIndexOf(words, hint - 1) : -1;
  if (after < 0 || before < 0) return Math.max(after, before) < 0 ? null : Math.max(after, before);
  const line = lineOf(hint);
  return lineOf(after) - line < line - lineOf(before) ? after : before;
}

function linesAt({ lineStarts }: SearchableText, from: number, to: number): Lines {
  return { from: lineAt(lineStarts, from), to: lineAt(lineStarts, Math.max(from, to)) };
}

function lineAt(lineStarts: readonly number[], offset: number): number {
  let [low, high] = [0, lineStarts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/** The index of the first kept character at or after an offset of the text. */
function firstFrom(offsets: Uint32Array, offset: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What opens a line and isn't read: indents, quote marks, headings, bullets, numbers, boxes of tasks. */
const LINE_OPENING = /^[\s>]*(?:#{1,6}[ \t]+)?(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?/;
const UNSEEN = /[\s*_`~#>|[\]()!\\]/;
/** The address of a link, after its words. Bounded, so that no line makes it slow. */
const LINK_TARGET = /^\]\([^()\s]{0,2000}(?:[ \t]+"[^"\n]{0,500}")?\)/;
const LINK_CHARACTERS_MAX = 2_520;

function asSeen(text: string): { readonly seen: string; readonly offsets: Uint32Array } {
  const offsets = new Uint32Array(text.length);
  const kept: string[] = [];
  let count = 0;
  let start = 0;
  for (const line of text.split('\n')) {
    let at = LINE_OPENING.exec(line)?.[0].length ?? 0;
    while (at < line.length) {
      const character = line.charAt(at);
      if (character === ']' && line.charAt(at + 1) === '(') {
        at += LINK_TARGET.exec(line.slice(at, at + LINK_CHARACTERS_MAX))?.[0].length ?? 1;
        continue;
      }
      if (!UNSEEN.test(character)) {
        kept.push(character);
        offsets[count] = start + at;
        count += 1;
      }
      at += 1;
    }
    start += line.length + 1;
  }
  return { seen: kept.join(''), offsets: offsets.subarray(0, count) };
}
