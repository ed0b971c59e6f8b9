/** Every fault at once: where the parser stops, what is left of the input is still looked at. */
import { SubmitDocumentInput } from '../../contracts/submit.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { can } from '../../identity/permissions.ts';
import { type Fault, Problem } from '../../problems.ts';
import { readScene } from '../change-group.ts';
import { prepareSubmission } from './prepare-submission.ts';
import { submissionGroup, submissionPlace } from './submit-document.ts';

/**
 * The parser's faults, and those of the content as far as the healthy members of the input show them. Looks only where
 * the caller may hand in; elsewhere the parser's faults are all there is to say.
 */
export async function findFaultsBeyond(
  dependencies: Dependencies,
  call: Call,
  raw: unknown,
  faults: readonly Fault[],
): Promise<Fault[]> {
  const salvaged = salvage(raw, faults);
  if (salvaged === null) return [...faults];
  const place = submissionPlace(salvaged, call);
  if (place === null || !can(call.caller, 'document.submit', place)) return [...faults];
  try {
    const groupId = submissionGroup(call, salvaged);
    const now = dependencies.clock.now();
    const scene = await readScene(dependencies, call, groupId, now, {});
    const prepared = await prepareSubmission(dependencies, call, salvaged, scene, now);
    const told = new Set(faults.map(({ path }) => memberOf(path)));
    return [...faults, ...prepared.faults.filter(({ path }) => !told.has(memberOf(path)))];
  } catch (error) {
    if (error instanceof Problem) return [...faults];
    throw error;
  }
}

/** The input without its faulty members; what can't be left out gets a stand-in that has no faults of its own. */
function salvage(raw: unknown, faults: readonly Fault[]): SubmitDocumentInput | null {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) return null;
  const faulty = new Set(faults.map(({ path }) => memberOf(path)));
  const known = Object.keys(SubmitDocumentInput.shape);
  const healthy = Object.fromEntries(
    Object.entries(raw).filter(([key]) => known.includes(key) && !faulty.has(key)),
  );
  const parsed = SubmitDocumentInput.safeParse({ title: '-', body: '-', ...healthy });
  return parsed.success ? parsed.data : null;
}

/** `claims[0].evidence` → `claims` */
function memberOf(path: string): string {
  return /^[^.[]*/.exec(path)?.[0] ?? '';
}
