import type { Element, Root } from 'hast';
import rehypeHighlight from 'rehype-highlight';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { splitPieces } from './markdown-blocks.ts';
import { markLines } from './markdown-lines.ts';
import { collectHeadings, type Heading, rehypeMakeSafeToRead } from './markdown-tree.ts';

export type { Heading } from './markdown-tree.ts';

/** HTML that is safe to put into a page. Only this file makes it. */
export interface Rendered {
  html: string;
  headings: Heading[];
  /** The rest of a very long text, to be shown as source; empty otherwise. */
  rest: string;
}

/** What is rendered at most, in UTF-16 units; the rest of a longer text is shown as source. */
export const RENDERED_CHARACTERS_MAX = 160_000;

/**
 * Some texts cost the parser time in the square of their length, and one thread serves everybody. So
 * it never sees more than this at once (a second for the worst text known) …
 */
const PIECE_CHARACTERS = 20_000;
/** … and after this long what is left stays source, but for the first two pieces: a busy machine is no reason. */
const RENDERING_MILLISECONDS = 1_500;

/** Rendered bodies are immutable and read again and again; this many are kept. */
const KEPT_RENDERINGS = 64;

const schema = {
  ...defaultSchema,
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'], cite: ['http', 'https'] },
};

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** HTML in the text is neither obeyed nor hidden: it is shown as it was written. */
function showRawHtml(_state: unknown, node: { value: string }): Element {
  return {
    type: 'element',
    tagName: 'code',
    properties: {},
    children: [{ type: 'text', value: node.value }],
  };
}

const toTree = unified()
  .use(remarkRehype, { handlers: { html: showRawHtml } })
  .use(rehypeSanitize, schema)
  .use(rehypeHighlight, { plainText: ['text', 'txt', 'plain'] })
  .use(rehypeMakeSafeToRead)
  .freeze();

/** Markdown to a tree that is safe to read. Its headings get ids to jump to and are added to `headings`. */
export function toSafeTree(markdown: string, headings: Heading[] = []): Root {
  const tree = toTree.runSync(parser.parse(markdown)) as Root;
  collectHeadings(tree, headings);
  return tree;
}

const writer = unified().use(rehypeStringify).freeze();

/** A safe tree as HTML. */
export function toHtml(tree: Root): string {
  return writer.stringify(tree);
}

/** Link targets may stand anywhere in a text; every piece of it gets them all. */
const LINK_TARGET = /^ {0,3}\[[^\]^\n]{1,200}\]:[ \t]+\S.*$/gm;
const LINK_TARGETS_MAX = 200;

function renderPieces(markdown: string): Rendered {
  const pieces = splitPieces(markdown, PIECE_CHARACTERS);
  const targets = pieces.length > 1 ? markdown.match(LINK_TARGET)?.slice(0, LINK_TARGETS_MAX) : [];
  const headings: Heading[] = [];
  const html: string[] = [];
  const startedAt = performance.now();
  let done = 0;
  let line = 1;
  for (const piece of pieces) {
    const tooLate =
      done > PIECE_CHARACTERS && performance.now() - startedAt > RENDERING_MILLISECONDS;
    if (
      done + piece.length > RENDERED_CHARACTERS_MAX ||
      piece.length > 2 * PIECE_CHARACTERS ||
      tooLate
    ) {
      break;
    }
    const tree = toSafeTree([piece, ...(targets ?? [])].join('\n\n'), headings);
    markLines(tree, line);
    html.push(toHtml(tree));
    done += piece.length;
    line += piece.split('\n').length - 1;
  }
  return { html: html.join('\n'), headings, rest: markdown.slice(done) };
}

const renderings = new Map<string, Rendered>();

/**
 * Renders GitHub-flavoured Markdown to sanitised HTML. What is too long, too slow or nested beyond
 * reason comes back as `rest`, to be shown as source.
 */
export function renderMarkdown(markdown: string): Rendered {
  const known = renderings.get(markdown);
  if (known) return known;
  let rendered: Rendered;
  try {
    rendered = renderPieces(markdown);
  } catch (cause) {
    // A call stack used up by nesting; anything else is a defect.
    if (!(cause instanceof RangeError)) throw cause;
    rendered = { html: '', headings: [], rest: markdown };
  }
  renderings.set(markdown, rendered);
  if (renderings.size > KEPT_RENDERINGS) renderings.delete(renderings.keys().next().value ?? '');
  return rendered;
}
