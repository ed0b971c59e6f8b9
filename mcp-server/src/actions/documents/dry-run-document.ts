/** The same as submitting, up to the first write: what would happen, or every fault at once. Takes no number, spends nothing. */
import { DryRunView, type FaultView, SubmitDocumentInput } from '../../contracts/submit.ts';
import type { Call } from '../../dependencies.ts';
import type { Refusal } from '../../gate/ruling.ts';
import type { Fault } from '../../problems.ts';
import { action } from '../action.ts';
import { examineSubmission } from './examine-submission.ts';
import { findFaultsBeyond } from './find-faults-beyond.ts';
import { submissionPlace } from './submit-document.ts';
import { whatWouldBe } from './what-would-be.ts';

export const dryRunDocument = action({
  name: 'dry_run_document',
  input: SubmitDocumentInput,
  output: DryRunView,
  permission: 'document.dry_run',
  looksForSecrets: true,
  place: submissionPlace,
  run: async (dependencies, call, input) => {
    const { scene, prepared } = await examineSubmission(dependencies, call, input);
    const refused = prepared.ruling.allowed ? [] : [refusalView(call, prepared.ruling.refusal)];
    const problems = [
      ...refused.filter(({ code }) => code !== 'response_missing'),
      ...prepared.faults.map((fault) => faultView(call, fault)),
    ];
    if (problems.length > 0 || !prepared.ruling.allowed) return invalid(call, problems);
    return {
      valid: true,
      problems: [],
      ...(await whatWouldBe(dependencies, call, scene, prepared, prepared.ruling)),
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
  return { valid: false, problems, would: null, dry_runs_left: null, next };
}

export function faultView({ say }: Call, { path, code, params }: Fault): FaultView {
  return { path, code, ...say.fault(code, { path, ...params }) };
}

function refusalView({ say }: Call, { code, params }: Refusal): FaultView {
  const { sentence, hint } = say.refusal(code, params);
  return { path: '', code, message: sentence, fix: hint };
}
