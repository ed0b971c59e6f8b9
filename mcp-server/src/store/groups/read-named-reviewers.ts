/** The people named to judge in a group. */
import type { GroupPlaceRow, Reader } from '@flowgate/database';
import { fromJson } from '../json.ts';
import { listJudges } from '../projects/judges.ts';

/** Those named to judge here who may do so now. Nobody named: no statement. */
export async function readNamedReviewers(
  reader: Reader,
  { projectId, reviewerIds }: GroupPlaceRow,
): Promise<readonly string[]> {
  const named = reviewerIds === null ? [] : fromJson<string[]>(reviewerIds, 'named reviewers');
  if (named.length === 0) return [];
  const able = await listJudges(reader, projectId);
  return named.filter((id) => able.some(({ personId }) => personId === id));
}
