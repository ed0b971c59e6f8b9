/** A worker bound to no group waits for work: steps of its project that it may take, or documents it may review. */
import type { Call, Dependencies } from '../../dependencies.ts';
import { problems } from '../../problems.ts';
import { positionsOf } from '../../store/events/list-events.ts';
import { listReviews } from '../reviews/list-reviews.ts';
import { listAssignments } from '../workflow/list-assignments.ts';
import type { Awaited } from './awaited.ts';

/** Work that is there answers at once, cursor or not: it is gone as soon as somebody takes it. Throws `not_found`. */
export async function readAwaitedWork(
  dependencies: Dependencies,
  { caller, say }: Call,
): Promise<Awaited> {
  if (caller.kind !== 'agent') throw problems.notFound();
  const { projectId } = caller.token;
  const position = (await positionsOf(dependencies.database.reader, [projectId])).get(projectId);
  const reviews = caller.token.scopes.includes('review');
  const work = reviews
    ? await listReviews(dependencies, caller, undefined)
    : await listAssignments(dependencies, caller);
  const changed = work.length > 0;
  const empty = { document_id: null, state: null, revision: null, verdict: null, run: null };
  return {
    changed,
    position: position ?? 0,
    view: {
      ...{ changed, ...empty, reasons: [], comments: [], answers: [], turns: [] },
      next: say.next(changed ? 'your_turn' : 'waiting_for_people'),
    },
  };
}
