import type { Element, Root } from 'hast';

const LISTS = new Set(['ul', 'ol']);

/**
 * Says on each block of a rendered text, and on each item of a list, which lines of the source it is, so that a
 * comment finds its place. `firstLine` is where the piece starts in the whole, from 1.
 */
export function markLines(tree: Root, firstLine: number): void {
  for (const node of tree.children) {
    if (node.type !== 'element') continue;
    if (LISTS.has(node.tagName)) {
      for (const item of node.children) if (item.type === 'element') mark(item, firstLine);
    } else mark(node, firstLine);
  }
}

function mark(node: Element, firstLine: number): void {
  // A wide table stands in a box of our own making, which has no place in the source.
  const inner = node.children.find((child) => child.type === 'element');
  const position = node.position ?? inner?.position;
  if (position === undefined) return;
  node.properties['dataLine'] = position.start.line + firstLine - 1;
  node.properties['dataLineEnd'] = position.end.line + firstLine - 1;
}
