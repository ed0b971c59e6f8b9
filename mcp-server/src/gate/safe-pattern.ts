/**
 * How much work a regular expression can be made to do. Patterns of field schemas are written by people and run over what
 * agents send, so only those are taken whose backtracking is bounded by what is computed here.
 */

/** Ways to match that a pattern may have at most: a millisecond's work. */
export const PATTERN_WAYS_MAX = 250_000;
/** A quantifier up to a bound; beyond it nobody means a field. */
const REPEATS_MAX = 10_000;

/**
 * The number of ways in which a pattern can be tried on a text of `charactersMax`; null when it isn't anchored at both
 * ends, or has what can't be counted: back references, look-around, a repeated group that isn't of one length.
 */
export function patternWays(pattern: string, charactersMax: number): number | null {
  if (!pattern.startsWith('^') || !pattern.endsWith('$') || pattern.endsWith('\\$')) return null;
  if (!compiles(pattern)) return null;
  const reading: Reading = { text: pattern.slice(1, -1), at: 0, charactersMax };
  const ways = alternatives(reading);
  return ways !== null && reading.at === reading.text.length ? ways : null;
}

export function isSafePattern(pattern: string, charactersMax: number): boolean {
  const ways = patternWays(pattern, charactersMax);
  return ways !== null && ways <= PATTERN_WAYS_MAX;
}

interface Reading {
  readonly text: string;
  at: number;
  readonly charactersMax: number;
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** One of several: their ways add up. */
function alternatives(reading: Reading): number | null {
  let sum = 0;
  for (;;) {
    const ways = sequence(reading);
    if (ways === null) return null;
    sum += ways;
    if (reading.text[reading.at] !== '|') return sum;
    reading.at += 1;
  }
}

/** One after the other: their ways multiply. */
function sequence(reading: Reading): number | null {
  let product = 1;
  while (reading.at < reading.text.length && !'|)'.includes(reading.text[reading.at] ?? '')) {
    const ways = atom(reading);
    const repeats = ways === null ? null : quantifier(reading);
    if (ways === null || repeats === null) return null;
    // A repeated piece that can match in several ways multiplies with every turn.
    if (repeats.max > 1 && ways > 1) return null;
    product *= ways * (repeats.max - repeats.min + 1);
  }
  return product;
}

/** A character, a class, an escape or a group. */
function atom(reading: Reading): number | null {
  const { text } = reading;
  const rest = text.slice(reading.at);
  if (rest.startsWith('(')) return group(reading, rest);
  const [single] =
    /^(?:\[(?:\\.|[^\]\\])+\]|\\[dDwWsS.*+?^$|(){}[\]\\/-]|[^\\[\](){}|*+?^$])/su.exec(rest) ?? [
      '',
    ];
  if (single === '') return null;
  reading.at += single.length;
  return 1;
}

function group(reading: Reading, rest: string): number | null {
  if (rest.startsWith('(?') && !rest.startsWith('(?:')) return null;
  reading.at += rest.startsWith('(?:') ? 3 : 1;
  const ways = alternatives(reading);
  if (reading.text[reading.at] !== ')') return null;
  reading.at += 1;
  return ways;
}

function quantifier(reading: Reading): { readonly min: number; readonly max: number } | null {
  const rest = reading.text.slice(reading.at);
  const [sign = '', from, comma, to] =
    /^(?:[*+?]|\{(\d{1,5})(?:(,)(\d{1,5})?)?\})\??/.exec(rest) ?? [];
  reading.at += sign.length;
  const most = reading.charactersMax;
  if (sign === '') return { min: 1, max: 1 };
  if (sign.startsWith('*')) return { min: 0, max: most };
  if (sign.startsWith('+')) return { min: 1, max: Math.max(1, most) };
  if (sign.startsWith('?')) return { min: 0, max: 1 };
  const min = Number(from);
  const max = to !== undefined ? Number(to) : comma === undefined ? min : Math.max(min, most);
  return max < min || max > REPEATS_MAX ? null : { min, max };
}
