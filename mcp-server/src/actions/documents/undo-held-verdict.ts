/** Takes a held verdict back before it is due. Agents have never seen it. */
import { DocumentChangedView, UndoVerdictInput } from '../../contracts/documents.ts';
import { problems } from '../../problems.ts';
import { action } from '../action.ts';
import { placeOfDocument } from '../places.ts';
import { judgeDocument } from './judge-document.ts';

export const undoHeldVerdict = action({
  name: 'undo_held_verdict',
  input: UndoVerdictInput,
  output: DocumentChangedView,
  permission: 'verdict.give',
  place: async ({ verdict_id }, _call, { database: { reader } }) => {
    const held = await reader.heldVerdict.findUnique({ where: { id: verdict_id } });
    return held && placeOfDocument(held.documentId);
  },
  run: async (dependencies, call, { verdict_id: heldId }) => {
    const held = await dependencies.database.reader.heldVerdict.findUnique({
      where: { id: heldId },
    });
    if (held === null || call.caller.kind !== 'person') throw problems.notFound();
    const { documentId } = held;
    const byId = call.caller.id;
    return judgeDocument(dependencies, call, {
      documentId,
      scope: { evenArchived: true },
      command: () => ({ verb: 'undo_held', documentId, heldId, byId }),
    });
  },
});
