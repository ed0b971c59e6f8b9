/** How soon a guesser with word lists would find a password. */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';

/** Of 0 to 4: 3 means more than 10⁸ guesses, too many for whoever must knock at a door for each. */
const SCORE_MIN = 3;
/** Its work grows faster than the text, and what comes later can't make a password weaker. */
const CHARACTERS_LOOKED_AT = 72;

/** Half a second of work and twenty megabytes, for what only new passwords need. */
let guesser: ZxcvbnFactory | null = null;

/** `own`: what is known of the person, such as name and address. */
export function isGuessable(password: string, own: readonly string[]): boolean {
  guesser ??= new ZxcvbnFactory({
    dictionary: { ...common, ...english },
    graphs: adjacencyGraphs,
  });
  const known = [...own.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]), 'flowgate'];
  const { score } = guesser.check(password.slice(0, CHARACTERS_LOOKED_AT), known.filter(Boolean));
  return score < SCORE_MIN;
}
