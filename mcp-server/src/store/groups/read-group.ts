/** One group as the gate looks at it, and as views show it. The version read first is the one a change must still find. */
import type { Prisma, Reader } from '@flowgate/database';
import type { DocumentFacts, GatePolicy, GroupFacts, StaleMark } from '../../gate/facts.ts';
import type {
  ActorKind,
  DocumentState,
  GroupState,
  RunMode,
  RunReason,
  RunState,
  Series,
} from '../../gate/vocabulary.ts';
import { fromJson } from '../json.ts';
import { tokenFactsOf } from '../tokens/token-facts.ts';

export type GroupRecord = NonNullable<Awaited<ReturnType<typeof findGroup>>>;
export type DocumentRecord = GroupRecord['documents'][number];
export type StepRecord = GroupRecord['steps'][number];

/** Enough to know whether a gate can be met and whether the owner may judge; bounded, for a project of thousands. */
const JUDGES_READ_MAX = 200;

/** A project's people who may judge, deactivated ones left out. */
export const WITH_JUDGES = {
  memberships: {
    where: { role: { in: ['reviewer', 'maintainer'] }, person: { deactivatedAt: null } },
    take: JUDGES_READ_MAX,
  },
} satisfies Prisma.ProjectInclude;

/** What a command looks at beyond the sequence; each costs a statement or more, so none is read unasked. */
export interface GroupScope {
  /** Approvals, held verdicts, reasons and threads of these documents. */
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

/** Everything that stands on the sequence, in eight statements. */
function findGroup(reader: Reader, groupId: string) {
  return reader.group.findUnique({
    where: { id: groupId },
    include: {
      project: { include: WITH_JUDGES },
      steps: { orderBy: { number: 'asc' } },
      documents: {
        where: { OR: [{ stepId: { not: null } }, { series: 'plan' }] },
        orderBy: { number: 'asc' },
      },
      questions: { where: { state: 'open' }, orderBy: { number: 'asc' } },
      runs: true,
    },
  });
}

/** Null: there is no such group. `now` decides which tokens still live. */
export async function readGroupScene(
  reader: Reader,
  groupId: string,
  now: Date,
  scope: GroupScope = {},
): Promise<GroupScene | null> {
  const record = await findGroup(reader, groupId);
  if (record === null) return null;
  const judged = judgedIds(record, scope.judging);
  const [judging, citations, tokens] = await Promise.all([
    readJudging(reader, judged),
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
  ]);
  const documents = record.documents.map(
    (document): DocumentFacts => ({
      ...documentFactsOf(document),
      ...judging(document),
      cites: citations
        .filter((citation) => citation.documentId === document.id)
        .map((citation) => citation.citedDocumentId),
    }),
  );
  const live = tokens.filter((token) => token.revokedAt === null && token.expiresAt > now);
  const issuers = [...new Set(tokens.map((token) => token.issuerId))];
  return {
    record,
    facts: {
      ...groupFactsOf(record, documents),
      tokens: live.map(tokenFactsOf),
      tokenIssuerIds: issuers,
    },
  };
}

function groupFactsOf(
  record: GroupRecord,
  documents: DocumentFacts[],
): Omit<GroupFacts, 'tokens' | 'tokenIssuerIds'> {
  return {
    id: record.id,
    projectId: record.projectId,
    state: record.state as GroupState,
    ownerId: record.ownerId,
    ownerMayJudge: record.project.memberships.some(({ personId }) => personId === record.ownerId),
    documentCount: record.documentCount,
    fourEyes: record.project.fourEyes,
    unattended: record.project.unattended,
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

function documentFactsOf(document: DocumentRecord): DocumentFacts {
  return {
    id: document.id,
    number: document.number,
    type: document.type,
    series: document.series as Series,
    stepId: document.stepId,
    gate:
      document.gate === null
        ? null
        : fromJson<GatePolicy>(document.gate, `the gate of ${document.id}`),
    state: document.state as DocumentState,
    revision: document.revision,
    hash: document.hash,
    staleBecause: document.stale
      ? fromJson<StaleMark[]>(document.staleBecause ?? '[]', `the stale marks of ${document.id}`)
      : [],
    authorKind: document.authorKind as ActorKind,
    authorId: document.authorId,
    issuerId: document.issuerId,
    contradicted: document.contradicted,
    plannedVersion: document.plannedVersion,
    approvals: [],
    held: [],
    openReasonIds: [],
    openMustBy: [],
    cites: [],
  };
}

function judgedIds(record: GroupRecord, judging: GroupScope['judging']): readonly string[] {
  if (judging === undefined) return [];
  if (judging !== 'head') return judging;
  const byStep = new Map(record.documents.map((document) => [document.stepId, document]));
  const open = record.steps
    .map((step) => byStep.get(step.id))
    .find((document) => document?.state !== 'approved');
  return open ? [open.id] : [];
}

type Judging = Pick<DocumentFacts, 'approvals' | 'held' | 'openReasonIds' | 'openMustBy'>;

async function readJudging(
  reader: Reader,
  documentIds: readonly string[],
): Promise<(document: DocumentRecord) => Judging | Record<never, never>> {
  if (documentIds.length === 0) return () => ({});
  const where = { documentId: { in: [...documentIds] } };
  const [verdicts, held, reasons, threads] = await Promise.all([
    reader.verdict.findMany({
      where: { ...where, verb: 'approve', counts: true, voidedAt: null },
    }),
    reader.heldVerdict.findMany({ where }),
    reader.reason.findMany({
      where: { ...where, response: null, setAsideAt: null },
      orderBy: { number: 'asc' },
    }),
    reader.thread.findMany({
      where: { ...where, weight: 'must', state: { not: 'resolved' } },
    }),
  ]);
  return (document) => ({
    approvals: verdicts
      .filter((row) => row.documentId === document.id && row.revision === document.revision)
      .map((row) => ({
        byKind: row.byKind as ActorKind,
        byId: row.byId,
        issuerId: row.issuerId,
        revision: row.revision,
      })),
    held: held
      .filter((row) => row.documentId === document.id)
      .map(({ id, personId, verb, revision }) => ({
        id,
        personId,
        verb: verb as 'approve' | 'request_revision',
        revision,
      })),
    openReasonIds: reasons.filter((row) => row.documentId === document.id).map((row) => row.id),
    openMustBy: threads.filter((row) => row.documentId === document.id).map((row) => row.raisedBy),
  });
}
