/** The log of a project, or of the installation, newest first: who did what to what, and when. */
import { AuditListView, ListAuditInput } from '../../contracts/audit.ts';
import type { EventKind } from '../../gate/event-kinds.ts';
import { PAGE_ITEMS_DEFAULT } from '../../gate/limits.ts';
import { type ActorKind, DOCUMENT_ID, GROUP_ID } from '../../gate/vocabulary.ts';
import { problems } from '../../problems.ts';
import { type LogFilter, searchLog } from '../../store/events/list-events.ts';
import { findLog } from '../../store/events/read-log.ts';
import { fromJson } from '../../store/json.ts';
import { findPersonByName } from '../../store/people/people.ts';
import { action } from '../action.ts';
import { decodePosition, encodePosition } from '../cursors.ts';
import { sentenceOfEvent } from '../events/event-sentence.ts';
import { wireTime } from '../times.ts';

export const listAudit = action({
  name: 'list_audit',
  input: ListAuditInput,
  output: AuditListView,
  permission: 'audit.read',
  place: ({ project }) => ({ projectId: project }),
  async run({ database: { reader } }, { say }, input) {
    const { project, kinds, actor, subject, from, to, limit = PAGE_ITEMS_DEFAULT, cursor } = input;
    if ((await findLog(reader, project)) === null) throw problems.notFound();
    const filter: LogFilter = {
      projectId: project,
      kinds: kinds ?? null,
      actorIds: actor === undefined ? null : [actor, ...(await idsNamed(reader, actor))],
      ...subjectOf(subject),
      from: from === undefined ? null : new Date(from),
      to: to === undefined ? null : new Date(to),
      before: cursor === undefined ? null : decodePosition(cursor),
    };
    const rows = await searchLog(reader, filter, limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      entries: page.map((row) => ({
        position: row.position,
        kind: row.kind as EventKind,
        at: wireTime(row.at),
        actor: { kind: row.actorKind as ActorKind, id: row.actorId, name: row.actorName },
        group_id: row.groupId,
        document_id: row.documentId,
        question_id: row.questionId,
        run_id: row.runId,
        details: fromJson<Record<string, string>>(row.details, `entry ${row.position}`),
        sentence: sentenceOfEvent(row, say),
        hash: row.hash,
      })),
      cursor: rows.length > limit && last ? encodePosition(last.position) : null,
    };
  },
});

/** People are known by their names; the log by their ids. */
async function idsNamed(
  reader: Parameters<typeof findPersonByName>[0],
  name: string,
): Promise<string[]> {
  const person = await findPersonByName(reader, name);
  return person === null ? [] : [person.id];
}

/** What happened to a question is found through its group. */
function subjectOf(
  subject: string | undefined,
): Pick<LogFilter, 'groupId' | 'documentId' | 'questionId'> {
  const none = { groupId: null, documentId: null, questionId: null };
  if (subject === undefined) return none;
  if (DOCUMENT_ID.test(subject)) return { ...none, documentId: subject };
  if (GROUP_ID.test(subject)) return { ...none, groupId: subject };
  return { ...none, groupId: subject.slice(0, subject.lastIndexOf('-Q')), questionId: subject };
}
