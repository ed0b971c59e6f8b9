/** A held verdict that is due falls as an ordinary one, rights checked now; where it no longer can, it is void. */
import type { Call, Dependencies } from '../../dependencies.ts';
import type { PersonCaller } from '../../gate/callers.ts';
import type { VerdictVerb } from '../../gate/vocabulary.ts';
import { personCallerOf } from '../../identity/person-caller.ts';
import { Problem } from '../../problems.ts';
import { fromJson } from '../../store/json.ts';
import { dropDraft } from '../../store/reviews/drafts.ts';
import { judgeDocument } from '../documents/judge-document.ts';
import { gatePerson } from '../gate-callers.ts';
import { readAllReviewed } from '../reviews/read-reviewed.ts';
import { partsOf, type Review, type ReviewParts } from '../reviews/review-parts.ts';

/** Does nothing when somebody else has applied, undone or voided it meanwhile. */
export async function applyHeldVerdict(
  dependencies: Dependencies,
  call: Call,
  heldId: string,
): Promise<null> {
  const { reader } = dependencies.database;
  const held = await reader.heldVerdict.findUnique({ where: { id: heldId } });
  if (held === null || held.dueAt > dependencies.clock.now()) return null;
  const { documentId, revision, personId } = held;
  const giver = await personCallerOf(reader, personId);
  const projectId = documentId.slice(0, documentId.indexOf('.'));
  const { threads, reasonIds, texts } = await partsOfHeld(dependencies, held);
  const actor = { kind: 'person', id: personId, name: giver?.name ?? personId } as const;
  try {
    await judgeDocument(dependencies, call, {
      documentId,
      actor,
      command: () => ({
        verb: held.verb as VerdictVerb,
        documentId,
        revision,
        heldId,
        reasonIds,
        threads,
        by: giver ? gatePerson(giver, projectId) : goneJudge(personId),
      }),
      texts: () => texts,
      also: (transaction) => dropDraft(transaction, personId, documentId, held.createdAt),
    });
  } catch (error) {
    // Others were busy in the group: it is still good, and tried again at the next look.
    if (!(error instanceof Problem) || error.code === 'changed_meanwhile') throw error;
    await voidHeldVerdict(dependencies, call, documentId, heldId);
  }
  return null;
}

interface HeldRow {
  readonly id: string;
  readonly documentId: string;
  readonly revision: number;
  readonly comment: string | null;
  readonly reasons: string;
  readonly review: string | null;
}

/** The review it came with, comments and all; or the words of a plain verdict. */
async function partsOfHeld(dependencies: Dependencies, held: HeldRow): Promise<ReviewParts> {
  const { id, documentId, revision, comment } = held;
  if (held.review !== null) {
    const review = fromJson<Review>(held.review, `the review of held verdict ${id}`);
    const { reader } = dependencies.database;
    const reviewed = await readAllReviewed(reader, documentId, revision, review.comments);
    return partsOf(dependencies, review, reviewed);
  }
  const written = fromJson<string[]>(held.reasons, `the reasons of held verdict ${id}`);
  const reasons = new Map(written.map((text) => [dependencies.newId(), text]));
  return { threads: [], reasonIds: [...reasons.keys()], texts: { comment, reasons } };
}

/** Its giver is told by the event; the document waits as before. */
async function voidHeldVerdict(
  dependencies: Dependencies,
  call: Call,
  documentId: string,
  heldId: string,
): Promise<void> {
  try {
    await judgeDocument(dependencies, call, {
      documentId,
      command: () => ({ verb: 'void_held', documentId, heldId, byId: null }),
    });
  } catch (error) {
    // Another process was faster, or the verdict was undone: it is gone either way.
    if (!(error instanceof Problem)) throw error;
  }
}

function goneJudge(id: string): PersonCaller {
  return { kind: 'person', id, mayWrite: false, mayJudge: false, mayMaintain: false, roles: [] };
}
