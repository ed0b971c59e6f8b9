/** Runs a person may see, changed last first. */
import { ListRunsInput, RunListView } from '../../contracts/runs.ts';
import { PAGE_ITEMS_DEFAULT } from '../../gate/limits.ts';
import { countUnreadOf, listRuns as listRows } from '../../store/runs/read-runs.ts';
import { action } from '../action.ts';
import { decodeCursor, encodeCursor } from '../cursors.ts';
import { inReadableProjects } from '../readable-projects.ts';
import { runView } from './run-view.ts';

export const listRuns = action({
  name: 'list_runs',
  input: ListRunsInput,
  output: RunListView,
  permission: 'self.read',
  place: () => ({}),
  run: async ({ database: { reader } }, call, input) => {
    const limit = input.limit ?? PAGE_ITEMS_DEFAULT;
    const where = {
      ...inReadableProjects(call.caller, input.project),
      ...(input.state === undefined ? {} : { state: input.state }),
      AND: beyond(input.cursor),
    };
    const rows = await listRows(reader, where, limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const unread = await countUnreadOf(reader, page);
    return {
      runs: page.map((row) => runView(row, call, unread)),
      cursor:
        rows.length > limit && last ? encodeCursor([last.changedAt.getTime(), last.id]) : null,
    };
  },
});

function beyond(cursor: string | undefined) {
  if (cursor === undefined) return [];
  const [time, id] = decodeCursor(cursor, 2);
  const changedAt = new Date(Number(time));
  return [{ OR: [{ changedAt: { lt: changedAt } }, { changedAt, id: { gt: String(id) } }] }];
}
