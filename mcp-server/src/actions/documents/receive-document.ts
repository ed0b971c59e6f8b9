/** Takes a document in: a retry hears the first answer, a new one goes through the gate and is written whole. */
import type { Transaction } from '@flowgate/database';
import type { SubmitDocumentInput, SubmitDocumentView } from '../../contracts/submit.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { apply } from '../../gate/apply.ts';
import type { DocumentFacts, GroupFacts } from '../../gate/facts.ts';
import type { Change, Refused } from '../../gate/ruling.ts';
import { documentAt, headOf } from '../../gate/sequence.ts';
import type { Series } from '../../gate/vocabulary.ts';
import { callerKey } from '../../identity/caller.ts';
import { problems } from '../../problems.ts';
import { nameAttachments } from '../../store/attachments/attachments.ts';
import { findKeyedCall, recordCall } from '../../store/calls/call-records.ts';
import { positionsOf } from '../../store/events/list-events.ts';
import { setChecksTimer } from '../../store/evidence/findings.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';
import { changeGroup, type Decided, requireAllowed } from '../change-group.ts';
import { encodePosition } from '../cursors.ts';
import { askQuestions } from '../questions/ask-questions.ts';
import { recordSecrets } from '../secrets/refuse-secrets.ts';
import { findLatestUngated } from './find-latest-ungated.ts';
import { gateView } from './gate-view.ts';
import { nextAfterSubmission } from './next-after-submission.ts';
import { type PreparedSubmission, prepareSubmission } from './prepare-submission.ts';
import { replaceCriteria } from './replace-criteria.ts';

const ACTION = 'submit_document';

export function receiveDocument(
  dependencies: Dependencies,
  call: Call,
  input: SubmitDocumentInput,
  groupId: string,
): Promise<SubmitDocumentView> {
  // A work plan that was sent back is judged apart from the head.
  const named = input.document_id;
  const scope = named === undefined ? {} : { judging: [named] };
  return changeGroup(dependencies, call, groupId, scope, (scene, now) =>
    decide(dependencies, call, input, scene, now),
  );
}

async function decide(
  dependencies: Dependencies,
  call: Call,
  input: SubmitDocumentInput,
  scene: GroupScene,
  now: Date,
): Promise<Decided<SubmitDocumentView>> {
  const prepared = await prepareSubmission(dependencies, call, input, scene, now);
  const retried = await findRetried(dependencies, call, input, scene, prepared);
  if (retried !== null) {
    const position = await newestPosition(dependencies, scene.record.projectId);
    return {
      settled: viewOf(dependencies, call, scene.facts, retried, {
        ...{ position, replayed: true, series: prepared.type?.series },
      }),
    };
  }
  const { ruling } = prepared;
  if (!ruling.allowed && ruling.refusal.code !== 'response_missing') return refused(ruling);
  if (prepared.faults.length > 0) {
    await recordSecrets(dependencies, call, scene.facts.projectId, prepared.secrets);
    throw problems.inputInvalid(prepared.faults);
  }
  const allowed = requireAllowed(ruling);
  const made = documentMadeBy(allowed.changes);
  const { documentId } = made;
  const asked = askQuestions(call, input.questions ?? [], {
    scene,
    facts: apply(scene.facts, allowed.changes),
    documentId,
    inPassing: true,
    now,
  });
  return {
    changes: [...allowed.changes, ...asked.changes],
    events: [...allowed.events, ...asked.events],
    texts: {
      body: prepared.body,
      responses: new Map(
        (input.responses ?? []).map(({ reason_id, text, done }) => [
          reason_id,
          { text, done: done ?? true },
        ]),
      ),
      replies: new Map(
        (input.responses ?? []).map(({ reason_id, text }) => [
          reason_id,
          { id: dependencies.newId(), text },
        ]),
      ),
      questions: asked.rows,
      types: typesOf(prepared),
    },
    also: (transaction) =>
      writeBeyond(transaction, dependencies, call, input, prepared, made, {
        groupId: scene.record.id,
        now,
      }),
    answer: ({ after, position }) =>
      viewOf(dependencies, call, after, documentId, {
        position,
        replayed: false,
        series: prepared.type?.series,
        questionIds: [...asked.rows.keys()],
      }),
  };
}

/** An unchanged body is counted against its run, and the second pauses it; then the caller hears of it. */
function refused({ refusal, changes = [], events = [] }: Refused): Decided<never> {
  const answer = () => {
    throw problems.refused(refusal);
  };
  return changes.length === 0 ? answer() : { changes, events, answer };
}

/** The document a retry already made, or null. Throws `idempotency_key_reused` for another payload under one key. */
async function findRetried(
  { database: { reader } }: Dependencies,
  { caller }: Call,
  input: SubmitDocumentInput,
  { record, facts }: GroupScene,
  { body, type, submission }: PreparedSubmission,
): Promise<string | null> {
  if (input.idempotency_key !== undefined) {
    const first = await findKeyedCall(reader, callerKey(caller), ACTION, input.idempotency_key);
    if (first === null) return null;
    if (first.payloadHash === body.payloadHash) return first.answer;
    throw problems.refused({ code: 'idempotency_key_reused', params: {} });
  }
  // Without a key an equal payload is a retry as long as nothing has happened to what it made.
  const head = headOf(facts);
  const author = caller.kind === 'agent' ? caller.token.id : caller.kind === 'person' && caller.id;
  if (submission.outside?.gate === null) {
    return findLatestUngated(reader, facts.id, type?.code ?? '', author || '', body.payloadHash);
  }
  const retried = [
    head === null ? null : documentAt(facts, head.id),
    ...facts.documents.filter(({ series }) => series === 'plan'),
  ].find((document) => {
    if (document?.state !== 'in_review' || document.approvals.length > 0) return false;
    const row = record.documents.find(({ id }) => id === document.id);
    return document.authorId === author && row?.payloadHash === body.payloadHash;
  });
  return retried?.id ?? null;
}

async function writeBeyond(
  transaction: Transaction,
  { newId }: Dependencies,
  { caller }: Call,
  input: SubmitDocumentInput,
  { criteria, body, attachmentIds, submission }: PreparedSubmission,
  { documentId, revision }: Made,
  { groupId, now }: { readonly groupId: string; readonly now: Date },
): Promise<void> {
  if (criteria !== null) await replaceCriteria(transaction, documentId, criteria, revision === 1);
  if (attachmentIds.length > 0) {
    await nameAttachments(transaction, attachmentIds, { documentId, revision, groupId }, now);
  }
  if (submission.checks === 'running') {
    await setChecksTimer(transaction, documentId, revision, now);
  }
  if (input.idempotency_key === undefined) return;
  await recordCall(transaction, {
    id: newId(),
    caller: callerKey(caller),
    action: ACTION,
    key: input.idempotency_key,
    subject: documentId,
    payloadHash: body.payloadHash,
    answer: documentId,
    now,
  });
}

interface Made {
  readonly documentId: string;
  readonly revision: number;
}

function documentMadeBy(changes: readonly Change[]): Made {
  for (const change of changes) {
    if (change.kind === 'document_opened') return { documentId: change.documentId, revision: 1 };
    if (change.kind === 'document_revised') return change;
  }
  throw new Error('an admitted submission made no document');
}

function typesOf({ type }: PreparedSubmission) {
  return new Map(type ? [[type.code, { typeId: type.id, typeVersion: type.version }]] : []);
}

async function newestPosition({ database }: Dependencies, projectId: string): Promise<number> {
  return (await positionsOf(database.reader, [projectId])).get(projectId) ?? 0;
}

interface Told {
  readonly position: number;
  readonly replayed: boolean;
  /** Of what was handed in, where its type is known. */
  readonly series?: Series | undefined;
  readonly questionIds?: readonly string[];
}

/** Memos and conversations are no facts of the gate: they stand as they were handed in. */
function viewOf(
  { config }: Dependencies,
  call: Call,
  facts: GroupFacts,
  documentId: string,
  { position, replayed, series, questionIds = [] }: Told,
): SubmitDocumentView {
  const document: DocumentFacts | undefined = facts.documents.find(({ id }) => id === documentId);
  return {
    document_id: documentId,
    revision: document?.revision ?? 1,
    state: document?.state ?? 'approved',
    gate: document ? gateView(document) : null,
    review_url: `${config.publicUrl}/${series === 'conversation' ? 'conversations' : 'documents'}/${encodeURIComponent(documentId)}`,
    checks: document?.checks ?? 'none_configured',
    question_ids: [...questionIds],
    replayed,
    cursor: encodePosition(position),
    next: nextAfterSubmission(call, facts, document ?? null, documentId, series),
  };
}
