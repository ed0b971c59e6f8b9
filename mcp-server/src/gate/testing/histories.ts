/** Random histories: what a crowd of people, agents and policies might try on one group, sensible or not. */
import fc from 'fast-check';
import { arrangeSequence } from '../arrange.ts';
import type { Author, Judge, PersonCaller } from '../callers.ts';
import type { Piece } from '../commands.ts';
import type { DocumentFacts, GroupFacts } from '../facts.ts';
import { ruleQuestion } from '../questions.ts';
import { rule } from '../rule.ts';
import type { Ruling } from '../ruling.ts';
import { beginRun, ruleRun } from '../run-commands.ts';
import { admit } from '../submission.ts';
import { nextState } from '../transitions.ts';
import { VERBS, type Verb } from '../vocabulary.ts';
import { JUDGES, PEOPLE } from './crowd.ts';
import { HUMAN, LATER, NOON, REVIEWER, submissionOf, writing } from './scene.ts';

/** One thing tried. The numbers pick from whatever the group holds by then. */
export interface Attempted {
  readonly verb: (typeof TRIED)[number];
  readonly who: number;
  readonly what: number;
  readonly how: number;
}

/** What was tried, with what the caller had before their eyes. */
export interface Tried {
  readonly ruling: Ruling;
  readonly judge?: Judge;
  readonly author?: Author;
  /** The hash the judge was shown; the command names its revision. */
  readonly shownHash?: string;
}

const TRIED = [
  ...(['submit', 'submit', 'submit', 'approve', 'approve', 'approve', 'request_revision'] as const),
  ...(['reject', 'reopen', 'confirm', 'withdraw', 'hold', 'apply_held', 'ask', 'answer'] as const),
  ...(['arrange', 'begin', 'pause', 'resume', 'memo', 'plan', 'discard', 'replace'] as const),
];

export const attempts: fc.Arbitrary<readonly Attempted[]> = fc.array(
  fc.record({
    verb: fc.constantFrom(...TRIED),
    who: fc.nat(40),
    what: fc.nat(40),
    how: fc.nat(40),
  }),
  { minLength: 20, maxLength: 100 },
);

/** Tries one thing on the group as it stands. Null: there was nothing to try it on. `serial` makes fresh ids. */
export function attempt(group: GroupFacts, tried: Attempted, serial: number): Tried | null {
  const { verb, who, what, how } = tried;
  const judge = pick(JUDGES, who) ?? REVIEWER;
  const member = pick(PEOPLE, who) ?? REVIEWER;
  const document = pick(fitting(group, tried), what);
  const now = how % 5 === 0 ? LATER : NOON;
  switch (verb) {
    case 'submit':
    case 'replace':
      return handIn(group, tried, serial, now);
    case 'memo':
    case 'plan':
      return outside(group, verb, member, serial);
    case 'begin': {
      const token = pick(
        group.tokens.filter(({ kind }) => kind !== 'step' && kind !== 'ci'),
        who,
      );
      if (token === undefined) return null;
      const terms = { id: `run-${token.id}`, stepsMax: 3, revisionsMax: 2, endsAt: LATER };
      return { ruling: beginRun(group, token, terms, NOON) };
    }
    case 'pause':
    case 'resume': {
      const run = pick(group.runs, what);
      return run === undefined ? null : { ruling: ruleRun(group, run, verb, member, NOON) };
    }
    case 'ask': {
      const about = {
        stepId: null,
        documentId: document?.id ?? null,
        assigneeId: null,
        raised: 0,
        assumedOn: null,
      };
      const asked = { id: `q${serial}`, blocking: how % 2 === 0, assumed: how % 3 === 0 };
      const question = { ...about, ...asked, askedById: 'journey', issuerId: 'ivy' };
      return { ruling: ruleQuestion(group, { verb, questions: [question] }) };
    }
    case 'answer': {
      const question = pick(group.questions, what);
      if (question === undefined) return null;
      const command = { verb, questionId: question.id, by: member, agrees: how % 2 === 0 } as const;
      return { ruling: ruleQuestion(group, command) };
    }
    case 'arrange':
      return { ruling: rearrange(group, how, serial) };
    case 'discard':
      // Rare, or every history would be a short one.
      return how === 0 ? { ruling: rule(group, { verb, by: member }) } : null;
    default:
      return document === undefined ? null : onDocument(group, document, judge, tried, serial);
  }
}

/** Mostly documents the verb could fall on: pure chance hardly ever gets a group to its end. */
function fitting(group: GroupFacts, { verb, how }: Attempted): readonly DocumentFacts[] {
  const meant = { hold: 'approve', apply_held: 'approve' }[verb as string] ?? verb;
  if (how % 5 === 0 || !isVerb(meant)) return group.documents;
  return group.documents.filter(({ state, staleBecause }) => {
    return nextState(state, meant) !== null && (meant !== 'confirm' || staleBecause.length > 0);
  });
}

function isVerb(word: string): word is Verb {
  return (VERBS as readonly string[]).includes(word);
}

function onDocument(
  group: GroupFacts,
  document: DocumentFacts,
  judge: Judge,
  { verb, who, how }: Attempted,
  serial: number,
): Tried | null {
  const documentId = document.id;
  // Now and then somebody decides on what they read a while ago.
  const revision = how % 4 === 0 ? Math.max(1, document.revision - 1) : document.revision;
  const shownHash = revision === document.revision ? document.hash : 'an older body';
  const given = { documentId, revision, by: judge } as const;
  const reasonIds = how % 7 === 0 ? [] : [`reason${serial}`];
  const seen = { judge, shownHash };
  switch (verb) {
    case 'approve':
    case 'confirm':
      return { ...seen, ruling: rule(group, { verb, ...given }) };
    case 'request_revision':
    case 'reject':
    case 'reopen':
      return { ...seen, ruling: rule(group, { verb, ...given, reasonIds }) };
    case 'hold':
      return { ruling: rule(group, { verb: 'approve', ...given, holdAs: `held${serial}` }) };
    case 'apply_held': {
      const held = document.held[0];
      if (held === undefined) return null;
      const by = PEOPLE.find(({ id }) => id === held.personId) ?? REVIEWER;
      const command = { documentId, revision: held.revision, by, heldId: held.id, reasonIds };
      const hash = held.revision === document.revision ? document.hash : 'an older body';
      return { ruling: rule(group, { verb: held.verb, ...command }), judge: by, shownHash: hash };
    }
    case 'withdraw': {
      const by = pick(PEOPLE, who) ?? REVIEWER;
      return { ruling: rule(group, { verb, documentId, by }) };
    }
    default:
      return null;
  }
}

function handIn(
  group: GroupFacts,
  { verb, who, what, how }: Attempted,
  serial: number,
  now: Date,
): Tried {
  const author = authorOf(group, who);
  const documents = group.documents.filter(({ state }) => state !== 'approved');
  const document = verb === 'replace' ? pick(group.documents, what) : pick(documents, what);
  const documentId = verb === 'replace' ? document?.id : undefined;
  const respondsTo =
    how % 6 === 0 ? [] : group.documents.flatMap(({ openReasonIds }) => openReasonIds);
  const hash = how % 9 === 0 && document !== undefined ? document.hash : `body${serial}`;
  const type = how % 8 === 0 ? 'TR' : undefined;
  const submission = submissionOf({
    documentId,
    hash,
    type,
    respondsTo,
    contradicted: how % 5 === 1,
  });
  return { author, ruling: admit(group, submission, author, now) };
}

function authorOf(group: GroupFacts, who: number): Author {
  const token = pick(group.tokens, who);
  if (token === undefined || who % 5 === 0) return pick(PEOPLE, who) ?? REVIEWER;
  return writing(token, group.runs.find(({ tokenId }) => tokenId === token.id) ?? null);
}

function outside(
  group: GroupFacts,
  verb: 'memo' | 'plan',
  member: PersonCaller,
  serial: number,
): Tried {
  const planner = group.tokens.find(({ id }) => id === 'planner');
  const gate = verb === 'plan' ? { ...HUMAN, unattended: false } : null;
  const type = verb === 'plan' ? 'WP' : 'M';
  const cites = group.documents.slice(-1).map(({ id }) => id);
  const submission = submissionOf({
    type,
    cites,
    hash: `body${serial}`,
    outside: { series: verb, gate, have: serial },
  });
  const author: Author = planner === undefined || serial % 2 === 0 ? member : writing(planner);
  return { author, ruling: admit(group, submission, author, NOON) };
}

function rearrange(group: GroupFacts, how: number, serial: number): Ruling {
  const pending = group.steps.filter(({ id, series }) => {
    return (
      series !== 'closing' &&
      series !== 'root' &&
      !group.documents.some(({ stepId }) => stepId === id)
    );
  });
  const kept = pending.slice(how % 2).map((step): Piece => ({ ...step, gateIsOwn: false }));
  const design: Piece = { type: 'D', series: 'design', gate: HUMAN, gateIsOwn: false };
  let taken = 0;
  return arrangeSequence(group, {
    ...{ version: group.sequenceVersion - (how % 6 === 5 ? 1 : 0) },
    pieces: how % 3 === 0 ? [...kept, design] : kept,
    closing: { type: 'AC', gate: HUMAN },
    by: { mayArrange: true, maySetGates: false },
    judges: { any: 3, reviewer: 3, maintainer: 1 },
    newId: () => `new${serial}-${++taken}`,
  });
}

function pick<T>(list: readonly T[], index: number): T | undefined {
  return list.length === 0 ? undefined : list[index % list.length];
}
