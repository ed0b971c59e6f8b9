/** What verdicts, held verdicts and reasons come down to in rows. */
import type { Change } from '../../gate/ruling.ts';
import type { Material } from './material.ts';
import { documentBefore, required, type Sheet, type Writers } from './sheet.ts';

type Kind = Extract<
  Change['kind'],
  | 'verdict_recorded'
  | 'verdict_held'
  | 'approvals_voided'
  | 'held_voided'
  | 'reasons_opened'
  | 'reasons_answered'
  | 'reasons_set_aside'
>;

/** The timer that applies a held verdict when it is due; its id is the held verdict's. */
export const HELD_VERDICT_TIMER = 'held_verdict';

export const VERDICT_WRITERS: Writers<Kind> = {
  verdict_recorded: (sheet, change, material) => {
    const ofPolicy = change.by.kind === 'policy';
    sheet.verdicts.push({
      id: material.verdictIdOf(change.documentId),
      documentId: change.documentId,
      revision: change.revision,
      hash: hashOf(sheet, material, change.documentId),
      verb: change.verb,
      byKind: change.by.kind,
      byId: change.by.id,
      byName: ofPolicy ? `policy:${change.by.id}` : material.actor.name,
      issuerId: change.by.issuerId,
      policy: ofPolicy ? `policy:${change.by.id}` : null,
      ownWork: change.ownWork,
      counts: change.counts,
      comment: ofPolicy ? null : material.comment,
      findingsHash: material.findingsHash,
      createdAt: material.now,
    });
  },
  verdict_held: (sheet, change, material) => {
    const dueAt = required(material.holdDueAt, change.kind);
    sheet.heldVerdicts.push({
      id: change.heldId,
      documentId: change.documentId,
      revision: change.revision,
      verb: change.verb,
      personId: change.personId,
      comment: material.comment,
      reasons: JSON.stringify([...material.reasons.values()]),
      review: material.review,
      dueAt,
      createdAt: material.now,
    });
    sheet.timers.push({
      id: change.heldId,
      dueAt,
      kind: HELD_VERDICT_TIMER,
      subject: change.heldId,
      createdAt: material.now,
    });
  },
  approvals_voided: (sheet, { documentId }) => void sheet.approvalsVoided.push(documentId),
  held_voided: (sheet, { heldIds }) => {
    sheet.heldRemoved.push(...heldIds);
    sheet.timersRemoved.push(...heldIds);
  },
  reasons_opened: (sheet, change, material) => {
    for (const [index, id] of change.reasonIds.entries()) {
      sheet.reasons.push({
        id,
        documentId: change.documentId,
        verdictId: material.verdictIdOf(change.documentId),
        threadId: material.threads.has(id) ? id : null,
        number: index + 1,
        revision: change.revision,
        byKind: material.actor.kind,
        byId: material.actor.id,
        byName: material.actor.name,
        text: required(material.reasons.get(id), `reason ${id}`),
        createdAt: material.now,
      });
    }
  },
  reasons_answered: (sheet, { documentId, reasonIds }, material) => {
    for (const id of reasonIds) {
      const response = required(material.responses.get(id), `response ${id}`);
      sheet.reasonChanges.set(id, {
        response: response.text,
        responseDone: response.done,
        responseRevision: revisionOf(sheet, material, documentId),
        respondedAt: material.now,
      });
    }
  },
  reasons_set_aside: (sheet, { reasonIds }, { now }) => {
    for (const id of reasonIds) sheet.reasonChanges.set(id, { setAsideAt: now });
  },
};

/** The hash a verdict falls on: that of the body of this very transaction, where it brings one. */
function hashOf(sheet: Sheet, material: Material, documentId: string): string {
  const revised = sheet.revisions.findLast((revision) => revision.documentId === documentId);
  const hash = revised?.hash ?? documentBefore(material, documentId)?.hash;
  return required(hash, `hash of ${documentId}`);
}

function revisionOf(sheet: Sheet, material: Material, documentId: string): number {
  const revised = sheet.revisions.findLast((revision) => revision.documentId === documentId);
  const number = revised?.number ?? documentBefore(material, documentId)?.revision;
  return required(number, `revision of ${documentId}`);
}
