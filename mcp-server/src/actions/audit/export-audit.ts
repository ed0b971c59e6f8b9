/** A page of a log as it is exported: oldest first, with every member that the hashes cover, so that others can verify it. */
import { ExportAuditInput, ExportAuditView } from '../../contracts/audit.ts';
import { EXPORT_PAGE_ENTRIES } from '../../gate/limits.ts';
import { problems } from '../../problems.ts';
import { listEventsAfter } from '../../store/events/list-events.ts';
import { findLog } from '../../store/events/read-log.ts';
import { action } from '../action.ts';
import { decodePosition, encodePosition } from '../cursors.ts';
import { wireTime } from '../times.ts';

export const exportAudit = action({
  name: 'export_audit',
  input: ExportAuditInput,
  output: ExportAuditView,
  permission: 'audit.read',
  place: ({ project }) => ({ projectId: project }),
  async run({ database: { reader } }, _call, input) {
    const { project, after = 0, cursor, limit = EXPORT_PAGE_ENTRIES } = input;
    if ((await findLog(reader, project)) === null) throw problems.notFound();
    const position = cursor === undefined ? after : decodePosition(cursor);
    const rows = await listEventsAfter(reader, project, position, limit);
    const last = rows.at(-1);
    return {
      entries: rows.map((row) => ({
        project: row.projectId,
        position: row.position,
        kind: row.kind,
        at: wireTime(row.at),
        actor_kind: row.actorKind,
        actor_id: row.actorId,
        actor_name: row.actorName,
        group_id: row.groupId,
        document_id: row.documentId,
        step_id: row.stepId,
        question_id: row.questionId,
        run_id: row.runId,
        details: row.details,
        previous_hash: row.previousHash,
        hash: row.hash,
      })),
      cursor: rows.length === limit && last ? encodePosition(last.position) : null,
    };
  },
});
