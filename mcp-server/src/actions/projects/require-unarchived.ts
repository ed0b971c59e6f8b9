/** What changes in a project outside its groups: an archived one takes none of it. Inside a group the gate says so. */
import { problems } from '../../problems.ts';

export function requireUnarchived(project: {
  readonly id: string;
  readonly archivedAt: Date | null;
}): void {
  if (project.archivedAt === null) return;
  throw problems.refused({ code: 'project_archived', params: { project: project.id } });
}
