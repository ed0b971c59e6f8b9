/** One group as the gate looks at it, and as views show it. The version read first is the one a change must still find. */
import type { Database, GroupPlaceRow, Reader } from '@flowgate/database';
import type { DocumentFacts, GatePolicy, GroupFacts, ThreadFacts } from '../../gate/facts.ts';
import type {
  ActorKind,
  GroupState,
  RunMode,
  RunReason,
  RunState,
  Series,
} from '../../gate/vocabulary.ts';
import { fromJson } from '../json.ts';
import { tokenFactsOf } from '../tokens/token-facts.ts';
import { documentFactsOf } from './document-facts.ts';
import { readJudging } from './read-judging.ts';
import { readNamedReviewers } from './read-named-reviewers.ts';

export interface GroupRecord extends GroupPlaceRow {
  readonly steps: readonly StepRecord[];
  /** Those that fill a step, and work plans. */
  readonly documents: readonly DocumentRecord[];
  /** Open ones. */
  readonly questions: Awaited<ReturnType<typeof readParts>>['questions'];
  readonly runs: Awaited<ReturnType<typeof readParts>>['runs'];
}
export type DocumentRecord = Awaited<ReturnType<typeof readParts>>['documents'][number];
export type StepRecord = Awaited<ReturnType<typeof readParts>>['steps'][number];

/** What a command looks at beyond the sequence; each costs a statement or more, so none is read unasked. */
export interface GroupScope {
  /** Approvals, held verdicts and reasons of these documents. */
  readonly judging?: 'head' | readonly string[];
  /** Who cites whom: for the cascade of a reopening. */
  readonly citations?: boolean;
  /** The group's tokens and those of its runs: who could fill the head, and who ever issued one. */
  readonly tokens?: boolean;
}

export interface GroupScene {
  readonly record: GroupRecord;
  readonly facts: GroupFacts;
}

/** Everything that stands on the sequence, in three statements or four. */
async function readParts(reader: Reader, { id: groupId, questionCount }: GroupPlaceRow) {
  const [steps, documents, questions, runs] = await Promise.all([
    reader.step.findMany({ where: { groupId }, orderBy: { number: 'asc' } }),
    reader.document.findMany({
      where: { groupId, OR: [{ stepId: { not: null } }, { series: 'plan' }] },
      orderBy: { number: 'asc' },
    }),
    // Where nothing was ever asked there is nothing to read.
    questionCount === 0
      ? []
      : reader.question.findMany({ where: { groupId, state: 'open' }, orderBy: { number: 'asc' } }),
    reader.run.findMany({ where: { groupId } }),
  ]);
  return { steps, documents, questions, runs };
}

/** Null: there is no such group. `now` decides which tokens still live. */
export async function readGroupScene(
  { reader, joined }: Pick<Database, 'reader' | 'joined'>,
  groupId: string,
  now: Date,
  scope: GroupScope = {},
): Promise<GroupScene | null> {
  // The version first: whatever changes while the rest is read is found out by the change that names it.
  const place = await joined.groupPlace(groupId);
  if (place === null) return null;
  const record: GroupRecord = { ...place, ...(await readParts(reader, place)) };
  const judged = judgedIds(record, scope.judging);
  const [judging, threads, citations, tokens, reviewerIds] = await Promise.all([
    readJudging(
      reader,
      place,
      record.documents.filter(({ id }) => judged.includes(id)),
    ),
    // Of every document: whom an open one waits for is told by attention, whatever is asked about here.
    place.threadCount > 0
      ? reader.thread.findMany({
          where: { state: { not: 'resolved' }, document: { groupId } },
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        })
      : [],
    scope.citations
      ? reader.citation.findMany({
          where: {
            documentId: { in: record.documents.map((document) => document.id) },
          },
        })
      : [],
    scope.tokens
      ? reader.token.findMany({
          where: { OR: [{ groupId }, { id: { in: record.runs.map((run) => run.tokenId) } }] },
        })
      : [],
    readNamedReviewers(reader, place),
  ]);
  const documents = record.documents.map(
    (document): DocumentFacts => ({
      ...documentFactsOf(document),
      ...judging(document),
      threads: threads
        .filter((thread) => thread.documentId === document.id)
        .map(
          (thread): ThreadFacts => ({
            id: thread.id,
            weight: thread.weight as ThreadFacts['weight'],
            state: thread.state as ThreadFacts['state'],
            raisedByKind: (thread.raisedKind ?? 'person') as ActorKind,
            raisedById: thread.raisedBy,
            advice: thread.advice ?? false,
            answered: thread.answeredAt !== null,
          }),
        ),
      cites: citations
        .filter((citation) => citation.documentId === document.id)
        .map((citation) => citation.citedDocumentId),
    }),
  );
  const live = tokens.filter((token) => token.revokedAt === null && token.expiresAt > now);
  const issuers = [...new Set(tokens.map((token) => token.issuerId))];
  const usedAt = new Map(tokens.map(({ id, lastUsedAt }) => [id, lastUsedAt]));
  const whole = groupFactsOf(record, documents);
  return {
    record,
    facts: {
      ...whole,
      reviewerIds,
      // Whoever reads and asks is at work, though nothing of its run is written.
      runs: whole.runs.map((run) => ({
        ...run,
        changedAt: later(run.changedAt, usedAt.get(run.tokenId)),
      })),
      tokens: live.map(tokenFactsOf),
      tokenIssuerIds: issuers,
    },
  };
}

/** True when somebody changed the group since its version was read. */
export async function groupMoved(
  reader: Reader,
  { id, version }: Pick<GroupRecord, 'id' | 'version'>,
): Promise<boolean> {
  return (await reader.group.count({ where: { id, version } })) === 0;
}

function groupFactsOf(
  record: GroupRecord,
  documents: DocumentFacts[],
): Omit<GroupFacts, 'tokens' | 'tokenIssuerIds' | 'reviewerIds'> {
  return {
    id: record.id,
    projectId: record.projectId,
    state: record.state as GroupState,
    archived: record.projectArchivedAt !== null,
    ownerId: record.ownerId,
    ownerMayJudge: record.ownerRole === 'reviewer' || record.ownerRole === 'maintainer',
    judges: {
      any: record.judgeCount,
      reviewer: record.judgeCount,
      maintainer: record.maintainerCount,
    },
    documentCount: record.documentCount,
    fourEyes: record.projectFourEyes,
    unattended: record.projectUnattended,
    sequenceVersion: record.sequenceVersion,
    decided: record.sequenceDecidedAt !== null,
    steps: record.steps.map((step) => ({
      id: step.id,
      number: step.number,
      type: step.type,
      series: step.series as Series,
      gate: fromJson<GatePolicy>(step.gate, `the gate of step ${step.id}`),
      assignee: step.assignee,
    })),
    documents,
    questions: record.questions.map((question) => ({
      id: question.id,
      stepId: question.stepId,
      documentId: question.documentId,
      blocking: question.blocking,
      askedById: question.askedById,
      issuerId: question.issuerId,
      assigneeId: question.assigneeId,
      raised: question.raisedCount ?? 0,
      assumed: question.assumption !== null,
      assumedOn: question.assumedOnId,
    })),
    runs: record.runs.map((run) => ({
      ...run,
      mode: run.mode as RunMode,
      state: run.state as RunState,
      reason: run.reason as RunReason | null,
    })),
  };
}

/** The head's document always: whose turn it is depends on the approvals it has, whatever else is judged. */
function judgedIds(record: GroupRecord, judging: GroupScope['judging']): readonly string[] {
  if (judging === undefined) return [];
  const named = judging === 'head' ? [] : judging;
  const byStep = new Map(record.documents.map((document) => [document.stepId, document]));
  const open = record.steps
    .map((step) => byStep.get(step.id))
    .find((document) => document?.state !== 'approved');
  return open ? [...named, open.id] : named;
}

function later(one: Date, other: Date | null | undefined): Date {
  return other != null && other > one ? other : one;
}
