/** A stretch of lines that belongs together: a paragraph, a list, a fenced block. */
export interface Block {
  text: string;
  /** Where it starts in the whole, in UTF-16 units. */
  offset: number;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Cuts Markdown at blank lines, keeping fenced code whole. By lines, not by grammar: it takes time in
 * proportion to the text whatever the text tries.
 */
export function splitBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let start = 0;
  let offset = 0;
  let fence = '';
  const close = () => {
    if (lines.length > 0) blocks.push({ text: lines.join('\n'), offset: start });
    lines = [];
  };
  for (const line of markdown.split('\n')) {
    const mark = FENCE.exec(line)?.[1] ?? '';
    if (fence === '' && mark !== '') {
      close();
      fence = mark;
    } else if (fence !== '' && mark.startsWith(fence) && line.trim() === mark) {
      lines.push(line);
      offset += line.length + 1;
      fence = '';
      close();
      continue;
    }
    if (fence === '' && line.trim() === '') close();
    else {
      if (lines.length === 0) start = offset;
      lines.push(line);
    }
    offset += line.length + 1;
  }
  close();
  return blocks;
}

/**
 * Joins blocks to pieces of at most `size` characters (one block may be longer), breaking before a
 * heading once a piece is half full. Together the pieces are the whole text.
 */
export function splitPieces(markdown: string, size: number): string[] {
  const cuts: number[] = [0];
  let from = 0;
  for (const block of splitBlocks(markdown)) {
    const wouldBe = block.offset + block.text.length - from;
    const full = wouldBe > size || (block.offset - from > size / 2 && block.text.startsWith('#'));
    if (!full || block.offset === from) continue;
    cuts.push(block.offset);
    from = block.offset;
  }
  return cuts.map((cut, place) => markdown.slice(cut, cuts[place + 1]));
}
