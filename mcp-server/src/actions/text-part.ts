/** Long text in parts: clients cut or spill what is longer. */
import type { Sentences } from '../dependencies.ts';
import { READ_PART_CHARACTERS } from '../gate/limits.ts';

export interface TextPart {
  readonly text: string;
  readonly more: { offset: number; total: number } | null;
  readonly next: string;
}

/** Never cuts a surrogate pair in two. */
export function textPart(say: Sentences, text: string, offset = 0): TextPart {
  let end = Math.min(offset + READ_PART_CHARACTERS, text.length);
  if (end < text.length && !text.slice(offset, end).isWellFormed()) end -= 1;
  const more = end < text.length ? { offset: end, total: text.length } : null;
  return {
    text: text.slice(offset, end),
    more,
    next: more ? say.next('read_more', { offset: end }) : say.next('read_complete'),
  };
}
