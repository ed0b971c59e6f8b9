/** What a submission without faults would lead to. Counted: a token has so many dry runs that find nothing wrong. */
import type { DryRunView } from '../../contracts/submit.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { apply } from '../../gate/apply.ts';
import { attentionOf } from '../../gate/attention.ts';
import type { DocumentFacts, GroupFacts } from '../../gate/facts.ts';
import { DRY_RUNS_MAX } from '../../gate/limits.ts';
import type { Allowed } from '../../gate/ruling.ts';
import { headOf, remainingSteps } from '../../gate/sequence.ts';
import { CHECK_NAMES, type CheckName } from '../../gate/vocabulary.ts';
import type { AgentCaller } from '../../identity/caller.ts';
import { problems } from '../../problems.ts';
import { countDryRun } from '../../store/calls/count-dry-run.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';
import { targetNames } from '../attention-targets.ts';
import { projectChecks } from '../evidence/read-subject.ts';
import { gateView } from './gate-view.ts';
import type { PreparedSubmission } from './prepare-submission.ts';

export type WhatWouldBe = Pick<DryRunView, 'dry_runs_left'> & {
  readonly would: NonNullable<DryRunView['would']>;
};

/** Throws `dry_run_limit` when the token has had them all. */
export async function whatWouldBe(
  dependencies: Dependencies,
  call: Call,
  scene: GroupScene,
  prepared: PreparedSubmission,
  ruling: Allowed,
): Promise<WhatWouldBe> {
  const { caller } = call;
  return {
    dry_runs_left: caller.kind === 'agent' ? await countOne(dependencies, caller) : null,
    would: await wouldBe(dependencies, call, scene, prepared, ruling),
  };
}

async function countOne({ database }: Dependencies, { token }: AgentCaller): Promise<number> {
  const max = DRY_RUNS_MAX[token.kind];
  const count = await database.inTransaction(async (transaction) => {
    const made = await countDryRun(transaction, token.id);
    // Thrown inside: the count stays where it is, and the answer to the next try is the same.
    if (made > max) throw problems.dryRunLimit(max);
    return made;
  });
  return max - count;
}

async function wouldBe(
  { database: { reader } }: Dependencies,
  call: Call,
  { record, facts }: GroupScene,
  { type, author }: PreparedSubmission,
  ruling: Allowed,
): Promise<WhatWouldBe['would']> {
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
    checks: checksOn(document, record.projectChecks),
    token_left: author.kind === 'token' ? tokenLeft(after, author.token.id, call) : null,
  };
}

/** Those of the gate, and on a report the project's own. */
function checksOn(document: DocumentFacts | undefined, own: string | null): CheckName[] {
  const named = [
    ...(document?.gate?.checks ?? []),
    ...(document?.series === 'report' ? projectChecks(own) : []),
  ];
  return CHECK_NAMES.filter((name) => named.includes(name));
}

/** How many steps the token admits afterwards, up to its target. */
function tokenLeft(after: GroupFacts, tokenId: string, { caller }: Call): string | null {
  if (caller.kind !== 'agent') return null;
  const token = after.tokens.find(({ id }) => id === tokenId) ?? caller.token;
  const head = headOf(after);
  const open = remainingSteps(after, token).filter(({ id }) => id !== head?.id);
  return `${token.state}, ${open.length}`;
}
