/** Which checks can ever be green in a project: those whose ground a linked clone or a live token of CI shows. */
import type { Dependencies } from '../../dependencies.ts';
import { observedChecks } from '../../gate/checks.ts';
import type { Piece } from '../../gate/commands.ts';
import type { CheckName } from '../../gate/vocabulary.ts';
import { hasCi } from '../../store/evidence/observed.ts';
import { findProject } from '../../store/projects/projects.ts';

export async function observedIn(
  { database: { reader }, clock }: Dependencies,
  project: { readonly id: string; readonly repository: string | null },
): Promise<readonly CheckName[]> {
  const ci = await hasCi(reader, project.id, clock.now());
  return observedChecks({ repository: project.repository !== null, ci });
}

/** Undefined where no gate names a check: then nothing is read. */
export async function observedFor(
  dependencies: Dependencies,
  projectId: string,
  pieces: readonly Piece[],
): Promise<readonly CheckName[] | undefined> {
  const named = pieces.some(
    ({ gate, report }) => gate.checks.length > 0 || (report?.gate.checks.length ?? 0) > 0,
  );
  if (!named) return undefined;
  const project = await findProject(dependencies.database.reader, projectId);
  return project === null ? [] : observedIn(dependencies, project);
}
