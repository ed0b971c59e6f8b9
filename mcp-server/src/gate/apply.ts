/** Plays a ruling's changes on facts, so that what follows can be computed without reading again. Decides nothing. */
import type {
  DocumentFacts,
  GroupFacts,
  QuestionFacts,
  RunFacts,
  StepFacts,
  TokenFacts,
} from './facts.ts';
import type { BodyFacts, Change } from './ruling.ts';

/** The group as it stands after the changes. The facts given are left as they are. */
export function apply(group: GroupFacts, changes: readonly Change[]): GroupFacts {
  return changes.reduce((facts, change) => play(facts, change), group);
}

type Play<K extends Change['kind']> = (
  group: GroupFacts,
  change: Extract<Change, { kind: K }>,
) => GroupFacts;

function play<K extends Change['kind']>(
  group: GroupFacts,
  change: Extract<Change, { kind: K }>,
): GroupFacts {
  // The table maps each kind to the player of that very kind; the compiler can't follow the pairing.
  const player = PLAYERS[change.kind] as unknown as Play<K>;
  return player(group, change);
}

const PLAYERS: { readonly [K in Change['kind']]: Play<K> } = {
  document_opened: (group, change) => {
    const counted = { ...group, documentCount: change.number };
    if (change.gate === null) return counted;
    return { ...counted, documents: [...group.documents, opened(change)] };
  },
  document_revised: (group, change) =>
    withDocument(group, change.documentId, () => ({
      revision: change.revision,
      handedTo: null,
      ...bodyOf(change.body),
    })),
  document_moved: (group, change) =>
    withDocument(group, change.documentId, () => ({ state: change.to, handedTo: null })),
  checks_moved: (group, { documentId, checks, contradicted }) =>
    withDocument(group, documentId, () => ({ checks, contradicted })),
  verdict_recorded: (group, change) => {
    if (change.verb !== 'approve' || !change.counts) return group;
    const approval = {
      byKind: change.by.kind,
      byId: change.by.id,
      issuerId: change.by.issuerId,
      revision: change.revision,
    };
    return withDocument(group, change.documentId, ({ approvals }) => ({
      approvals: [...approvals, approval],
    }));
  },
  verdict_held: (group, { documentId, heldId, personId, verb, revision }) =>
    withDocument(group, documentId, ({ held }) => ({
      held: [...held, { id: heldId, personId, verb, revision }],
    })),
  approvals_voided: (group, change) =>
    withDocument(group, change.documentId, () => ({ approvals: [] })),
  held_voided: (group, change) =>
    withDocument(group, change.documentId, ({ held }) => ({
      held: held.filter(({ id }) => !change.heldIds.includes(id)),
    })),
  reasons_opened: (group, change) =>
    withDocument(group, change.documentId, ({ openReasonIds }) => ({
      openReasonIds: [...openReasonIds, ...change.reasonIds],
    })),
  reasons_set_aside: closeReasons,
  reasons_answered: closeReasons,
  thread_opened: (group, { documentId, thread }) =>
    withDocument(group, documentId, ({ threads }) => ({ threads: [...threads, thread] })),
  thread_moved: (group, { documentId, threadId, state, answered }) =>
    withDocument(group, documentId, ({ threads }) => ({
      threads: threads.flatMap((thread) => {
        if (thread.id !== threadId) return [thread];
        return state === 'resolved' ? [] : [{ ...thread, state, answered }];
      }),
    })),
  thread_commented: (group) => group,
  review_stopped: (group, { documentId, stop }) =>
    withDocument(group, documentId, () => ({ reviewStop: stop })),
  step_emptied: (group, change) => ({
    ...group,
    documents: group.documents.filter(({ id }) => id !== change.documentId),
  }),
  marked_stale: (group, change) =>
    withDocument(group, change.documentId, ({ staleBecause }) => ({
      staleBecause: [...staleBecause, change.mark],
    })),
  stale_lifted: (group, change) =>
    withDocument(group, change.documentId, () => ({ staleBecause: change.left })),
  token_moved: (group, change) =>
    withToken(group, change.tokenId, ({ documentId }) => ({
      state: change.to,
      documentId: change.documentId ?? documentId,
    })),
  token_retargeted: (group, change) =>
    withToken(group, change.tokenId, () => ({ targetStepId: change.targetStepId })),
  run_begun: (group, change) => ({ ...group, runs: [...group.runs, change.run] }),
  run_moved: (group, { runId, state, reason }) => withRun(group, runId, () => ({ state, reason })),
  run_placed: (group, { runId, stepId }) =>
    withRun(group, runId, () => ({ stepId, revisionsAtStep: 0, unchangedAtStep: 0 })),
  run_granted: (group, { runId, stepsMax, revisionsMax, endsAt }) =>
    withRun(group, runId, () => ({ stepsMax, revisionsMax, endsAt, unchangedAtStep: 0 })),
  run_progressed: (group, change) => withRun(group, change.runId, (run) => progressOf(run, change)),
  steps_arranged: (group, change) => ({
    ...group,
    decided: true,
    sequenceVersion: change.version,
    steps: change.steps.map(withoutNote),
  }),
  question_asked: (group, change) => ({
    ...group,
    questions: [...group.questions, change.question],
  }),
  assumption_recorded: (group, { questionId, documentId }) =>
    withQuestion(group, questionId, { assumedOn: documentId }),
  question_assigned: (group, { questionId, assigneeId }) =>
    withQuestion(group, questionId, { assigneeId, raised: 0 }),
  question_raised: (group, { questionId, raised }) => withQuestion(group, questionId, { raised }),
  question_closed: (group, change) => ({
    ...group,
    questions: group.questions.filter(({ id }) => id !== change.questionId),
  }),
  group_moved: (group, change) => ({ ...group, state: change.to }),
  // What a plan holds isn't known to the rules: its pieces are arranged by a ruling of their own.
  plan_due: (group) => group,
  closing_due: (group, change) => {
    const others = group.documents.filter(({ id }) => id !== change.documentId);
    return {
      ...group,
      documentCount: Math.max(group.documentCount, change.number),
      documents: [...others, closingDocument(change)],
    };
  },
};

function opened(change: Extract<Change, { kind: 'document_opened' }>): DocumentFacts {
  const { documentId, number, type, series, stepId, gate, state } = change;
  const place = { id: documentId, number, type, series, stepId, gate, state };
  return { ...EMPTY_RECORD, ...place, revision: 1, ...bodyOf(change.body) };
}

function closingDocument(change: Extract<Change, { kind: 'closing_due' }>): DocumentFacts {
  const { documentId, number, type, stepId, gate, revision } = change;
  return {
    ...EMPTY_RECORD,
    ...{ id: documentId, number, type, series: 'closing', stepId, gate, revision },
    state: 'in_review',
    // The server writes the body from what the group holds; the rules never compare it.
    hash: `closing@${revision}`,
    cites: [],
    contradicted: false,
    plannedVersion: null,
    authorKind: 'system',
    authorId: 'system',
    issuerId: 'system',
  };
}

const EMPTY_RECORD = {
  staleBecause: [],
  approvals: [],
  held: [],
  openReasonIds: [],
  threads: [],
  reviewStop: null,
  handedTo: null,
} as const satisfies Partial<DocumentFacts>;

function bodyOf(body: BodyFacts): BodyFacts {
  const { hash, cites, contradicted, checks, plannedVersion, authorKind, authorId, issuerId } =
    body;
  return { hash, cites, contradicted, checks, plannedVersion, authorKind, authorId, issuerId };
}

function closeReasons(
  group: GroupFacts,
  change: { readonly documentId: string; readonly reasonIds: readonly string[] },
): GroupFacts {
  return withDocument(group, change.documentId, ({ openReasonIds }) => ({
    openReasonIds: openReasonIds.filter((id) => !change.reasonIds.includes(id)),
  }));
}

/** `revisionsAtStep` counts every revision handed in at the step, the first included. */
function progressOf(
  run: RunFacts,
  change: Extract<Change, { kind: 'run_progressed' }>,
): Partial<RunFacts> {
  if (change.unchanged) return { unchangedAtStep: run.unchangedAtStep + 1 };
  if (!change.newStep) return { revisionsAtStep: run.revisionsAtStep + 1, unchangedAtStep: 0 };
  const stepsDone = run.stepsDone + 1;
  return { stepId: change.stepId, stepsDone, revisionsAtStep: 1, unchangedAtStep: 0 };
}

function withoutNote({ id, number, type, series, gate, assignee }: StepFacts): StepFacts {
  return { id, number, type, series, gate, assignee };
}

function withDocument(
  group: GroupFacts,
  documentId: string,
  change: (document: DocumentFacts) => Partial<DocumentFacts>,
): GroupFacts {
  const documents = group.documents.map((document) =>
    document.id === documentId ? { ...document, ...change(document) } : document,
  );
  return { ...group, documents };
}

function withQuestion(
  group: GroupFacts,
  questionId: string,
  change: Partial<QuestionFacts>,
): GroupFacts {
  const questions = group.questions.map((question) =>
    question.id === questionId ? { ...question, ...change } : question,
  );
  return { ...group, questions };
}

function withToken(
  group: GroupFacts,
  tokenId: string,
  change: (token: TokenFacts) => Partial<TokenFacts>,
): GroupFacts {
  const tokens = group.tokens.map((token) =>
    token.id === tokenId ? { ...token, ...change(token) } : token,
  );
  return { ...group, tokens };
}

function withRun(
  group: GroupFacts,
  runId: string,
  change: (run: RunFacts) => Partial<RunFacts>,
): GroupFacts {
  const runs = group.runs.map((run) => (run.id === runId ? { ...run, ...change(run) } : run));
  return { ...group, runs };
}
