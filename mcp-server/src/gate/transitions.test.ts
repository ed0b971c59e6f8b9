import { expect, test } from 'vitest';
import { nextState } from './transitions.ts';
import { DOCUMENT_STATES, type DocumentState, VERBS, type Verb } from './vocabulary.ts';

/** Every arrow of the machine, written out a second time. What isn't here doesn't exist. */
const ARROWS = [
  'in_review submit in_review',
  'in_review approve approved',
  'in_review request_revision revision_requested',
  'in_review reject rejected',
  'in_review withdraw withdrawn',
  'revision_requested submit in_review',
  'revision_requested withdraw withdrawn',
  'approved reopen in_review',
  'approved confirm approved',
  'rejected reopen revision_requested',
];

const pairs = DOCUMENT_STATES.flatMap((state) =>
  VERBS.map((verb): [DocumentState, Verb] => [state, verb]),
);

test.each(pairs)('%s with %s goes where the law says, or nowhere', (state, verb) => {
  const arrow = ARROWS.find((line) => line.startsWith(`${state} ${verb} `));
  expect(nextState(state, verb)).toBe(arrow?.split(' ')[2] ?? null);
});
