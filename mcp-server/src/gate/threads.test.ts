import { describe, expect, test } from 'vitest';
import type { PersonCaller } from './callers.ts';
import type { ThreadCommand } from './commands.ts';
import type { DocumentFacts, GroupFacts, ThreadFacts } from './facts.ts';
import { THREADS_PER_DOCUMENT_MAX } from './limits.ts';
import { rule } from './rule.ts';
import { admit } from './submission.ts';
import {
  after,
  documentIn,
  eventsOf,
  MAINTAINER,
  NOON,
  person,
  REVIEWER,
  said,
  submissionOf,
  tokenOf,
  WRITER,
  writing,
} from './testing/scene.ts';
import { approve, atReport, HUGO, requestRevision } from './testing/verdicts.ts';
import { insistsOn, waitsOnAuthor } from './threads.ts';
import { THREAD_WEIGHTS } from './vocabulary.ts';

const thread = (at: Partial<ThreadFacts> = {}): ThreadFacts => ({
  ...{ id: 'th1', weight: 'must', state: 'open', raisedByKind: 'person', raisedById: 'rita' },
  ...{ advice: false, answered: false },
  ...at,
});

const scene = (at: Partial<ThreadFacts> = {}, more: Partial<DocumentFacts> = {}): GroupFacts =>
  atReport({}, { threads: [thread(at)], ...more });

function act(group: GroupFacts, verb: ThreadCommand['verb'], by: PersonCaller, says = true) {
  return rule(group, { verb, documentId: 'doc3', threadId: 'th1', by, says });
}

/** The thread after an act; null: it is resolved. */
function threadAfter(...given: Parameters<typeof act>) {
  return documentIn(after(given[0], act(...given)), 'doc3').threads[0] ?? null;
}

/** Behind the report stands Ivy: she issued the token that wrote it. */
const IVY = person('ivy');

describe('who may do what with a thread', () => {
  const cases: readonly [ThreadCommand['verb'], string, PersonCaller, string][] = [
    ['reply', 'whoever raised it', REVIEWER, 'yes'],
    ['reply', 'the author', IVY, 'yes'],
    ['reply', 'another reviewer', HUGO, 'yes'],
    ['reply', 'another author', WRITER, 'yes'],
    ['reply', 'a viewer', person('vera', { mayWrite: false, mayJudge: false }), 'may_not_write'],
    ['mark_done', 'the author', IVY, 'yes'],
    ['mark_done', 'whoever raised it', REVIEWER, 'thread_not_author'],
    ['mark_done', 'a maintainer', MAINTAINER, 'thread_not_author'],
    ['resolve', 'whoever raised it', REVIEWER, 'yes'],
    ['resolve', 'a maintainer', MAINTAINER, 'yes'],
    ['resolve', 'the author', IVY, 'thread_not_yours'],
    ['resolve', 'another reviewer', HUGO, 'thread_not_yours'],
  ];
  test.each(cases)('%s: %s', (verb, _who, by, code) => {
    expect(said(act(scene(), verb, by))).toBe(code);
  });

  test('one that is resolved takes nothing more, and resolving it again changes nothing', () => {
    const resolved = atReport();
    expect(said(act(resolved, 'reply', REVIEWER))).toBe('thread_resolved');
    expect(said(act(resolved, 'mark_done', IVY))).toBe('thread_resolved');
    expect(act(resolved, 'resolve', REVIEWER, false)).toMatchObject({ allowed: true, changes: [] });
  });

  test('a closed group takes none of it', () => {
    const closed = { ...scene(), state: 'completed' } as const;
    expect(said(act(closed, 'reply', REVIEWER))).toBe('group_closed');
  });
});

describe('whose turn it is', () => {
  test('passes with each reply', () => {
    expect(threadAfter(scene(), 'reply', IVY)).toMatchObject({ state: 'open', answered: true });
    const answered = scene({ answered: true, state: 'done' });
    expect(threadAfter(answered, 'reply', REVIEWER)).toMatchObject({
      ...{ state: 'open', answered: false },
    });
    expect(threadAfter(scene(), 'reply', HUGO)).toEqual(thread());
    expect(threadAfter(scene(), 'mark_done', IVY)).toMatchObject({ state: 'done' });
    expect(threadAfter(scene(), 'resolve', REVIEWER)).toBeNull();
  });

  test.each(THREAD_WEIGHTS)('a %s asks the author, or does not', (weight) => {
    const asks = weight === 'must' || weight === 'question';
    const waits = (at: Partial<ThreadFacts>) =>
      waitsOnAuthor(documentIn(scene({ weight, ...at }), 'doc3')).length > 0;
    expect(waits({})).toBe(asks);
    for (const at of [{ answered: true }, { state: 'done' }, { advice: true }] as const) {
      expect(waits(at)).toBe(false);
    }
  });

  test.each(THREAD_WEIGHTS)('of weight %s holds the approval of its raiser, or not', (weight) => {
    for (const state of ['open', 'done'] as const) {
      const group = scene({ weight, state, answered: true });
      expect(said(approve(group, REVIEWER))).toBe(weight === 'must' ? 'thread_open' : 'yes');
      expect(insistsOn(documentIn(group, 'doc3'), 'hugo')).toBe(false);
    }
  });
});

describe('a next revision', () => {
  const ada = writing(tokenOf({ kind: 'step', stepId: 's3', state: 'spent', documentId: 'doc3' }));
  const submit = (group: GroupFacts, settles: readonly string[]) =>
    after(
      group,
      admit(group, submissionOf({ documentId: 'doc3', respondsTo: ['th1'], settles }), ada, NOON),
    );

  test('answers the threads it names, and marks done what it says is done', () => {
    const threadIn = (group: GroupFacts) => documentIn(group, 'doc3').threads[0];
    expect(threadIn(submit(scene(), ['th1']))).toMatchObject({ state: 'done', answered: true });
    expect(threadIn(submit(scene(), []))).toMatchObject({ state: 'open', answered: true });
  });
});

describe('comments', () => {
  const threads = [{ id: 'th2', weight: 'must' } as const];
  const comment = (group: GroupFacts, by: PersonCaller, revision = 1) =>
    rule(group, { verb: 'comment', documentId: 'doc3', revision, by, threads });

  test('come from whoever may judge, on any revision, and open no gate', () => {
    const group = after(atReport(), comment(atReport(), REVIEWER));
    const document = documentIn(group, 'doc3');
    expect(document).toMatchObject({ state: 'in_review', threads: [{ id: 'th2', advice: false }] });
    expect(eventsOf(comment(atReport(), REVIEWER))).toEqual(['comment.added']);
    expect(said(comment(atReport(), WRITER))).toBe('may_not_judge');
    expect(said(comment(atReport({}, { state: 'withdrawn' }), REVIEWER))).toBe('state_forbids');
    const closing = atReport({}, { series: 'closing' });
    expect(said(comment(closing, REVIEWER))).toBe('closing_is_approve_only');
  });

  test('have an end', () => {
    const many = Array.from({ length: THREADS_PER_DOCUMENT_MAX }, (_, at) =>
      thread({ id: `t${at}` }),
    );
    expect(said(comment(atReport({}, { threads: many }), REVIEWER))).toBe('comments_too_many');
    expect(said(requestRevision(atReport({}, { threads: many }), REVIEWER))).toBe('yes');
  });

  test('of weight must do not go with an approval', () => {
    const both = { verb: 'approve', documentId: 'doc3', revision: 1, by: REVIEWER } as const;
    expect(said(rule(atReport(), { ...both, threads }))).toBe('thread_open');
    const nit = [{ id: 'th2', weight: 'nit' } as const];
    expect(said(rule(atReport(), { ...both, threads: nit }))).toBe('yes');
  });
});
