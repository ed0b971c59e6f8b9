/** What happened in a group, newest first: the event log in sentences. */
import { ReadTimelineInput, TimelineView } from '../../contracts/groups.ts';
import type { EventKind } from '../../gate/event-kinds.ts';
import { PAGE_ITEMS_DEFAULT } from '../../gate/limits.ts';
import type { ActorKind } from '../../gate/vocabulary.ts';
import { problems } from '../../problems.ts';
import { listGroupEvents } from '../../store/events/list-events.ts';
import { action } from '../action.ts';
import { decodePosition, encodePosition } from '../cursors.ts';
import { sentenceOfEvent } from '../events/event-sentence.ts';
import { placeOfGroup } from '../places.ts';
import { wireTime } from '../times.ts';

export const readTimeline = action({
  name: 'read_timeline',
  input: ReadTimelineInput,
  output: TimelineView,
  permission: 'project.read',
  place: ({ group_id }) => placeOfGroup(group_id),
  run: async ({ database: { reader } }, { say }, { group_id, limit, cursor }) => {
    const size = limit ?? PAGE_ITEMS_DEFAULT;
    const before = cursor === undefined ? null : decodePosition(cursor);
    const rows = await listGroupEvents(reader, group_id, size + 1, before);
    // Whatever is there began with an event.
    if (rows.length === 0 && before === null) throw problems.notFound();
    const page = rows.slice(0, size);
    const last = page.at(-1);
    return {
      entries: page.map((row) => ({
        position: row.position,
        kind: row.kind as EventKind,
        at: wireTime(row.at),
        actor: { kind: row.actorKind as ActorKind, id: row.actorId, name: row.actorName },
        document_id: row.documentId,
        sentence: sentenceOfEvent(row, say),
      })),
      cursor: rows.length > size && last ? encodePosition(last.position) : null,
    };
  },
});
