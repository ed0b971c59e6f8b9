/** The one path by which a value enters a sentence. Ids, numbers, codes and names only; never text somebody wrote. */

export type Params = Readonly<Record<string, string | number | undefined>>;

const OPTIONAL_PART = /\[\[(.*?)\]\]/gs;
const PLACEHOLDER = /\{([a-z_]+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g;
/** Ids, codes, paths, addresses and short lists of them. */
const CODE_CHARACTERS_MAX = 300;
const NOT_OF_A_CODE = /[^\p{L}\p{N}\p{M}_.:@/#,+=?&[\]、。 -]/gu;
const ABSENT = '?';

/**
 * Fills a pattern: `{name}` a value, `{count|claim|claims}` a value and the word that fits it,
 * `[[…]]` a part left out when a name inside it is absent or empty. An absent name elsewhere reads `?`:
 * a sentence about a failure must not fail itself.
 */
export function fill(pattern: string, params: Params = {}): string {
  const kept = pattern.replace(OPTIONAL_PART, (_whole, part: string) =>
    namesIn(part).every((name) => lookUp(params, name) !== undefined) ? part : '',
  );
  return kept.replace(PLACEHOLDER, (_whole, name: string, one?: string, many?: string) => {
    const value = lookUp(params, name);
    if (value === undefined) return ABSENT;
    if (one === undefined || many === undefined) return plain(value);
    return `${plain(value)} ${Number(value) === 1 ? one : many}`;
  });
}

/** The names a pattern asks for, each once, sorted. */
export function namesIn(pattern: string): string[] {
  return [...new Set([...pattern.matchAll(PLACEHOLDER)].map((match) => String(match[1])))].sort();
}

function lookUp(params: Params, name: string): string | number | undefined {
  const value = Object.hasOwn(params, name) ? params[name] : undefined;
  return value === '' ? undefined : value;
}

// Line breaks, quotes, brackets and invisible characters go: no value can pass for a sentence or an instruction of ours.
function plain(value: string | number): string {
  const characters = [...String(value).normalize('NFC').replace(NOT_OF_A_CODE, '')];
  return characters.length > CODE_CHARACTERS_MAX
    ? `${characters.slice(0, CODE_CHARACTERS_MAX).join('')}…`
    : characters.join('');
}
