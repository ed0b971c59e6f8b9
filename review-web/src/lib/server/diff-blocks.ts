import type { Element, Root } from 'hast';
import { compare, likeness, type Stretch, TimeBudget, wordsOf } from './diff-bounded.ts';
import { markWords } from './diff-words.ts';
import { toHtml, toSafeTree } from './markdown.ts';
import { splitBlocks } from './markdown-blocks.ts';
import { textOf } from './markdown-tree.ts';

/** A block of the rendered comparison. `html` is safe to put into a page. */
export interface BlockChange {
  kind: 'same' | 'added' | 'removed' | 'changed' | 'moved';
  html: string;
}

export interface BlockSection {
  folded: boolean;
  /** Its blocks; `blocks` is empty where a fold is too long to be worth sending. */
  count: number;
  blocks: BlockChange[];
}

export interface BlockDiff {
  sections: BlockSection[];
  /** Changed blocks that are too many to show. */
  notShown: number;
}

const COMPARE_MILLISECONDS = 500;
const WORDS_MILLISECONDS = 500;
const WORDS_PER_BLOCK_MILLISECONDS = 60;
const RENDER_MILLISECONDS = 1_000;
/** So much is rendered however long it takes: a busy machine must not turn prose into source. */
const RENDER_CHARACTERS_MIN = 20_000;
/** Nobody reads more at once; the rest is counted. */
const CHANGES_MAX = 400;
const FOLDED_BLOCKS_MAX = 80;
/** Rewritten beyond this the words of both would be a puzzle; old and new stand one after the other. */
const LIKE_ENOUGH = 0.4;
const CONTEXT_BLOCKS = 1;
/** A block longer than this is shown as source: rendering it could take too long. */
const BLOCK_CHARACTERS_MAX = 20_000;

interface Change {
  kind: BlockChange['kind'];
  text: string;
  /** Of a changed block: what it was. */
  was: string;
}

/** What changed between two Markdown bodies, as it reads: words inserted and deleted, blocks moved. */
export function diffBlocks(before: string, after: string): BlockDiff {
  const texts = (markdown: string) => splitBlocks(markdown).map((block) => block.text);
  const changes = markMoved(pairUp(compare(texts(before), texts(after), COMPARE_MILLISECONDS)));
  const words = new TimeBudget(WORDS_MILLISECONDS);
  const rendering = new RenderBudget();
  const shown = changes.slice(0, cutAfter(changes));
  const sections = foldChanges(shown).map(({ folded, changes: part }) => ({
    folded,
    count: part.length,
    blocks:
      folded && part.length > FOLDED_BLOCKS_MAX
        ? []
        : part.flatMap((change) => renderChange(change, words, rendering)),
  }));
  const rest = changes.slice(shown.length);
  return { sections, notShown: rest.filter((change) => change.kind !== 'same').length };
}

/** Where the blocks to show end: after so many changed ones. */
function cutAfter(changes: Change[]): number {
  let changed = 0;
  for (const [place, change] of changes.entries()) {
    if (change.kind !== 'same') changed += 1;
    if (changed > CHANGES_MAX) return place;
  }
  return changes.length;
}

/** A removed block followed by an added one is taken for one that was rewritten, in order. */
function pairUp(stretches: Stretch<string>[]): Change[] {
  const changes: Change[] = [];
  for (let place = 0; place < stretches.length; place += 1) {
    const stretch = stretches[place];
    const next = stretches[place + 1];
    if (!stretch) break;
    if (stretch.kind !== 'removed' || next?.kind !== 'added') {
      for (const text of stretch.items) changes.push({ kind: stretch.kind, text, was: '' });
      continue;
    }
    place += 1;
    const rewritten = Math.min(stretch.items.length, next.items.length);
    for (let block = 0; block < rewritten; block += 1) {
      changes.push({
        kind: 'changed',
        text: next.items[block] ?? '',
        was: stretch.items[block] ?? '',
      });
    }
    for (const text of stretch.items.slice(rewritten))
      changes.push({ kind: 'removed', text, was: '' });
    for (const text of next.items.slice(rewritten)) changes.push({ kind: 'added', text, was: '' });
  }
  return changes;
}

/** A block that left one place and stands in another has moved; it is shown where it is now. */
function markMoved(changes: Change[]): Change[] {
  const left = new Map<string, number>();
  for (const { kind, text } of changes) {
    if (kind === 'removed') left.set(text, (left.get(text) ?? 0) + 1);
  }
  const arrived = new Map<string, number>();
  const marked = changes.map((change) => {
    const copies = left.get(change.text) ?? 0;
    const used = arrived.get(change.text) ?? 0;
    if (change.kind !== 'added' || copies <= used) return change;
    arrived.set(change.text, used + 1);
    return { ...change, kind: 'moved' as const };
  });
  return marked.filter((change) => {
    const gone = arrived.get(change.text) ?? 0;
    if (change.kind !== 'removed' || gone === 0) return true;
    arrived.set(change.text, gone - 1);
    return false;
  });
}

function foldChanges(changes: Change[]): { folded: boolean; changes: Change[] }[] {
  const near = new Uint8Array(changes.length);
  for (const [place, change] of changes.entries()) {
    if (change.kind === 'same') continue;
    near.fill(1, Math.max(0, place - CONTEXT_BLOCKS), place + CONTEXT_BLOCKS + 1);
  }
  const sections: { folded: boolean; changes: Change[] }[] = [];
  for (const [place, change] of changes.entries()) {
    const folded = near[place] === 0;
    const last = sections.at(-1);
    if (last && last.folded === folded) last.changes.push(change);
    else sections.push({ folded, changes: [change] });
  }
  return sections;
}

class RenderBudget {
  readonly #time = new TimeBudget(RENDER_MILLISECONDS);
  #characters = 0;

  admits(text: string): boolean {
    this.#characters += text.length;
    return this.#characters <= RENDER_CHARACTERS_MIN || this.#time.take(1) > 0;
  }
}

function treeOf(text: string, rendering: RenderBudget): Root {
  if (text.length > BLOCK_CHARACTERS_MAX || !rendering.admits(text)) return sourceTree(text);
  try {
    return toSafeTree(text);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return sourceTree(text);
  }
}

function sourceTree(text: string): Root {
  const code: Element = {
    type: 'element',
    tagName: 'pre',
    properties: { tabIndex: 0 },
    children: [{ type: 'text', value: text }],
  };
  return { type: 'root', children: [code] };
}

function renderChange(change: Change, words: TimeBudget, rendering: RenderBudget): BlockChange[] {
  const tree = treeOf(change.text, rendering);
  if (change.kind !== 'changed') return [{ kind: change.kind, html: toHtml(tree) }];
  const old = treeOf(change.was, rendering);
  const compared = compare(
    wordsOf(textOf(old)),
    wordsOf(textOf(tree)),
    words.take(WORDS_PER_BLOCK_MILLISECONDS),
  );
  if (likeness(compared) < LIKE_ENOUGH) {
    return [
      { kind: 'removed', html: toHtml(old) },
      { kind: 'added', html: toHtml(tree) },
    ];
  }
  return [{ kind: 'changed', html: toHtml(markWords(tree, compared)) }];
}
