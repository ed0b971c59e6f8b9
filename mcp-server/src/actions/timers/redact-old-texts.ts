/** A project that keeps texts for so many days after closing: those of older groups are redacted, group by group. */
import type { Call, Dependencies } from '../../dependencies.ts';
import { REDACT_GROUPS_PER_LOOK, RETENTION_LOOK_SECONDS } from '../../gate/limits.ts';
import type { Language } from '../../gate/vocabulary.ts';
import {
  listGroupsToRedact,
  listTextsOf,
  lockForRedaction,
  redactRevision,
} from '../../store/documents/redact.ts';
import { appendEvents } from '../../store/events/append-events.ts';
import { findProject, type ProjectRow } from '../../store/projects/projects.ts';
import { SYSTEM_ACTOR } from '../actor-of.ts';
import { redactedContent } from '../documents/redacted-content.ts';

const DAY_MILLISECONDS = 24 * 3600 * 1000;

/** Null: texts are kept for ever, and nobody need look again until that changes. */
export async function redactOldTexts(
  dependencies: Dependencies,
  _call: Call,
  projectId: string,
): Promise<Date | null> {
  const { database, clock } = dependencies;
  const project = await findProject(database.reader, projectId);
  if (project === null || project.retentionDays === null) return null;
  const now = clock.now();
  const closedBefore = new Date(now.getTime() - project.retentionDays * DAY_MILLISECONDS);
  const limit = REDACT_GROUPS_PER_LOOK;
  const groups = await listGroupsToRedact(database.reader, projectId, closedBefore, limit);
  for (const groupId of groups) await redactGroup(dependencies, project, groupId, now);
  const again = groups.length === limit ? 0 : RETENTION_LOOK_SECONDS * 1000;
  return new Date(now.getTime() + again);
}

/** A group that changes meanwhile is left for the next look. */
async function redactGroup(
  { database, announcer, sentencesIn }: Dependencies,
  project: ProjectRow,
  groupId: string,
  now: Date,
): Promise<void> {
  const { reader } = database;
  const group = await reader.group.findUnique({ where: { id: groupId } });
  if (group === null || group.closedAt === null) return;
  const say = sentencesIn(project.language as Language);
  const because = say.headline('redacted_by_age', { days: project.retentionDays ?? 0 });
  const redaction = { at: now, by: SYSTEM_ACTOR.name, because };
  const rows = await listTextsOf(reader, groupId);
  const done = await database.inTransaction(async (transaction) => {
    if (!(await lockForRedaction(transaction, groupId, group.version))) return false;
    for (const { documentId, number, content, document } of rows) {
      const text = redactedContent(say, content, `${documentId}@${number}`, redaction);
      const latest = document.revision === number;
      await redactRevision(transaction, { documentId, number, content: text, latest }, redaction);
    }
    await appendEvents(transaction, {
      projectId: project.id,
      groupId,
      actor: SYSTEM_ACTOR,
      at: now,
      events: rows.map(({ documentId, number }) => ({
        kind: 'document.redacted',
        documentId,
        details: { revision: number, why: 'retention' },
      })),
    });
    return true;
  });
  if (done) announcer.announce(project.id);
}
