/** A person sends one review: verdict, summary and every comment in one transaction, or the comments alone. */
import { DocumentReviewedView, ReviewDocumentInput } from '../../contracts/reviews.ts';
import type { PersonCaller } from '../../gate/callers.ts';
import type { GroupCommand } from '../../gate/commands.ts';
import { faultAt } from '../../problems.ts';
import { dropDraft } from '../../store/reviews/drafts.ts';
import { action } from '../action.ts';
import { holdOf } from '../documents/hold-of.ts';
import { judgeDocument } from '../documents/judge-document.ts';
import { gatePerson } from '../gate-callers.ts';
import { requirePerson } from '../people/require-person.ts';
import { placeOfDocument } from '../places.ts';
import { readAllReviewed } from './read-reviewed.ts';
import { partsOf, type ReviewParts } from './review-parts.ts';

export const reviewDocument = action({
  name: 'review_document',
  input: ReviewDocumentInput,
  output: DocumentReviewedView,
  permission: 'verdict.give',
  place: ({ document_id }) => placeOfDocument(document_id),
  run: async (dependencies, call, input) => {
    const { document_id: documentId, revision, verdict, hold_seconds, ...words } = input;
    refuseEmpty(input);
    const { id: personId } = requirePerson(call.caller);
    const { reader } = dependencies.database;
    const review = { ...words, ...(verdict ? { verdict } : {}) };
    const reviewed = await readAllReviewed(reader, documentId, revision, words.comments);
    const parts = partsOf(dependencies, review, reviewed);
    const isHeld = verdict !== undefined && verdict !== 'reject';
    const hold = holdOf(dependencies, isHeld ? hold_seconds : undefined);
    const held = hold.command.holdAs !== undefined;
    const changed = await judgeDocument(dependencies, call, {
      documentId,
      command: ({ facts }) => ({
        ...commandOf(input, parts, gatePerson(call.caller, facts.projectId)),
        ...hold.command,
      }),
      texts: (now) => ({
        ...parts.texts,
        ...hold.texts(now),
        ...(held ? { review: JSON.stringify(review) } : {}),
      }),
      // While it is held the draft stays: undoing it gives everything back.
      also: (transaction) =>
        held ? Promise.resolve() : dropDraft(transaction, personId, documentId),
    });
    return { ...changed, thread_ids: held ? [] : parts.threads.map(({ id }) => id) };
  },
});

function commandOf(
  { document_id: documentId, revision, verdict }: ReviewDocumentInput,
  { threads, reasonIds }: ReviewParts,
  by: PersonCaller,
): GroupCommand {
  return verdict === undefined
    ? { verb: 'comment', documentId, revision, by, threads }
    : { verb: verdict, documentId, revision, by, threads, reasonIds };
}

/** Without a verdict there is something to say, and it is said in the comments. */
function refuseEmpty({ verdict, comments = [], summary }: ReviewDocumentInput): void {
  if (verdict !== undefined) return;
  if (summary !== undefined) throw faultAt('summary', 'combination');
  if (comments.length === 0) throw faultAt('comments', 'missing');
}
