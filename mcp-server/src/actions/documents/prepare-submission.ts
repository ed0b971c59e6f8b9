/** Everything a submission must pass, in one order, for the real call and the dry run alike. Reads, writes nothing. */
import type { SubmitDocumentInput } from '../../contracts/submit.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { apply } from '../../gate/apply.ts';
import type { Author } from '../../gate/callers.ts';
import type { Submission } from '../../gate/commands.ts';
import type { GroupFacts, QuestionFacts } from '../../gate/facts.ts';
import type { Allowed, Ruling } from '../../gate/ruling.ts';
import { documentAt, documentOf, headOf } from '../../gate/sequence.ts';
import { admit } from '../../gate/submission.ts';
import type { Fault } from '../../problems.ts';
import type { BodyMaterial } from '../../store/groups/material.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';
import type { TypeDefinition } from '../../store/types/type-catalogue.ts';
import { actorOf } from '../actor-of.ts';
import { isToBeLookedAt } from '../evidence/needs-look.ts';
import { gateAuthor, gatePerson } from '../gate-callers.ts';
import { beginRunOf } from '../runs/begin-run-of.ts';
import { faultsOfSecrets, type RefusedSecret, refusedSecrets } from '../secrets/refuse-secrets.ts';
import { canonicalContent, payloadHash } from './canonical-content.ts';
import { findUnknownCites } from './check-cites.ts';
import { checkClaims } from './check-claims.ts';
import { checkFields } from './check-fields.ts';
import { readKnownCriteria } from './known-criteria.ts';
import { criteriaOf } from './markdown-outline.ts';
import { contentByHash, readNamedAttachments } from './named-attachments.ts';
import { outsideOf, planOf } from './outside-steps.ts';

export interface PreparedSubmission {
  /** Null: no step waits for a document, or the type is unknown; the ruling or the faults say so. */
  readonly type: TypeDefinition | null;
  readonly author: Author;
  readonly submission: Submission;
  readonly ruling: Ruling;
  readonly faults: readonly Fault[];
  /** Among the faults; told apart, because a refused submission leaves a record of them. */
  readonly secrets: readonly RefusedSecret[];
  readonly body: BodyMaterial;
  /** Acceptance criteria found in the body, where its type has them. */
  readonly criteria: readonly string[] | null;
  /** To be kept with it. */
  readonly attachmentIds: readonly string[];
}

/** Asks the gate and looks at the content. Faults of the input are all found, whatever the gate rules. */
export async function prepareSubmission(
  dependencies: Dependencies,
  call: Call,
  input: SubmitDocumentInput,
  { record, facts: before }: GroupScene,
  now: Date,
): Promise<PreparedSubmission> {
  const begun = beginRunOf(dependencies, call.caller, before, now);
  const facts = begun.allowed ? apply(before, begun.changes) : before;
  const author =
    call.caller.kind === 'agent'
      ? gateAuthor(call.caller, facts)
      : gatePerson(call.caller, facts.projectId);
  const type = await typeOf(dependencies, input, facts, record);
  const assumptions = [
    ...assumptionsFor(facts, record.questions, type),
    ...(input.questions ?? []).flatMap(({ assumption }) => assumption ?? []),
  ];
  const cites = [...new Set(input.cites ?? [])];
  const attached = await readNamedAttachments(dependencies, call, input, facts);
  const { content, hash } = canonicalContent({
    title: input.title,
    body: input.body,
    fields: input.fields ?? {},
    cites,
    assumptions,
    ...contentByHash(input, attached),
  });
  const secrets = await refusedSecrets(dependencies, call, facts.projectId, input);
  const submission: Submission = {
    type: input.type,
    documentId: input.document_id,
    predecessorId: input.predecessor_id,
    hash,
    cites,
    respondsTo: (input.responses ?? []).map(({ reason_id }) => reason_id),
    settles: (input.responses ?? [])
      .filter(({ done }) => done ?? true)
      .map(({ reason_id }) => reason_id),
    contradicted: false,
    checks: isToBeLookedAt(input, { facts, record, type }) ? 'running' : null,
    asksBlocking: (input.questions ?? []).some(({ blocking }) => blocking ?? true),
    ...outsideOf(type, record, facts, input.fields),
  };
  const plan = await planOf(dependencies, input, facts, type);
  const { idempotency_key: _key, ...payload } = input;
  return {
    type,
    author,
    submission,
    ruling: begun.allowed
      ? together(begun, admit(facts, submission, author, now), plan.ruling)
      : begun,
    faults: [
      ...(await faultsOfContent(dependencies, call, input, facts, type, cites)),
      ...attached.faults,
      ...plan.faults,
      ...faultsOfSecrets(secrets),
    ],
    secrets,
    body: {
      title: input.title,
      content,
      bodyCharacters: input.body.length,
      claimCount: input.claims?.length ?? 0,
      payloadHash: payloadHash(payload),
      authorName: actorOf(call.caller).name,
      runId: author.kind === 'token' ? (author.run?.id ?? null) : null,
    },
    criteria: type?.criteriaHeadings
      ? criteriaOf(input.body, Object.values(type.criteriaHeadings))
      : null,
    attachmentIds: attached.ids,
  };
}

/** A run that begins with this submission begins only if the gate takes it. */
function together(begun: Allowed, ruling: Ruling, planned: Ruling | null): Ruling {
  if (!ruling.allowed) return ruling;
  // What couldn't be arranged today won't be approved either: better said now than by the reviewer.
  if (planned?.allowed === false) return planned;
  return {
    allowed: true,
    changes: [...begun.changes, ...ruling.changes],
    events: [...begun.events, ...ruling.events],
  };
}

/** The type named, that of the document named, or the head's: at the version the document is judged under, or its step waits with. */
async function typeOf(
  { types }: Dependencies,
  input: SubmitDocumentInput,
  facts: GroupFacts,
  { steps, documents }: GroupScene['record'],
): Promise<TypeDefinition | null> {
  const named = input.document_id ? documentOf(facts, input.document_id) : null;
  const code = input.type ?? named?.type ?? headOf(facts)?.type;
  if (code === undefined) return null;
  const stepId = named === null ? headOf(facts)?.id : named.stepId;
  const document = named ?? (stepId == null ? null : documentAt(facts, stepId));
  const judged =
    documents.find(({ id, type }) => id === document?.id && type === code) ??
    steps.find(({ id, type }) => id === stepId && type === code);
  return judged
    ? types.at(judged.typeId, judged.typeVersion)
    : types.current(facts.projectId, code);
}

/** Assumptions made while asking at this step that no document carries yet; a revision keeps those it had. */
function assumptionsFor(
  facts: GroupFacts,
  questions: GroupScene['record']['questions'],
  type: TypeDefinition | null,
): string[] {
  const head = headOf(facts);
  if (head === null || head.type !== type?.code) return [];
  const document = documentAt(facts, head.id);
  const isHere = (question: QuestionFacts) =>
    question.assumed &&
    question.stepId === head.id &&
    (question.assumedOn === null || question.assumedOn === document?.id);
  const ids = new Set(facts.questions.filter(isHere).map(({ id }) => id));
  return questions.flatMap(({ id, assumption }) =>
    ids.has(id) && assumption !== null ? [assumption] : [],
  );
}

async function faultsOfContent(
  dependencies: Dependencies,
  { caller }: Call,
  input: SubmitDocumentInput,
  facts: GroupFacts,
  type: TypeDefinition | null,
  cites: readonly string[],
): Promise<Fault[]> {
  const { reader } = dependencies.database;
  const onlyGroup = caller.kind === 'agent' ? caller.token.groupId : null;
  if (type === null) {
    return input.type === undefined ? [] : [{ path: 'type', code: 'type_unknown', params: {} }];
  }
  const claims = input.claims ?? [];
  const meets = claims.some((claim) => (claim.meets ?? []).length > 0);
  const criteria = meets ? await readKnownCriteria(reader, facts) : new Set<string>();
  return [
    ...checkFields(type, input.fields ?? {}),
    ...checkClaims(claims, type.series === 'report', criteria),
    ...checkResponses(input, facts, type),
    ...(await findUnknownCites(reader, facts.projectId, cites, onlyGroup)),
  ];
}

/** Every open reason needs its response, and every response its reason or an unresolved thread. */
function checkResponses(
  input: SubmitDocumentInput,
  facts: GroupFacts,
  { series }: TypeDefinition,
): Fault[] {
  // A new document outside the steps has nothing to do with what the head was sent back for.
  const head = series === 'memo' || series === 'plan' ? null : headOf(facts);
  const document = input.document_id
    ? documentOf(facts, input.document_id)
    : head && documentAt(facts, head.id);
  const open = document?.openReasonIds ?? [];
  const given = (input.responses ?? []).map(({ reason_id }) => reason_id);
  const missing = open
    .filter((id) => !given.includes(id))
    .map((reason): Fault => ({ path: 'responses', code: 'response_missing', params: { reason } }));
  const threads = document?.threads.map(({ id }) => id) ?? [];
  const unknown = given.flatMap((id, index): Fault[] =>
    open.includes(id) || threads.includes(id)
      ? []
      : [
          {
            path: `responses[${index}].reason_id`,
            code: 'reason_unknown',
            params: { open: open.join(', ') },
          },
        ],
  );
  return [...missing, ...unknown];
}
