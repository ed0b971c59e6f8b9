/** One revision as it was handed in. */
import type { z } from 'zod';
import { ReadRevisionInput, RevisionView } from '../../contracts/documents.ts';
import type { ActorKind } from '../../gate/vocabulary.ts';
import { problems } from '../../problems.ts';
import { findRevision } from '../../store/documents/read-document.ts';
import { action } from '../action.ts';
import { readLight } from '../evidence/read-light.ts';
import { placeOfDocument } from '../places.ts';
import { wireTime } from '../times.ts';
import { readContent } from './canonical-content.ts';
import { claimViews, fileView } from './claim-views.ts';

export const readRevision = action({
  name: 'read_revision',
  input: ReadRevisionInput,
  output: RevisionView,
  permission: 'project.read',
  place: ({ document_id }) => placeOfDocument(document_id),
  run: async (dependencies, { say }, { document_id, revision }) => {
    const { reader } = dependencies.database;
    const row = await findRevision(reader, document_id, revision);
    if (row === null) throw problems.notFound();
    const content = readContent(row.content, `${document_id}@${revision}`);
    const light = await readLight(dependencies, { documentId: document_id, revision }, content);
    return {
      document_id,
      revision: {
        number: row.number,
        hash: row.hash,
        author: { kind: row.authorKind as ActorKind, id: row.authorId, name: row.authorName },
        at: wireTime(row.createdAt),
      },
      title: content.title,
      body: content.body,
      fields: content.fields as z.input<typeof RevisionView>['fields'],
      claims: claimViews(say, content.claims, light),
      attachments: (content.attachments ?? []).flatMap((hash) => {
        const file = light.attachments.get(hash);
        return file ? [fileView(file)] : [];
      }),
      cites: [...content.cites],
    };
  },
});
