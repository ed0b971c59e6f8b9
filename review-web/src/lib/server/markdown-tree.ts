import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { visibleParts } from '../visible-characters.ts';

export interface Heading {
  id: string;
  depth: number;
  text: string;
}

type Parent = Root | Element;

const OUTSIDE = /^https?:\/\//;

/** All the text below a node, as it would be read. */
export function textOf(node: Root | RootContent | ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** An image is never fetched: its words stay, with the address as an ordinary link. */
function withoutImage(image: Element, insideLink: boolean): Element {
  const alt = String(image.properties['alt'] ?? '').trim();
  const source = String(image.properties['src'] ?? '');
  const words: Text = { type: 'text', value: alt || source || '?' };
  const linked = OUTSIDE.test(source) && !insideLink;
  return {
    type: 'element',
    tagName: linked ? 'a' : 'span',
    properties: { className: ['image-not-loaded'], ...(linked ? outsideLink(source) : {}) },
    children: [words],
  };
}

function outsideLink(href: string): Record<string, string | string[]> {
  return { href, rel: ['nofollow', 'noopener', 'noreferrer'], target: '_blank' };
}

function markHidden(text: Text): (Text | Element)[] {
  return visibleParts(text.value).map((part) =>
    part.hidden === null
      ? { type: 'text', value: part.text }
      : {
          type: 'element',
          tagName: 'span',
          properties: { className: ['hidden-character'] },
          children: [{ type: 'text', value: part.hidden }],
        },
  );
}

function finish(child: ElementContent, insideLink: boolean): ElementContent[] {
  if (child.type === 'text') return markHidden(child);
  if (child.type !== 'element') return [];
  if (child.tagName === 'img')
    return [withoutImage(child, insideLink)].map((node) => walk(node, true));
  walk(child, insideLink || child.tagName === 'a');
  if (child.tagName === 'a') {
    const href = String(child.properties['href'] ?? '');
    if (OUTSIDE.test(href)) Object.assign(child.properties, outsideLink(href));
  }
  if (child.tagName === 'pre') child.properties['tabIndex'] = 0;
  if (child.tagName !== 'table') return [child];
  return [
    {
      type: 'element',
      tagName: 'div',
      properties: { className: ['table-scroll'], tabIndex: 0 },
      children: [child],
    },
  ];
}

const BLOCKS = new Set(['ul', 'ol', 'p', 'pre', 'blockquote', 'table', 'div']);

/** The box of a task and its words are one label, so that a screen reader names what is ticked. */
function labelTask(children: ElementContent[]): ElementContent[] {
  const [first] = children;
  if (first?.type !== 'element' || first.tagName !== 'input') return children;
  const found = children.findIndex(
    (child) => child.type === 'element' && BLOCKS.has(child.tagName),
  );
  const end = found < 0 ? children.length : found;
  const label: Element = {
    type: 'element',
    tagName: 'label',
    properties: {},
    children: children.slice(0, end),
  };
  return [label, ...children.slice(end)];
}

function walk<Node extends Parent>(node: Node, insideLink: boolean): Node {
  const children = node.children as ElementContent[];
  node.children = labelTask(children.flatMap((child) => finish(child, insideLink)));
  return node;
}

/**
 * The last step, after sanitising: hidden characters become visible, images become words, outside
 * links leave safely, wide tables and code scroll by themselves.
 */
export function rehypeMakeSafeToRead() {
  return (tree: Root): void => {
    walk(tree, false);
  };
}

/** Gives headings ids to jump to, and collects them. */
export function collectHeadings(tree: Root, headings: Heading[]): void {
  for (const node of tree.children) {
    if (node.type !== 'element') continue;
    const depth = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (!depth) continue;
    const id = `section-${headings.length + 1}`;
    node.properties['id'] = id;
    headings.push({ id, depth: Number(depth), text: textOf(node) });
  }
}
