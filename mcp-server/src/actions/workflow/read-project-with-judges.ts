/** A project as groups carry it: with the people who may judge in it. */
import type { Reader } from '@flowgate/database';
import { problems } from '../../problems.ts';
import { type GroupRecord, WITH_JUDGES } from '../../store/groups/read-group.ts';

/** Throws `not_found`. */
export async function readProjectWithJudges(
  reader: Reader,
  id: string,
): Promise<GroupRecord['project']> {
  const project = await reader.project.findUnique({ where: { id }, include: WITH_JUDGES });
  if (project === null || project.archivedAt !== null) throw problems.notFound();
  return project;
}
