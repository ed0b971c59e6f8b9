/** What the reader points at. Lines are those of the source, as lib/server/markdown-lines.ts has marked them. */
export interface Anchor {
  quote?: string;
  line_from?: number;
  line_to?: number;
  claim?: number;
}

/** As much as the server keeps of a quote. */
const QUOTE_CHARACTERS = 2_000;

/** Words selected in the text, else the block with the focus; null: nothing is pointed at. */
export function anchorHere(): Anchor | null {
  return anchorOfSelection() ?? anchorOfBlock(document.activeElement?.closest('[data-line]'));
}

export function anchorOfSelection(): Anchor | null {
  const selection = getSelection();
  const quote = selection?.toString().trim().slice(0, QUOTE_CHARACTERS) ?? '';
  const body = document.querySelector('[data-body]');
  const { anchorNode, focusNode } = selection ?? {};
  if (!quote || !body || !anchorNode || !focusNode) return null;
  if (!body.contains(anchorNode) || !body.contains(focusNode)) return null;
  const lines = [blockOf(anchorNode), blockOf(focusNode)].flatMap((block) => linesOf(block));
  return {
    quote,
    ...(lines.length > 0 ? { line_from: Math.min(...lines), line_to: Math.max(...lines) } : {}),
  };
}

/** Lines only: they are what a block is in the source, whatever its words look like. */
function anchorOfBlock(block: Element | null | undefined): Anchor | null {
  const [from, to] = linesOf(block ?? null);
  return from === undefined || to === undefined ? null : { line_from: from, line_to: to };
}

function blockOf(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('[data-line]') ?? null;
}

function linesOf(block: Element | null): number[] {
  if (!(block instanceof HTMLElement)) return [];
  const from = Number(block.dataset['line']);
  return from > 0 ? [from, Number(block.dataset['lineEnd'] ?? from)] : [];
}

/** The block a line stands in. */
export function blockAt(line: number): HTMLElement | null {
  const blocks = [...document.querySelectorAll<HTMLElement>('[data-body] [data-line]')];
  return blocks.findLast((block) => Number(block.dataset['line']) <= line) ?? null;
}
