/** A piece of text, or one character that the eye would miss or be misled by. */
export type TextPart = { text: string; hidden: null } | { text: string; hidden: string };

/**
 * Characters that hide, join or reorder what is read: control characters, soft hyphens, zero-width
 * ones, bidirectional marks and overrides, fillers, tags and variation selectors.
 */
const HIDDEN_RANGES: readonly (readonly [from: number, to: number])[] = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xe0000, 0xe0fff],
];

const HIDDEN = new RegExp(
  `[${HIDDEN_RANGES.map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`).join('')}]`,
  'gu',
);

/** What honest text does with them: emoji joined or styled, and chosen shapes of Han characters. */
const HONEST: readonly { hidden: RegExp; after: RegExp; before?: RegExp }[] = [
  { hidden: /\u200d/u, after: /(?:\p{Emoji}|\ufe0f)$/u, before: /^\p{Emoji}/u },
  { hidden: /\ufe0e|\ufe0f/u, after: /\p{Emoji}$/u },
  { hidden: /[\u{e0100}-\u{e01ef}]/u, after: /\p{Script=Han}$/u },
];

function isHonest(character: string, before: string, after: string): boolean {
  return HONEST.some(
    (use) =>
      use.hidden.test(character) &&
      use.after.test(before) &&
      (use.before === undefined || use.before.test(after)),
  );
}

/** `U+202E` */
function codeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${code.padStart(4, '0')}`;
}

/** Takes a text apart so that every hidden character can be shown by its code. */
export function visibleParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    const [character] = match;
    const end = match.index + character.length;
    // A window is enough: an emoji with its joiners never needs more.
    const before = text.slice(Math.max(0, match.index - 4), match.index);
    if (isHonest(character, before, text.slice(end, end + 4))) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index), hidden: null });
    parts.push({ text: character, hidden: codeOf(character) });
    from = end;
  }
  if (from < text.length || parts.length === 0)
    parts.push({ text: text.slice(from), hidden: null });
  return parts;
}

/** The same as one line of plain text, for titles and attributes: `pay‹U+202E›load`. */
export function visibleText(text: string): string {
  return visibleParts(text)
    .map((part) => (part.hidden ? `‹${part.hidden}›` : part.text))
    .join('');
}
