/** Likely secrets in what an agent wrote: the rules of secretlint, and those it lacks. Tells where and of what kind, never what. */
import { rules as secretlintRules } from '@secretlint/secretlint-rule-preset-recommend';
import { pathText } from '../faults-of.ts';
import { findByPattern } from './secret-patterns.ts';

export interface LikelySecret {
  /** `claims[0].evidence[1].output` */
  readonly path: string;
  /** `github_token` */
  readonly kind: string;
  /** What was found. It goes into a keyed hash and nowhere else. */
  readonly value: string;
}

interface Match {
  readonly kind: string;
  readonly range: readonly [from: number, to: number];
}

/** Shorter texts hold no key worth the name. */
const CHARACTERS_MIN = 12;
/** A text full of keys is refused for its first ones. */
const SECRETS_MAX = 20;
/** Between two texts, so that no rule matches across. */
const GAP = '\n\n\n';

/** Every text in the input, at any depth, its keys too. */
export async function findSecrets(input: unknown): Promise<LikelySecret[]> {
  const texts = [...textsIn(input, [])].filter(({ text }) => text.length >= CHARACTERS_MIN);
  if (texts.length === 0) return [];
  const whole = texts.map(({ text }) => text).join(GAP);
  const matches = [...(await findBySecretlint(whole)), ...findByPattern(whole)];
  const found = new Map<string, LikelySecret>();
  for (const { kind, range } of matches) {
    const value = whole.slice(...range);
    const path = pathAt(texts, range[0]);
    const key = `${path} ${value}`;
    if (!found.has(key)) found.set(key, { path, kind, value });
    if (found.size === SECRETS_MAX) break;
  }
  return [...found.values()];
}

interface Text {
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

function* textsIn(value: unknown, path: readonly PropertyKey[]): Generator<Text> {
  if (typeof value === 'string') {
    yield { path, text: value };
  } else if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) yield* textsIn(member, [...path, index]);
  } else if (isPlain(value)) {
    for (const [key, member] of Object.entries(value)) {
      yield { path, text: key };
      yield* textsIn(member, [...path, key]);
    }
  }
}

/** What came as JSON. Bytes that come as a stream are no text, and looking into one has no end. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (value === null || typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function pathAt(texts: readonly Text[], offset: number): string {
  let end = 0;
  for (const { path, text } of texts) {
    end += text.length + GAP.length;
    if (offset < end) return pathText(path);
  }
  return '';
}

/**
 * The rules alone, under a context of our own: secretlint's core keeps a mark of every run for its profiler, which a
 * server that runs for months can't afford. No comment in the text can switch a rule off either.
 */
async function findBySecretlint(content: string): Promise<Match[]> {
  const matches: Match[] = [];
  for (const rule of secretlintRules) {
    const context = {
      sharedOptions: {},
      createTranslator: () => (id: string) => ({ message: id, messageId: id }),
      ignore: () => undefined,
      report: ({ message, range }: { message: { messageId: string }; range: Match['range'] }) =>
        matches.push({ kind: message.messageId.toLowerCase(), range }),
    };
    const checks = rule.create(context as never, {});
    // Without a path or an ending no rule takes the text for a file and goes to look for it.
    await checks.file?.({ content, filePath: undefined, ext: '', contentType: 'text' } as never);
  }
  return matches;
}
