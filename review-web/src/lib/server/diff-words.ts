import type { Element, ElementContent, Root } from 'hast';
import type { Stretch } from './diff-bounded.ts';

type Kind = Stretch<string>['kind'];

const TAGS = { added: 'ins', removed: 'del' } as const;

function wrap(kind: 'added' | 'removed', text: string): Element {
  return {
    type: 'element',
    tagName: TAGS[kind],
    properties: { className: [kind] },
    children: [{ type: 'text', value: text }],
  };
}

/** Adds a word to a run of nodes, joining it to a neighbour of its own kind. */
function put(nodes: ElementContent[], kind: Kind, word: string): void {
  const last = nodes.at(-1);
  const target = last?.type === 'element' ? last.children[0] : last;
  const lastKind =
    last?.type === 'element' ? (last.tagName === 'ins' ? 'added' : 'removed') : 'same';
  if (last && lastKind === kind && target?.type === 'text') target.value += word;
  else nodes.push(kind === 'same' ? { type: 'text', value: word } : wrap(kind, word));
}

/**
 * Marks the words of a rendered block: what is new in `<ins>`, and what is gone, in `<del>`, before
 * the word it stood before. `compared` are the words of the old and of this block.
 */
export function markWords(tree: Root, compared: Stretch<string>[]): Root {
  const queue = compared.flatMap(({ kind, items }) => items.map((word) => ({ kind, word })));
  let at = 0;
  /** Deleted words that met a place where no text may stand, such as between two rows of a table. */
  let waiting: string[] = [];
  let lastHome: Root | Element = tree;

  function markText(text: string): ElementContent[] {
    const nodes: ElementContent[] = [];
    const blank = text.trim() === '';
    if (!blank) {
      for (const word of waiting) put(nodes, 'removed', word);
      waiting = [];
    }
    for (let taken = 0; taken < text.length && at < queue.length; at += 1) {
      const next = queue[at];
      if (!next) break;
      if (next.kind !== 'removed') taken += next.word.length;
      if (next.kind === 'removed' && blank) waiting.push(next.word);
      else put(nodes, next.kind, next.word);
    }
    return nodes;
  }

  function walk(node: Root | Element): void {
    const marked: ElementContent[] = [];
    for (const child of node.children as ElementContent[]) {
      if (child.type === 'element') walk(child);
      if (child.type === 'text') {
        marked.push(...markText(child.value));
        if (child.value.trim() !== '') lastHome = node;
      } else marked.push(child);
    }
    node.children = marked;
  }

  walk(tree);
  const gone = [...waiting, ...queue.slice(at).map(({ word }) => word)].join('');
  if (gone.trim() !== '') (lastHome.children as ElementContent[]).push(wrap('removed', gone));
  return tree;
}
