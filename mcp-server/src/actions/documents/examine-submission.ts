/** A submission looked at as the real call would, and nothing done. */
import type { SubmitDocumentInput } from '../../contracts/submit.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';
import { readScene } from '../change-group.ts';
import { type PreparedSubmission, prepareSubmission } from './prepare-submission.ts';
import { submissionGroup } from './submit-document.ts';

export interface ExaminedSubmission {
  readonly scene: GroupScene;
  readonly prepared: PreparedSubmission;
}

export async function examineSubmission(
  dependencies: Dependencies,
  call: Call,
  input: SubmitDocumentInput,
): Promise<ExaminedSubmission> {
  const now = dependencies.clock.now();
  const groupId = submissionGroup(call, input);
  const named = input.document_id;
  const scope = named === undefined ? {} : { judging: [named] };
  const scene = await readScene(dependencies, call, groupId, now, scope);
  return { scene, prepared: await prepareSubmission(dependencies, call, input, scene, now) };
}
