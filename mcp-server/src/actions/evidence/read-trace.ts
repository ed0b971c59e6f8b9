/** Whether all of it is done: the trace table of a group, its holes marked. */
import { ReadTraceInput, TraceView } from '../../contracts/trace.ts';
import { action } from '../action.ts';
import { readScene } from '../change-group.ts';
import { placeOfGroup } from '../places.ts';
import { traceOf } from './trace-of.ts';

export const readTrace = action({
  name: 'read_trace',
  input: ReadTraceInput,
  output: TraceView,
  permission: 'project.read',
  place: ({ group_id }) => placeOfGroup(group_id),
  run: async (dependencies, call, { group_id: groupId }) => {
    const now = dependencies.clock.now();
    const { record, facts } = await readScene(dependencies, call, groupId, now, {});
    const rows = await traceOf(dependencies, facts);
    const holes = rows.filter(({ hole }) => hole !== null).length;
    return { group_id: groupId, title: record.title, rows, holes };
  },
});
