/** Questions: who may ask, answer, withdraw and dismiss. The texts and options are checked outside. */
import { refuseClosedGroup } from './closed.ts';
import type { QuestionCommand } from './commands.ts';
import { conclude } from './consequences.ts';
import type { GroupFacts, QuestionFacts } from './facts.ts';
import {
  QUESTION_BLOCKING_DUE_HOURS,
  QUESTION_OPEN_DUE_HOURS,
  QUESTION_RAISED_HOURS_MAX,
  QUESTIONS_OPEN_MAX,
  QUESTIONS_PER_CALL_MAX,
} from './limits.ts';
import { refuse } from './refusals.ts';
import type { Change, GateEvent, Refused, Ruling } from './ruling.ts';
import { documentOf } from './sequence.ts';
import { markAfterDisagreement } from './staleness.ts';

type Answer = Extract<QuestionCommand, { verb: 'answer' }>;

/** Rules on one command about questions. A closed group takes none. */
export function ruleQuestion(group: GroupFacts, command: QuestionCommand): Ruling {
  const shut = refuseClosedGroup(group);
  if (shut !== null) return shut;
  if (command.verb === 'ask') return ask(group, command.questions);
  const question = group.questions.find(({ id }) => id === command.questionId);
  if (question === undefined) return refuse('question_closed', { question: command.questionId });
  if (command.verb === 'answer') return answer(group, question, command);
  if (command.verb === 'withdraw') {
    if (question.askedById !== command.askedById) {
      return refuse('not_your_question', { question: question.id });
    }
    return closed(group, question, 'withdrawn');
  }
  if (command.verb === 'raise') return raise(group, question);
  if (!command.by.mayJudge) return refuse('may_not_judge');
  if (command.verb === 'reassign') return reassign(group, question, command.assigneeId);
  return closed(group, question, 'dismissed');
}

function ask(group: GroupFacts, questions: readonly QuestionFacts[]): Ruling {
  const open = group.questions.length + questions.length;
  if (questions.length > QUESTIONS_PER_CALL_MAX || open > QUESTIONS_OPEN_MAX) {
    return refuse('questions_too_many', { open, max: QUESTIONS_OPEN_MAX });
  }
  const changes = questions.map((question): Change => ({ kind: 'question_asked', question }));
  const events = questions.map((question): GateEvent => {
    const { id: questionId, blocking, assumed } = question;
    return {
      kind: 'question.asked',
      questionId,
      ...placeOf(question),
      details: { blocking, assumed },
    };
  });
  return conclude(group, changes, events);
}

/**
 * A person who may judge answers any question, an agent holding `answer` none of its own issuer's. Where the question
 * went with an assumption the answer says whether it agrees; if not, the document that rests on it becomes stale, and
 * so do those that cite it.
 */
function answer(group: GroupFacts, question: QuestionFacts, command: Answer): Ruling {
  const refused = refuseAnswer(question, command);
  if (refused !== null) return refused;
  const agrees = command.agrees ?? null;
  const resting = question.assumedOn === null ? null : documentOf(group, question.assumedOn);
  const stale =
    agrees === false && resting !== null ? markAfterDisagreement(group, resting) : NOTHING;
  const answered = closing(question, 'answered', { agrees });
  return conclude(
    group,
    [...answered.changes, ...stale.changes],
    [...answered.events, ...stale.events],
  );
}

const NOTHING = { changes: [], events: [] } as const;

function refuseAnswer(question: QuestionFacts, { by, agrees }: Answer): Refused | null {
  if (by.kind === 'person' && !by.mayJudge) return refuse('may_not_judge');
  if (by.kind === 'token' && by.issuerId === question.issuerId) {
    return refuse('question_not_yours_to_answer', { question: question.id });
  }
  const unsaid = question.assumed && agrees === undefined;
  return unsaid ? refuse('agrees_missing', { question: question.id }) : null;
}

/** Whoever is asked from now on has their own time to answer. Handing it to who has it already changes nothing. */
function reassign(group: GroupFacts, question: QuestionFacts, assigneeId: string | null): Ruling {
  if (question.assigneeId === assigneeId) return { allowed: true, changes: [], events: [] };
  const { id: questionId } = question;
  return conclude(
    group,
    [{ kind: 'question_assigned', questionId, assigneeId }],
    [
      {
        kind: 'question.reassigned',
        questionId,
        ...placeOf(question),
        details: { to: assigneeId },
      },
    ],
  );
}

/** From the first time on the reviewers are asked beside whoever was asked alone: attention says so. */
function raise(group: GroupFacts, question: QuestionFacts): Ruling {
  const { id: questionId } = question;
  const raised = question.raised + 1;
  return conclude(
    group,
    [{ kind: 'question_raised', questionId, raised }],
    [{ kind: 'question.overdue', questionId, ...placeOf(question), details: { raised } }],
  );
}

/**
 * When a question that nobody answered is raised again, counted from when whoever is asked now was last asked. The
 * pause doubles with each time, up to a week.
 */
export function questionDueAt(
  question: { readonly blocking: boolean; readonly raised: number },
  askedSince: Date,
): Date {
  const first = question.blocking ? QUESTION_BLOCKING_DUE_HOURS : QUESTION_OPEN_DUE_HOURS;
  const hours = Math.min(first * 2 ** question.raised, QUESTION_RAISED_HOURS_MAX);
  return new Date(askedSince.getTime() + hours * 3600 * 1000);
}

type Closed = Extract<Change, { kind: 'question_closed' }>['state'];

function closed(group: GroupFacts, question: QuestionFacts, state: Closed): Ruling {
  const { changes, events } = closing(question, state, {});
  return conclude(group, changes, events);
}

function closing(
  question: QuestionFacts,
  state: Closed,
  details: NonNullable<GateEvent['details']>,
): { readonly changes: readonly Change[]; readonly events: readonly GateEvent[] } {
  const { id: questionId } = question;
  return {
    changes: [{ kind: 'question_closed', questionId, state }],
    events: [{ kind: `question.${state}`, questionId, ...placeOf(question), details }],
  };
}

function placeOf({ documentId, stepId }: QuestionFacts): Pick<GateEvent, 'documentId' | 'stepId'> {
  return { documentId: documentId ?? undefined, stepId: stepId ?? undefined };
}
