/** The groups a person may read, changed last first. */
import { GroupListView, ListGroupsInput } from '../../contracts/groups.ts';
import { PAGE_ITEMS_DEFAULT } from '../../gate/limits.ts';
import { listGroups as listRows } from '../../store/groups/list-groups.ts';
import { personNames } from '../../store/people/person-names.ts';
import { action } from '../action.ts';
import { decodeCursor, encodeCursor } from '../cursors.ts';
import { inReadableProjects } from '../readable-projects.ts';
import { groupSummary } from './group-summary.ts';

export const listGroups = action({
  name: 'list_groups',
  input: ListGroupsInput,
  output: GroupListView,
  permission: 'self.read',
  place: () => ({}),
  run: async ({ database: { reader } }, call, input) => {
    const limit = input.limit ?? PAGE_ITEMS_DEFAULT;
    const where = {
      ...inReadableProjects(call.caller, input.project),
      ...(input.state === undefined ? {} : { state: input.state }),
      ...(input.query === undefined
        ? {}
        : { OR: [{ title: { contains: input.query } }, { id: { contains: input.query } }] }),
    };
    const rows = await listRows(reader, where, afterOf(input.cursor), limit + 1);
    const page = rows.slice(0, limit);
    const names = await personNames(
      reader,
      page.map(({ ownerId }) => ownerId),
    );
    const last = page.at(-1);
    return {
      groups: page.map((row) => groupSummary(row, names.get(row.ownerId) ?? row.ownerId)),
      cursor:
        rows.length > limit && last ? encodeCursor([last.updatedAt.getTime(), last.id]) : null,
    };
  },
});

function afterOf(cursor: string | undefined) {
  if (cursor === undefined) return null;
  const [time, id] = decodeCursor(cursor, 2);
  return { updatedAt: new Date(Number(time)), id: String(id) };
}
