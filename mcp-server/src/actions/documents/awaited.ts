/** What an agent waits for, as it stands now, with what happened to it since. */
import type { z } from 'zod';
import type { AwaitVerdictView } from '../../contracts/work.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { GroupFacts, RunFacts } from '../../gate/facts.ts';
import { headOf } from '../../gate/sequence.ts';
import type { DocumentState, VerdictVerb } from '../../gate/vocabulary.ts';
import { positionsOf } from '../../store/events/list-events.ts';
import { readScene } from '../change-group.ts';
import { turnsNamed, turnsUnanswered } from '../conversations/heard-since.ts';
import { agentAnswers } from '../questions/agent-answers.ts';
import { readOpenReasons } from '../reviews/open-reasons.ts';
import { agentRunView } from '../runs/run-view.ts';
import { isTurnOf } from '../workflow/is-turn-of.ts';
import type { Subject } from './awaited-subject.ts';
import { type Happened, happenedSince } from './happened-since.ts';
import { nextAfterWaiting } from './next-after-waiting.ts';

export type View = Omit<z.input<typeof AwaitVerdictView>, 'cursor' | 'retry_after_seconds'>;

export interface Awaited {
  readonly changed: boolean;
  readonly position: number;
  readonly view: View;
}

const NOTHING: Happened = { any: false, beyondTalk: false, turns: [], revoked: false };

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
  // A cursor from the future is from a log that a restored backup has cut: it says nothing of what was heard.
  const heard = since !== null && since > position ? null : since;
  const happened =
    heard === null ? NOTHING : await happenedSince(dependencies, call, subject, heard);
  const { view, isDecided } = await viewOf(dependencies, call, subject, heard === null, happened);
  const changed = happened.any || isDecided;
  return { changed, position, view: { ...view, changed } };
}

async function viewOf(
  dependencies: Dependencies,
  call: Call,
  subject: Subject,
  isFirst: boolean,
  happened: Happened,
): Promise<{ readonly view: View; readonly isDecided: boolean }> {
  const { database, clock } = dependencies;
  const { reader } = database;
  const { caller } = call;
  const { documentId, questionId, groupId, isConversation } = subject;
  const now = clock.now();
  const isGated = documentId !== null && !isConversation;
  const scope = isGated ? { judging: [documentId] } : {};
  const { facts, record } = await readScene(dependencies, call, groupId, now, scope);
  const known = facts.documents.find(({ id }) => id === documentId);
  const [document, verdicts, reasons, answers, turns] = await Promise.all([
    // Those outside the gate, memos and what was withdrawn, are no facts of it; a conversation has no state.
    known ?? (isGated ? reader.document.findUnique({ where: { id: documentId } }) : null),
    isGated ? readVerdicts(dependencies, documentId) : [],
    isGated
      ? readOpenReasons(reader, documentId, known === undefined || known.threads.length > 0)
      : [],
    record.questionCount === 0 ? [] : agentAnswers(reader, answersWanted(call, facts, subject)),
    isFirst && isConversation && documentId !== null
      ? turnsUnanswered(reader, documentId, caller.kind === 'agent' ? caller.token.id : '')
      : turnsNamed(reader, happened.turns),
  ]);
  const run = runOf(facts, call);
  const judged = verdicts.find(({ counts, revision }) => counts && revision === document?.revision);
  const isTurn = subject.unnamed && caller.kind === 'agent' && isTurnOf(facts, caller, now);
  const view = {
    changed: false,
    document_id: documentId,
    state: (document?.state as DocumentState | undefined) ?? null,
    revision: document?.revision ?? null,
    verdict: isVerdict(judged?.verb) ? judged.verb : null,
    reasons,
    comments: verdicts.flatMap(({ comment }) => comment ?? []),
    answers,
    turns,
    run: run && agentRunView(run, call.say),
    next: nextAfterWaiting(call.say, facts, {
      ...{ documentId, questionId, document, answers, turns, run, caller, isTurn },
      revoked: happened.revoked,
      beyondTalk: happened.beyondTalk,
    }),
  };
  return { view, isDecided: isTurn || (isFirst && isDecided(view)) };
}

function isDecided({ state, answers, turns, run }: View): boolean {
  if (turns.length > 0 || answers.some((answer) => answer.state !== 'open')) return true;
  if (run?.state === 'ended' || run?.state === 'paused') return true;
  return state !== null && state !== 'in_review';
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
