/** What the server reads out of Markdown: its headings, one section, the criteria under their heading. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { CRITERIA_MAX } from '../../gate/limits.ts';

type Node = ReturnType<typeof fromMarkdown>['children'][number];

export interface Heading {
  readonly depth: number;
  readonly text: string;
  /** Characters from the start of the body. */
  readonly start: number;
}

export function outlineOf(body: string): Heading[] {
  return fromMarkdown(body).children.flatMap((node) =>
    node.type === 'heading'
      ? [{ depth: node.depth, text: textOf(node).trim(), start: node.position?.start.offset ?? 0 }]
      : [],
  );
}

/** The text under a heading up to the next of its depth or above; null: there is no such heading. */
export function sectionOf(body: string, heading: string): string | null {
  const outline = outlineOf(body);
  const index = outline.findIndex(({ text }) => sameHeading(text, heading));
  const found = outline[index];
  if (found === undefined) return null;
  const end = outline.slice(index + 1).find(({ depth }) => depth <= found.depth);
  return body.slice(found.start, end?.start);
}

/** The items of the first ordered list under one of the headings, at most `CRITERIA_MAX`. */
export function criteriaOf(body: string, headings: readonly string[]): string[] {
  const nodes = fromMarkdown(body).children;
  const start = nodes.findIndex(
    (node) =>
      node.type === 'heading' && headings.some((heading) => sameHeading(textOf(node), heading)),
  );
  const heading = nodes[start];
  if (heading?.type !== 'heading') return [];
  const list = nodes
    .slice(start + 1)
    .find((node) => endsSection(node, heading.depth) || isOrdered(node));
  if (list?.type !== 'list') return [];
  return list.children.slice(0, CRITERIA_MAX).map((item) => textOf(item).trim());
}

function endsSection(node: Node, depth: number): boolean {
  return node.type === 'heading' && node.depth <= depth;
}

function isOrdered(node: Node): boolean {
  return node.type === 'list' && node.ordered === true;
}

function sameHeading(one: string, other: string): boolean {
  const plain = (text: string) =>
    text
      .replace(/^#+\s*/, '')
      .trim()
      .toLowerCase();
  return plain(one) === plain(other);
}
