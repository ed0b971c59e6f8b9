/** A piece of text, or one character that the eye would miss or be misled by. */
export type TextPart = { text: string; hidden: null } | { text: string; hidden: string };

/**
 * Characters that hide, join or reorder what is read: control characters, soft hyphens, zero-width
 * ones, bidirectional marks and overrides, fillers, tags and variation selectors.
 */
const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}]/gu;

/** What honest text does with them: emoji joined or styled, and chosen shapes of Han characters. */
const HONEST: readonly { hidden: RegExp; after: RegExp; before?: RegExp }[] = [
  { hidden: /\u200d/u, after: /[\p{Emoji}\ufe0f]$/u, before: /^\p{Emoji}/u },
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
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from), hidden: null });
  return parts;
}

/** The same as one line of plain text, for titles and attributes: `pay‹U+202E›load`. */
export function visibleText(text: string): string {
  return visibleParts(text)
    .map((part) => (part.hidden ? `‹${part.hidden}›` : part.text))
    .join('');
}
