/** Some things are read within a project, or without naming one by whoever works in any. */
import type { Call } from '../../dependencies.ts';
import type { Place } from '../../identity/permissions.ts';
import { EVERY_PROJECT } from '../../store/types/type-catalogue.ts';
import { placeOfBearer } from '../places.ts';

/** Null: the caller works in no project. */
export function placeInReach(project: string | undefined, call: Call): Place | null {
  const { caller } = call;
  if (caller.kind === 'agent') {
    const own = placeOfBearer(call);
    return project === undefined ? own : { ...own, projectId: project };
  }
  if (project !== undefined) return { projectId: project };
  if (caller.kind !== 'person') return { projectId: EVERY_PROJECT };
  const [some] = caller.isAdmin ? [EVERY_PROJECT] : caller.roles.keys();
  return some === undefined ? null : { projectId: some };
}

/** Whose types are meant: a bearer's project is known. */
export function projectInReach(project: string | undefined, { caller }: Call): string | null {
  return project ?? (caller.kind === 'agent' ? caller.token.projectId : null);
}
