/** A dry run that fails as the real call would: by its code, not with a list. For doors whose workers expect errors. */
import { z } from 'zod';
import { DryRunView, SubmitDocumentInput } from '../../contracts/submit.ts';
import { problems } from '../../problems.ts';
import { action } from '../action.ts';
import { requireAllowed } from '../change-group.ts';
import { examineSubmission } from '../documents/examine-submission.ts';
import { findFaultsBeyond } from '../documents/find-faults-beyond.ts';
import { submissionPlace } from '../documents/submit-document.ts';
import { whatWouldBe } from '../documents/what-would-be.ts';

export const trySubmission = action({
  name: 'try_submission',
  input: SubmitDocumentInput,
  output: z.strictObject({
    would: DryRunView.shape.would.unwrap(),
    dry_runs_left: DryRunView.shape.dry_runs_left,
  }),
  permission: 'document.dry_run',
  place: submissionPlace,
  async run(dependencies, call, input) {
    const { scene, prepared } = await examineSubmission(dependencies, call, input);
    const { ruling, faults } = prepared;
    if (!ruling.allowed && ruling.refusal.code !== 'response_missing') requireAllowed(ruling);
    if (faults.length > 0) throw problems.inputInvalid(faults);
    return whatWouldBe(dependencies, call, scene, prepared, requireAllowed(ruling));
  },
  onInvalid: async (dependencies, call, raw, faults) => {
    throw problems.inputInvalid(await findFaultsBeyond(dependencies, call, raw, faults));
  },
});
