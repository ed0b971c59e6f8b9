/** What happened in a project after a position, as far as the caller may hear of it. Streams read this whenever they are woken. */
import { z } from 'zod';
import { EventFrame } from '../../contracts/events.ts';
import { PAGE_ITEMS_MAX, projectSlug } from '../../contracts/index.ts';
import type { Call } from '../../dependencies.ts';
import { SSE_REPLAY_EVENTS_MAX } from '../../gate/limits.ts';
import { INSTALLATION_LOG } from '../../store/events/append-events.ts';
import { type EventRow, listEventsAfter, positionsOf } from '../../store/events/list-events.ts';
import { listNewNotifications } from '../../store/notifications/list-new-notifications.ts';
import { action } from '../action.ts';
import { placeOfBearer } from '../places.ts';
import { sentenceOfEvent } from './event-sentence.ts';

export const ReadEventsInput = z.strictObject({
  project: projectSlug,
  /** Absent: nothing is told but where the log stands. */
  after: z.int().min(0).optional(),
});
export const EventsView = z.strictObject({
  frames: z.array(EventFrame),
  /** The position of the newest event looked at. */
  position: z.int(),
  /** More than can be replayed was missed: read everything again. */
  resync: z.boolean(),
  /** Ask again at once. */
  more: z.boolean(),
});
export type EventsView = z.infer<typeof EventsView>;

/** Where what belongs to no project is told, read under this name. */
export const EVERYBODYS_LOG = INSTALLATION_LOG;

/** A verdict that is still held is visible to people only. */
const PEOPLE_ONLY = new Set(['verdict.held', 'verdict.undone', 'verdict.voided']);

export const readEvents = action({
  name: 'read_events',
  input: ReadEventsInput,
  output: EventsView,
  permission: 'project.read',
  // What a token of one group hears is of that group; see mayHear.
  place: ({ project }, call) => ({ ...placeOfBearer(call), projectId: project }),
  run: async ({ database: { reader } }, call, { project, after }) => {
    const newest = (await positionsOf(reader, [project])).get(project) ?? 0;
    const nothing = { frames: [], position: newest, resync: false, more: false };
    // A position from the future is from another database: a backup was restored, or it is made up.
    if (after === undefined || after === newest) return nothing;
    if (after > newest || newest - after > SSE_REPLAY_EVENTS_MAX)
      return { ...nothing, resync: true };
    const rows = await listEventsAfter(reader, project, after, PAGE_ITEMS_MAX);
    const position = rows.at(-1)?.position ?? newest;
    const frames = rows.filter((row) => mayHear(call, row)).map((row) => frameOf(row, call));
    if (call.caller.kind === 'person') {
      const news = await listNewNotifications(reader, call.caller.id, project, after, position);
      for (const { position: at } of news) {
        const row = rows.find((candidate) => candidate.position === at);
        if (row) frames.push({ ...frameOf(row, call), kind: 'notification.created' });
      }
      frames.sort((one, other) => one.position - other.position);
    }
    return { frames, position, resync: false, more: position < newest };
  },
});

/** Events without a group are about the project: its members, its tokens. A group's token hears of its group. */
function mayHear({ caller }: Call, row: EventRow): boolean {
  if (caller.kind !== 'agent') return true;
  if (PEOPLE_ONLY.has(row.kind)) return false;
  return caller.token.groupId === null || caller.token.groupId === row.groupId;
}

function frameOf(row: EventRow, call: Call): EventFrame {
  return {
    project: row.projectId,
    position: row.position,
    kind: row.kind as EventFrame['kind'],
    at: row.at.toISOString(),
    group_id: row.groupId,
    document_id: row.documentId,
    question_id: row.questionId,
    run_id: row.runId,
    type: row.kind.startsWith('type.') ? codeOf(row) : null,
    summary: sentenceOfEvent(row, call.say),
  };
}

function codeOf({ details }: EventRow): string | null {
  const { code } = JSON.parse(details) as { code?: unknown };
  return typeof code === 'string' ? code : null;
}
