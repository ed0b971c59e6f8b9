/** A held verdict that is due falls as an ordinary one, rights checked now; where it no longer can, it is void. */
import type { Call, Dependencies } from '../../dependencies.ts';
import type { PersonCaller } from '../../gate/callers.ts';
import type { VerdictVerb } from '../../gate/vocabulary.ts';
import { personCallerOf } from '../../identity/person-caller.ts';
import { Problem } from '../../problems.ts';
import { fromJson } from '../../store/json.ts';
import { judgeDocument } from '../documents/judge-document.ts';
import { gatePerson } from '../gate-callers.ts';

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
  const reasons = new Map(
    fromJson<string[]>(held.reasons, `the reasons of held verdict ${heldId}`).map((text) => [
      dependencies.newId(),
      text,
    ]),
  );
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
        reasonIds: [...reasons.keys()],
        by: giver ? gatePerson(giver, projectId) : goneJudge(personId),
      }),
      texts: () => ({ comment: held.comment, reasons }),
    });
  } catch (error) {
    // Others were busy in the group: it is still good, and tried again at the next look.
    if (!(error instanceof Problem) || error.code === 'changed_meanwhile') throw error;
    await voidHeldVerdict(dependencies, call, documentId, heldId);
  }
  return null;
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
