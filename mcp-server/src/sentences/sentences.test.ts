import { expect, test } from 'vitest';
import { EVENT_KINDS } from '../gate/event-kinds.ts';
import { REFUSAL_CODES } from '../gate/refusals.ts';
import { ATTENTION_REASONS, LANGUAGES, RUN_REASONS } from '../gate/vocabulary.ts';
import { FAULT_CODES, PROBLEM_CODES } from '../problems.ts';
import { CLOSING_CODES, HANDOFF_CODES, HEADLINE_CODES, NEXT_CODES } from './codes.ts';
import { namesIn } from './fill.ts';
import { sentencesIn, textsIn } from './sentences.ts';
import type { Texts } from './texts.ts';

const CODES = {
  refusals: REFUSAL_CODES,
  problems: PROBLEM_CODES,
  faults: FAULT_CODES,
  events: EVENT_KINDS,
  runs: ['working', ...Object.keys(RUN_REASONS)],
  next: NEXT_CODES,
  headlines: HEADLINE_CODES,
  attention: ATTENTION_REASONS,
  closing: CLOSING_CODES,
  handoff: HANDOFF_CODES,
} as const satisfies Partial<Record<keyof Texts, readonly string[]>>;

const TOOLS = [
  'submit',
  'dry_run',
  'clarify',
  'continue',
  'await_verdict',
  'read',
  'find',
  'review',
  'converse',
];

const patternsOf = (texts: Texts): Map<string, string> => {
  const patterns = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') patterns.set(path, value);
    else for (const [key, part] of Object.entries(value as object)) walk(part, `${path}/${key}`);
  };
  walk(texts, '');
  return patterns;
};
const ENGLISH = patternsOf(textsIn('en'));

test.each(LANGUAGES)('every code of every group is said, and nothing else: %s', (language) => {
  for (const [group, codes] of Object.entries(CODES)) {
    const said = Object.keys(textsIn(language)[group as keyof typeof CODES]);
    expect(said.sort(), group).toEqual([...codes].sort());
  }
});

test.each(['ko', 'ja'] as const)(
  'every code takes the parameters it takes in English: %s',
  (language) => {
    const patterns = patternsOf(textsIn(language));
    expect([...patterns.keys()].sort()).toEqual([...ENGLISH.keys()].sort());
    expect(namesByCode(patterns)).toEqual(namesByCode(ENGLISH));
  },
);

test.each(['ko', 'ja'] as const)('no text was left in English: %s', (language) => {
  const script =
    language === 'ko' ? /\p{Script=Hangul}/u : /[\p{Script=Han}\p{Script=Kana}\p{Script=Hira}]/u;
  const bare = [...patternsOf(textsIn(language))].filter(([, pattern]) => !script.test(pattern));
  expect(bare).toEqual([]);
});

test.each(LANGUAGES)(
  'no text is empty, doubles a space or leaves a bracket open: %s',
  (language) => {
    for (const [path, pattern] of patternsOf(textsIn(language))) {
      expect(pattern.trim(), path).not.toBe('');
      expect(pattern, path).not.toMatch(/ {2}/);
      expect(pattern.split('[[').length, path).toBe(pattern.split(']]').length);
      expect(
        pattern.replaceAll(/\{[a-z_]+(\|[^{}|]*){0,2}\}|\{ "[^{}]*" \}/g, ''),
        path,
      ).not.toMatch(/(?<!\$)[{}]/);
    }
  },
);

test.each(LANGUAGES)(
  'a sentence reads well when it knows nothing but the place: %s',
  (language) => {
    const say = sentencesIn(language);
    const place = { path: 'claims[0]', actor: 'Ada', subject: 'shop', type: 'TR' };
    const said = [
      ...REFUSAL_CODES.map((code) => [code, ...Object.values(say.refusal(code, place))]),
      ...PROBLEM_CODES.map((code) => [code, ...Object.values(say.problem(code, place))]),
      ...FAULT_CODES.map((code) => [code, ...Object.values(say.fault(code, place))]),
      ...EVENT_KINDS.map((kind) => [kind, say.event(kind, place)]),
      ...NEXT_CODES.map((code) => [code, say.next(code, place)]),
    ];
    for (const [code, ...sentences] of said) {
      for (const sentence of sentences) {
        expect(sentence, code).toMatch(/[.。]$/);
        expect(sentence, code).not.toMatch(/\[\[|\]\]| {2}|\(\)|（）| [.,]|[:：][.。]|^ | $/);
      }
    }
  },
);

test('every next instruction names a tool or says to end or go on', () => {
  for (const code of NEXT_CODES) {
    const text = textsIn('en').next[code];
    const named = TOOLS.some((tool) => text.includes(`\`${tool}\``));
    expect(named || /End here|Go on with|\{tool\}|Try other words/.test(text), code).toBe(true);
  }
});

test('every run that has ended tells its agent to end here', () => {
  for (const [reason, state] of Object.entries(RUN_REASONS)) {
    if (state !== 'ended') continue;
    const { now } = sentencesIn('en').run(reason as keyof typeof RUN_REASONS);
    expect(now.toLowerCase(), reason).toContain('end here');
  }
});

test('a refusal names both revisions and the way out', () => {
  expect(sentencesIn('en').refusal('revision_replaced', { seen: 1, latest: 2 })).toEqual({
    sentence:
      'You read revision 1, but revision 2 has arrived. A verdict counts only for the revision that was read.',
    hint: 'Read what changed between the two, then decide on revision 2.',
  });
});

test('a state inside a sentence is said in its language', () => {
  const params = { state: 'revision_requested', verb: 'approve' };
  expect(sentencesIn('en').refusal('state_forbids', params).sentence).toContain(
    'revision requested',
  );
  expect(sentencesIn('ko').refusal('state_forbids', params).sentence).toContain('수정 요청됨');
  expect(sentencesIn('ja').refusal('state_forbids', params).sentence).toContain('修正依頼中');
});

test('the timeline says why a run stopped', () => {
  const params = { subject: 'shop.default.0072', reason: 'rejected' };
  expect(sentencesIn('en').event('run.stopped', params)).toBe(
    'A run on shop.default.0072 came to a stop. A person rejected the document. That means stop, not try again.',
  );
  expect(sentencesIn('ja').event('run.stopped', params)).toContain('人が文書を却下しました。');
});

test('a fault of the whole input says so instead of naming a place', () => {
  const { message } = sentencesIn('en').fault('depth_exceeded', { path: '', max: 32 });
  expect(message).toContain('the input');
});

test('a headline counts what a reviewer must know and leaves out what is not there', () => {
  const params = { type: 'TR', answers: '0002-T', revision: 3, claims: 4, evidenced: 2 };
  expect(sentencesIn('en').headline('report', params)).toBe(
    'TR for 0002-T, revision 3: 4 claims, 2 with evidence.',
  );
});

test('after an approval the agent is told to call continue', () => {
  const document = 'shop.default.0072.0002-T';
  expect(sentencesIn('en').next('approved_continue', { document })).toBe(
    'shop.default.0072.0002-T is approved. Call `continue` to receive your next assignment.',
  );
});

/** A sentence and its way out may share their parameters differently in another language. */
function namesByCode(patterns: Map<string, string>): Record<string, string[]> {
  const texts = new Map<string, string>();
  for (const [path, pattern] of patterns) {
    const code = path.split('/').slice(0, 3).join('/');
    texts.set(code, `${texts.get(code) ?? ''} ${pattern}`);
  }
  return Object.fromEntries([...texts].map(([code, text]) => [code, namesIn(text)]));
}
