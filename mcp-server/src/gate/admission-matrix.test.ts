/** Who may hand in, and what they hear instead: every kind of author × every state of the head, against a table written by hand. */
import { describe, expect, test } from 'vitest';
import type { Author } from './callers.ts';
import type { DocumentFacts, GroupFacts, TokenFacts } from './facts.ts';
import { admit } from './submission.ts';
import {
  documentOn,
  frozen,
  groupWith,
  NOON,
  person,
  runOf,
  said,
  submissionOf,
  tokenOf,
  WRITER,
  writing,
} from './testing/scene.ts';
import { ADMISSIONS } from './tokens.ts';
import { type DocumentState, TOKEN_KINDS, TOKEN_STATES } from './vocabulary.ts';

const step = { kind: 'step', stepId: 's3' } as const;
const own = { ...step, documentId: 'doc3' } as const;
const journey = { kind: 'continuation' } as const;
const worker = { kind: 'worker', groupId: null, types: ['TR'] } as const;

/** The head is s3 of R T TR AC, the TR's place; `ada` wrote what stands there unless the author is Walt. */
const TOKENS: Readonly<Record<string, TokenFacts>> = {
  'step unused': tokenOf({ ...step, id: 'bob' }),
  'step rearmed': tokenOf({ ...own }),
  'step spent': tokenOf({ ...own, state: 'spent' }),
  'step ended': tokenOf({ ...own, state: 'ended' }),
  'step before': tokenOf({ ...step, id: 'bob', stepId: 's2' }),
  'step after': tokenOf({ ...step, id: 'bob', stepId: 's9' }),
  'journey author': tokenOf({ ...journey }),
  'journey other': tokenOf({ ...journey, id: 'bob' }),
  'journey short': tokenOf({ ...journey, targetStepId: 's2' }),
  'journey ended': tokenOf({ ...journey, state: 'ended' }),
  'worker author': tokenOf({ ...worker }),
  'worker other': tokenOf({ ...worker, id: 'bob' }),
  'worker alien': tokenOf({ ...worker, id: 'bob', types: ['NR'] }),
  'foreign group': tokenOf({ ...step, groupId: 'shop.default.0002' }),
  'other types': tokenOf({ ...journey, types: ['T'] }),
  'no scope': tokenOf({ ...step, id: 'bob', scopes: ['read'] }),
  observer: tokenOf({ kind: 'ci', id: 'bob', scopes: ['observe'] }),
};

const PEOPLE: Readonly<Record<string, Author>> = {
  'person author': WRITER,
  'person other': person('wanda', { mayJudge: false }),
  'person viewer': person('vic', { mayWrite: false, mayJudge: false }),
};

/** `waits` is in review and not named by the caller, `named` in review and named, `sent` revision_requested. */
const EXPECTED = `
author           empty               waits               named               sent                rejected
step unused      yes                 awaiting_verdict    awaiting_verdict    yes                 state_forbids
step rearmed     yes                 awaiting_verdict    yes                 yes                 state_forbids
step spent       token_spent         token_spent         yes                 token_spent         token_spent
step ended       token_ended         token_ended         token_ended         token_ended         token_ended
step before      token_not_for_step  token_not_for_step  token_not_for_step  token_not_for_step  token_not_for_step
step after       not_head            not_head            not_head            not_head            not_head
journey author   yes                 awaiting_verdict    yes                 yes                 state_forbids
journey other    yes                 awaiting_verdict    awaiting_verdict    yes                 state_forbids
journey short    target_reached      target_reached      target_reached      target_reached      target_reached
journey ended    token_ended         token_ended         token_ended         token_ended         token_ended
worker author    yes                 awaiting_verdict    yes                 yes                 state_forbids
worker other     yes                 awaiting_verdict    awaiting_verdict    yes                 state_forbids
worker alien     token_not_for_type  token_not_for_type  token_not_for_type  token_not_for_type  token_not_for_type
foreign group    wrong_group         wrong_group         wrong_group         wrong_group         wrong_group
other types      token_not_for_type  token_not_for_type  token_not_for_type  token_not_for_type  token_not_for_type
no scope         scope_missing       scope_missing       scope_missing       scope_missing       scope_missing
observer         scope_missing       scope_missing       scope_missing       scope_missing       scope_missing
person author    yes                 awaiting_verdict    yes                 yes                 state_forbids
person other     yes                 awaiting_verdict    awaiting_verdict    yes                 state_forbids
person viewer    may_not_write       may_not_write       may_not_write       may_not_write       may_not_write
`;

const COLUMNS: Readonly<Record<string, readonly [DocumentState | null, boolean]>> = {
  empty: [null, false],
  waits: ['in_review', false],
  named: ['in_review', true],
  sent: ['revision_requested', false],
  rejected: ['rejected', false],
};

const NAMES = [...Object.keys(TOKENS), ...Object.keys(PEOPLE)];

const cases = EXPECTED.trim()
  .split('\n')
  .slice(1)
  .flatMap((line) => {
    const cells = line.trim().split(/\s{2,}/);
    return Object.keys(COLUMNS).map((column, index) => {
      return { author: cells[0] ?? '', column, expected: cells[index + 1] ?? '' };
    });
  });

function sceneOf(name: string, column: string): { group: GroupFacts; author: Author } {
  const [state] = COLUMNS[column] ?? [null];
  const token = TOKENS[name];
  const wrote: Partial<DocumentFacts> =
    token === undefined ? { authorKind: 'person', authorId: 'walt', issuerId: 'walt' } : {};
  const bare = groupWith(['approved', 'approved']);
  const at = bare.steps[2];
  const filled = state === null || at === undefined ? [] : [documentOn(at, state, wrote)];
  const after = { id: 's9', number: 9, type: 'TR', series: 'report', assignee: null } as const;
  const later = at === undefined ? [] : [{ ...after, gate: at.gate }];
  const group = frozen({
    ...bare,
    steps: [...bare.steps, ...later],
    documents: [...bare.documents, ...filled],
    tokens: token === undefined ? [] : [token],
  });
  if (token === undefined) return { group, author: PEOPLE[name] ?? WRITER };
  const runs = token.kind === 'step' || token.kind === 'ci' ? null : runOf({ tokenId: token.id });
  return { group, author: writing(token, runs) };
}

test('the table names every author and state', () => {
  expect(cases.map(({ author }) => author)).toEqual(
    NAMES.flatMap((name) => Object.keys(COLUMNS).map(() => name)),
  );
  expect(cases.filter(({ expected }) => expected === '')).toEqual([]);
});

test.each(cases)('$author at a head that is $column hears $expected', (row) => {
  const { group, author } = sceneOf(row.author, row.column);
  const named = COLUMNS[row.column]?.[1] === true;
  const ruling = admit(group, submissionOf(named ? { documentId: 'doc3' } : {}), author, NOON);
  expect(said(ruling)).toBe(row.expected);
});

describe.each(['completed', 'discarded'] as const)('in a %s group', (state) => {
  test.each(NAMES)('%s hears group_closed', (name) => {
    const { group, author } = sceneOf(name, 'empty');
    expect(said(admit({ ...group, state }, submissionOf(), author, NOON))).toBe('group_closed');
  });
});

/** What each kind of token admits in each state: first document, replacement of its own in review, next revision. */
const ADMITTED = `
step         live   admits       admits       admits
step         spent  token_spent  admits       token_spent
step         ended  token_ended  token_ended  token_ended
continuation live   admits       admits       admits
continuation spent  token_spent  token_spent  token_spent
continuation ended  token_ended  token_ended  token_ended
worker       live   admits       admits       admits
worker       spent  token_spent  token_spent  token_spent
worker       ended  token_ended  token_ended  token_ended
ci           live   scope_missing scope_missing scope_missing
ci           spent  scope_missing scope_missing scope_missing
ci           ended  scope_missing scope_missing scope_missing
`;

test('what a token admits by kind and state is what the law lists', () => {
  const rows = TOKEN_KINDS.flatMap((kind) =>
    TOKEN_STATES.map((state) => {
      const { first, replacement, revision } = ADMISSIONS[kind][state];
      return [kind, state, first, replacement, revision].join(' ');
    }),
  );
  expect(rows).toEqual(
    ADMITTED.trim()
      .split('\n')
      .map((line) => line.replaceAll(/\s+/g, ' ')),
  );
});
