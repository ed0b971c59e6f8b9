/** What an agent waits for: one document, question or group, as it stands now and what happened to it since. */
import type { z } from 'zod';
import type { AwaitVerdictInput, AwaitVerdictView } from '../../contracts/work.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { EventKind } from '../../gate/event-kinds.ts';
import type { GroupFacts, RunFacts } from '../../gate/facts.ts';
import { documentAt, headOf } from '../../gate/sequence.ts';
import type { DocumentState, VerdictVerb } from '../../gate/vocabulary.ts';
import { problems } from '../../problems.ts';
import { listGroupEventsAfter, positionsOf } from '../../store/events/list-events.ts';
import { readScene } from '../change-group.ts';
import { groupOfDocument, groupOfQuestion } from '../places.ts';
import { agentAnswers } from '../questions/agent-answers.ts';
import { readOpenReasons } from '../reviews/open-reasons.ts';
import { agentRunView } from '../runs/run-view.ts';
import { nextAfterWaiting } from './next-after-waiting.ts';

export interface Subject {
  readonly projectId: string;
  readonly groupId: string;
  readonly documentId: string | null;
  readonly questionId: string | null;
}

type View = Omit<z.input<typeof AwaitVerdictView>, 'cursor' | 'retry_after_seconds'>;

export interface Awaited {
  readonly changed: boolean;
  readonly position: number;
  readonly view: View;
}

/** Of everything that can happen in a group, what ends a wait for a document. */
const ENDS_A_WAIT: readonly EventKind[] = [
  'document.approval_given',
  'document.approved',
  'document.revision_requested',
  'document.rejected',
  'document.reopened',
  'document.withdrawn',
  'document.stale',
  'review.advised',
  'comment.added',
  'question.answered',
  'question.dismissed',
  'sequence.decided',
  'sequence.changed',
  'run.stopped',
  'run.resumed',
  'token.revoked',
  'group.completed',
  'group.discarded',
];

/** Whoever reviews waits for something to read. */
const ENDS_A_REVIEWERS_WAIT: readonly EventKind[] = [...ENDS_A_WAIT, 'document.submitted'];

function reviews(caller: Call['caller']): boolean {
  return caller.kind === 'agent' && caller.token.scopes.includes('review');
}

/** Enough for one look; a wait that missed more still hears that it missed something. */
const EVENTS_LOOKED_AT_MAX = 200;

/** Without an id: whatever holds the caller's head, or the group while nothing does. Throws `not_found`. */
export async function subjectOf(
  dependencies: Dependencies,
  call: Call,
  input: AwaitVerdictInput,
): Promise<Subject> {
  const { reader } = dependencies.database;
  if (input.question_id !== undefined) {
    const question = await reader.question.findUnique({ where: { id: input.question_id } });
    if (question === null) throw problems.notFound();
    const { projectId, documentId } = question;
    const groupId = groupOfQuestion(input.question_id);
    return { projectId, groupId, documentId, questionId: input.question_id };
  }
  if (input.document_id !== undefined) {
    const document = await reader.document.findUnique({ where: { id: input.document_id } });
    if (document === null) throw problems.notFound();
    const groupId = groupOfDocument(document.id);
    return {
      projectId: document.projectId,
      groupId,
      documentId: document.id,
      questionId: null,
    };
  }
  const bound = call.caller.kind === 'agent' ? call.caller.token.groupId : null;
  const groupId = input.group ?? bound;
  if (groupId === null) throw problems.notFound();
  const { facts } = await readScene(dependencies, call, groupId, dependencies.clock.now(), {});
  const head = headOf(facts);
  const documentId = (head && documentAt(facts, head.id)?.id) ?? null;
  return { projectId: facts.projectId, groupId, documentId, questionId: null };
}

/** `since` null: the caller has heard nothing, so whatever is decided already is a change. */
export async function readAwaited(
  dependencies: Dependencies,
  call: Call,
  subject: Subject,
  since: number | null,
): Promise<Awaited> {
  const { reader } = dependencies.database;
  // The position first: what is read after it can only be newer, and is told again rather than missed.
  const position = (await positionsOf(reader, [subject.projectId])).get(subject.projectId) ?? 0;
  if (since !== null && !(await happenedSince(dependencies, call, subject, since))) {
    return { changed: false, position, view: await viewOf(dependencies, call, subject, false) };
  }
  const view = await viewOf(dependencies, call, subject, true);
  return { changed: since !== null || isDecided(view), position, view };
}

/** Whether anything that ends a wait was done here by others. One query. */
export async function happenedSince(
  { database: { reader } }: Dependencies,
  { caller }: Call,
  { groupId }: Subject,
  since: number,
): Promise<boolean> {
  const events = await listGroupEventsAfter(reader, groupId, since, EVENTS_LOOKED_AT_MAX);
  const own = caller.kind === 'agent' ? caller.token.id : '';
  const ends = reviews(caller) ? ENDS_A_REVIEWERS_WAIT : ENDS_A_WAIT;
  return events.some(({ kind, actorId }) => actorId !== own && ends.includes(kind as EventKind));
}

function isDecided({ state, answers, run }: View): boolean {
  if (answers.some((answer) => answer.state !== 'open')) return true;
  if (run?.state === 'ended' || run?.state === 'paused') return true;
  return state !== null && state !== 'in_review';
}

async function viewOf(
  dependencies: Dependencies,
  call: Call,
  subject: Subject,
  changed: boolean,
): Promise<View> {
  const { database, clock } = dependencies;
  const { reader } = database;
  const { documentId, questionId, groupId } = subject;
  const scope = documentId === null ? {} : { judging: [documentId] };
  const { facts, record } = await readScene(dependencies, call, groupId, clock.now(), scope);
  const known = facts.documents.find(({ id }) => id === documentId);
  const [document, verdicts, reasons, answers] = await Promise.all([
    // Those outside the gate, memos and what was withdrawn, are no facts of it.
    known ??
      (documentId === null ? null : reader.document.findUnique({ where: { id: documentId } })),
    documentId === null ? [] : readVerdicts(dependencies, documentId),
    documentId === null
      ? []
      : readOpenReasons(reader, documentId, known === undefined || known.threads.length > 0),
    record.questionCount === 0 ? [] : agentAnswers(reader, answersWanted(call, facts, subject)),
  ]);
  const run = runOf(facts, call);
  const judged = verdicts.find(({ counts, revision }) => counts && revision === document?.revision);
  return {
    changed,
    document_id: documentId,
    state: (document?.state as DocumentState | undefined) ?? null,
    revision: document?.revision ?? null,
    verdict: isVerdict(judged?.verb) ? judged.verb : null,
    reasons,
    comments: verdicts.flatMap(({ comment }) => comment ?? []),
    answers,
    run: run && agentRunView(run, call.say),
    next: nextAfterWaiting(call.say, facts, {
      documentId,
      questionId,
      document,
      answers,
      run,
      caller: call.caller,
    }),
  };
}

/** Newest first. Held verdicts are no rows here: agents don't see them. */
function readVerdicts({ database: { reader } }: Dependencies, documentId: string) {
  return reader.verdict.findMany({
    where: { documentId, voidedAt: null },
    orderBy: { createdAt: 'desc' },
    take: 20,
  });
}

/** The question waited for, or the caller's own about this document and its step; elsewhere answered ones are old news. */
function answersWanted({ caller }: Call, facts: GroupFacts, subject: Subject) {
  const { groupId, documentId, questionId } = subject;
  if (questionId !== null) return { id: questionId };
  const askedById = caller.kind === 'agent' ? caller.token.id : '';
  const document = facts.documents.find(({ id }) => id === documentId);
  const stepId = document?.stepId ?? headOf(facts)?.id ?? null;
  return { groupId, askedById, OR: [{ documentId }, { stepId }] };
}

function runOf(facts: GroupFacts, { caller }: Call): RunFacts | null {
  if (caller.kind !== 'agent') return null;
  return facts.runs.find(({ tokenId }) => tokenId === caller.token.id) ?? null;
}

function isVerdict(verb: string | undefined): verb is VerdictVerb {
  return verb === 'approve' || verb === 'request_revision' || verb === 'reject';
}
