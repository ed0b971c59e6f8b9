/** A maintainer takes the text of one revision out, with a reason: a secret, a name. Its hash, author and verdicts stay, and the log stays whole. */
import { RedactRevisionInput, RevisionRedactedView } from '../../contracts/documents.ts';
import { GROUP_ATTEMPTS_MAX } from '../../gate/limits.ts';
import type { Language } from '../../gate/vocabulary.ts';
import { problems } from '../../problems.ts';
import { lockForRedaction, redactRevision as redactRow } from '../../store/documents/redact.ts';
import { appendEvents } from '../../store/events/append-events.ts';
import { findProject } from '../../store/projects/projects.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { placeOfDocument } from '../places.ts';
import { wireTime } from '../times.ts';
import { redactedContent } from './redacted-content.ts';

export const redactRevision = action({
  name: 'redact_revision',
  input: RedactRevisionInput,
  output: RevisionRedactedView,
  permission: 'document.redact',
  place: ({ document_id }) => placeOfDocument(document_id),
  async run(dependencies, call, { document_id: documentId, revision: number, reason }) {
    const { database, clock, announcer, sentencesIn } = dependencies;
    for (let attempt = 0; attempt < GROUP_ATTEMPTS_MAX; attempt += 1) {
      const row = await database.reader.revision.findUnique({
        where: { documentId_number: { documentId, number } },
        include: { document: { include: { group: true } } },
      });
      if (row === null) throw problems.notFound();
      const { document } = row;
      const latest = document.revision === number;
      // What nobody can read can't be judged: first the verdict, then the redaction.
      if (latest && document.state === 'in_review') {
        throw problems.refused({ code: 'revision_in_review', params: {} });
      }
      if (row.redactedAt !== null) {
        return { document_id: documentId, revision: number, redacted_at: wireTime(row.redactedAt) };
      }
      const actor = actorOf(call.caller);
      const redaction = { at: clock.now(), by: actor.name, because: reason };
      const project = await findProject(database.reader, document.projectId);
      const say = sentencesIn((project?.language ?? 'en') as Language);
      const content = redactedContent(say, row.content, `${documentId}@${number}`, redaction);
      const done = await database.inTransaction(async (transaction) => {
        const { id, version } = document.group;
        if (!(await lockForRedaction(transaction, id, version))) return false;
        await redactRow(transaction, { documentId, number, content, latest }, redaction);
        await appendEvents(transaction, {
          projectId: document.projectId,
          groupId: id,
          actor,
          at: redaction.at,
          events: [
            { kind: 'document.redacted', documentId, details: { revision: number, why: 'person' } },
          ],
        });
        return true;
      });
      if (!done) continue;
      announcer.announce(document.projectId);
      return { document_id: documentId, revision: number, redacted_at: wireTime(redaction.at) };
    }
    throw problems.refused({ code: 'changed_meanwhile', params: {} });
  },
});
