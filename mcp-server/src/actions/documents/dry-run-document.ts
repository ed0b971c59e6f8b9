/** The same as submitting, up to the first write: what would happen, or every fault at once. Takes no number, spends nothing. */
import { DryRunView, type FaultView, SubmitDocumentInput } from '../../contracts/submit.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { apply } from '../../gate/apply.ts';
import { attentionOf } from '../../gate/attention.ts';
import type { GroupFacts } from '../../gate/facts.ts';
import type { Allowed, Refusal } from '../../gate/ruling.ts';
import { headOf, remainingSteps } from '../../gate/sequence.ts';
import type { Fault } from '../../problems.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';
import { action } from '../action.ts';
import { targetNames } from '../attention-targets.ts';
import { readScene } from '../change-group.ts';
import { findFaultsBeyond } from './find-faults-beyond.ts';
import { gateView } from './gate-view.ts';
import { type PreparedSubmission, prepareSubmission } from './prepare-submission.ts';
import { submissionGroup, submissionPlace } from './submit-document.ts';

export const dryRunDocument = action({
  name: 'dry_run_document',
  input: SubmitDocumentInput,
  output: DryRunView,
  permission: 'document.dry_run',
  place: submissionPlace,
  run: async (dependencies, call, input) => {
    const now = dependencies.clock.now();
    const groupId = submissionGroup(call, input);
    const named = input.document_id;
    const scope = named === undefined ? {} : { judging: [named] };
    const scene = await readScene(dependencies, call, groupId, now, scope);
    const prepared = await prepareSubmission(dependencies, call, input, scene, now);
    const refused = prepared.ruling.allowed ? [] : [refusalView(call, prepared.ruling.refusal)];
    const problems = [
      ...refused.filter(({ code }) => code !== 'response_missing'),
      ...prepared.faults.map((fault) => faultView(call, fault)),
    ];
    if (problems.length > 0 || !prepared.ruling.allowed) return invalid(call, problems);
    return {
      valid: true,
      problems: [],
      would: await wouldBe(dependencies, call, scene, prepared, prepared.ruling),
      next: call.say.next('dry_run_valid'),
    };
  },
  onInvalid: async (dependencies, call, raw, faults) => {
    const all = await findFaultsBeyond(dependencies, call, raw, faults);
    return invalid(
      call,
      all.map((fault) => faultView(call, fault)),
    );
  },
});

function invalid(call: Call, problems: FaultView[]): DryRunView {
  const next = call.say.next('dry_run_invalid', { count: problems.length });
  return { valid: false, problems, would: null, next };
}

export function faultView({ say }: Call, { path, code, params }: Fault): FaultView {
  return { path, code, ...say.fault(code, { path, ...params }) };
}

function refusalView({ say }: Call, { code, params }: Refusal): FaultView {
  const { sentence, hint } = say.refusal(code, params);
  return { path: '', code, message: sentence, fix: hint };
}

async function wouldBe(
  { database: { reader } }: Dependencies,
  call: Call,
  { facts }: GroupScene,
  { type, author }: PreparedSubmission,
  ruling: Allowed,
): Promise<DryRunView['would']> {
  const after = apply(facts, ruling.changes);
  const made = ruling.changes.find(
    ({ kind }) => kind === 'document_opened' || kind === 'document_revised',
  );
  const madeId = made && 'documentId' in made ? made.documentId : null;
  const document = after.documents.find(({ id }) => id === madeId);
  const judges = attentionOf(after).filter(({ documentId }) => documentId === madeId);
  const nameOf = await targetNames(reader, call.say, judges);
  return {
    step: document?.stepId ? (headOf(facts)?.number ?? null) : null,
    type: document?.type ?? type?.code ?? '',
    // A new document's number is taken only when it is submitted: others may be faster.
    document_id: made?.kind === 'document_revised' ? madeId : null,
    state: document?.state ?? 'approved',
    gate: document ? gateView(document) : null,
    reviewers: judges.map(nameOf),
    token_left: author.kind === 'token' ? tokenLeft(after, author.token.id, call) : null,
  };
}

/** How many steps the token admits afterwards, up to its target. */
function tokenLeft(after: GroupFacts, tokenId: string, { caller }: Call): string | null {
  if (caller.kind !== 'agent') return null;
  const token = after.tokens.find(({ id }) => id === tokenId) ?? caller.token;
  const head = headOf(after);
  const open = remainingSteps(after, token).filter(({ id }) => id !== head?.id);
  return `${token.state}, ${open.length}`;
}
