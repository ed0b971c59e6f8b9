/** CI hands in what it saw itself of a revision. The revision stays what it is; what can be believed of it may change. */
import { EvidenceObservedView, ObserveEvidenceInput } from '../../contracts/evidence.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { OBSERVED_PER_REVISION_MAX } from '../../gate/limits.ts';
import { documentOf } from '../../gate/sequence.ts';
import type { AgentCaller } from '../../identity/caller.ts';
import { faultAt, problems } from '../../problems.ts';
import { nameAttachments } from '../../store/attachments/attachments.ts';
import { setChecksTimer } from '../../store/evidence/findings.ts';
import { countObserved, insertObserved, type ObservedRow } from '../../store/evidence/observed.ts';
import { action } from '../action.ts';
import { changeGroup } from '../change-group.ts';
import { groupOfDocument, placeOfDocument } from '../places.ts';
import { observedView } from './checks-view.ts';
import { type PreparedObservation, prepareObservations } from './prepare-observations.ts';
import { readChecks } from './read-checks.ts';
import { observationsOf } from './seen-by-ci.ts';
import { verifyRevision } from './verify-revision.ts';

export const observeEvidence = action({
  name: 'observe_evidence',
  input: ObserveEvidenceInput,
  output: EvidenceObservedView,
  permission: 'evidence.observe',
  place: ({ document_id }) => placeOfDocument(document_id),
  async run(dependencies, call, input) {
    if (call.caller.kind !== 'agent') throw problems.notPermitted();
    const { document_id: documentId, revision } = input;
    const { observations, faults } = await prepareObservations(dependencies, call, input);
    if (faults.length > 0) throw problems.inputInvalid(faults);
    const rows = rowsOf(dependencies, call.caller, input, observations);
    const ids = observations.flatMap(({ attachmentId }) => attachmentId ?? []);
    await store(dependencies, call, { documentId, revision, rows, ids });
    // Looked at in the same breath, so that CI hears what came of it; the timer does it where this process falls over.
    await verifyRevision(dependencies, call, documentId);
    return {
      document_id: documentId,
      revision,
      observed: observationsOf(rows).map(observedView),
      checks: await readChecks(dependencies, call, documentId),
    };
  },
});

function rowsOf(
  { newId, clock }: Dependencies,
  { token, issuer }: AgentCaller,
  { document_id: documentId, revision, commit: sha, name = 'ci' }: Observing,
  observations: readonly PreparedObservation[],
): ObservedRow[] {
  const by = { byId: token.id, byName: token.label, issuerId: issuer.id };
  const createdAt = clock.now();
  return observations.map(({ content }) => ({
    ...{ id: newId(), documentId, revision, name, kind: content.evidence.kind, sha },
    content: JSON.stringify(content),
    ...by,
    createdAt,
  }));
}

interface Observing {
  readonly document_id: string;
  readonly revision: number;
  readonly commit: string;
  readonly name?: string | undefined;
}

/** Two reports of one millisecond still have an order: how many there were before stands in front of the id. */
function inOrder(rows: readonly ObservedRow[], have: number): ObservedRow[] {
  return rows.map((row, index) => ({
    ...row,
    id: `${String(have + index).padStart(PLACE_DIGITS, '0')}-${row.id}`,
  }));
}

const PLACE_DIGITS = 6;

/** Under the group's lock: a revision that was replaced meanwhile is not what CI looked at. */
function store(
  dependencies: Dependencies,
  call: Call,
  {
    documentId,
    revision,
    rows,
    ids,
  }: {
    readonly documentId: string;
    readonly revision: number;
    readonly rows: readonly ObservedRow[];
    readonly ids: readonly string[];
  },
): Promise<void> {
  const { reader } = dependencies.database;
  const groupId = groupOfDocument(documentId);
  return changeGroup<void>(dependencies, call, groupId, {}, async ({ facts }, now) => {
    const document = documentOf(facts, documentId);
    if (document === null) throw problems.notFound();
    if (document.revision !== revision) {
      const params = { seen: revision, latest: document.revision, document: documentId };
      throw problems.refused({ code: 'revision_replaced', params });
    }
    const have = await countObserved(reader, documentId, revision);
    if (have + rows.length > OBSERVED_PER_REVISION_MAX) {
      throw faultAt('evidence', 'too_many_items', { max: OBSERVED_PER_REVISION_MAX });
    }
    const details = { revision, pieces: rows.length, commit: rows[0]?.sha ?? null };
    const stepId = document.stepId ?? undefined;
    return {
      changes: [],
      events: [{ kind: 'evidence.observed' as const, documentId, stepId, details }],
      also: async (transaction) => {
        await insertObserved(transaction, inOrder(rows, have));
        if (ids.length > 0) {
          await nameAttachments(transaction, ids, { documentId, revision, groupId }, now);
        }
        await setChecksTimer(transaction, documentId, revision, now);
      },
      answer: () => undefined,
    };
  });
}
