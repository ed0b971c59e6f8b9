/** What a group's rows and its log promise, as sentences of what isn't true; none when all holds. The gate isn't asked. */
import type { Reader } from '@flowgate/database';

export async function brokenPromises(reader: Reader, groupId: string): Promise<string[]> {
  const [steps, documents, verdicts, reasons, revisions, events, tokens] = await Promise.all([
    reader.step.findMany({ where: { groupId } }),
    reader.document.findMany({ where: { groupId } }),
    reader.verdict.findMany({ where: { document: { groupId } } }),
    reader.reason.findMany({ where: { document: { groupId } } }),
    reader.revision.findMany({ where: { document: { groupId } } }),
    reader.event.findMany({ where: { groupId }, orderBy: { position: 'asc' } }),
    reader.token.findMany({ where: { groupId } }),
  ]);
  const numbers = new Map(steps.map(({ id, number }) => [id, number]));
  return [
    ...passedSteps(events, numbers),
    ...verdicts.flatMap((verdict) => {
      if (verdict.verb !== 'approve' || !verdict.counts) return [];
      const { documentId, revision, hash, byKind, policy } = verdict;
      const read = revisions.find(
        (row) => row.documentId === documentId && row.number === revision,
      );
      const faults: string[] = [];
      if (read?.hash !== hash) faults.push(`an approval of ${documentId} lies on another body`);
      if (byKind !== 'person' && policy === null) faults.push(`${documentId}: no policy is named`);
      return faults;
    }),
    ...documents.flatMap(({ id, state }) => {
      if (state !== 'approved') return [];
      const open = reasons.filter((reason) => {
        return reason.documentId === id && reason.response === null && reason.setAsideAt === null;
      });
      return open.map((reason) => `${id} is approved, and reason ${reason.id} has no response`);
    }),
    ...tokens.flatMap(({ id, kind, targetStepId }) => {
      const target = numbers.get(targetStepId ?? '') ?? Number.POSITIVE_INFINITY;
      return documents.flatMap((document) => {
        const wrote = revisions.some((row) => row.tokenId === id && row.documentId === document.id);
        const at = numbers.get(document.stepId ?? '');
        if (!wrote || at === undefined || kind !== 'continuation') return [];
        return at > target ? [`token ${id} wrote ${document.id}, beyond its target`] : [];
      });
    }),
  ];
}

interface Told {
  readonly kind: string;
  readonly documentId: string | null;
  readonly stepId: string | null;
}

const STATE_AFTER: Readonly<Record<string, string>> = {
  'document.submitted': 'in_review',
  'document.approved': 'approved',
  'document.revision_requested': 'revision_requested',
  'document.rejected': 'rejected',
  'document.withdrawn': 'withdrawn',
};

/** By the log alone: whenever a step's document was approved, everything that filled a step before it was. */
function passedSteps(events: readonly Told[], numbers: ReadonlyMap<string, number>): string[] {
  const states = new Map<string, { state: string; number: number }>();
  const faults: string[] = [];
  for (const { kind, documentId, stepId } of events) {
    const state = kind === 'document.reopened' ? 'reopened' : STATE_AFTER[kind];
    const number = numbers.get(stepId ?? '');
    if (state === undefined || documentId === null || number === undefined) continue;
    if (state === 'withdrawn') states.delete(documentId);
    else states.set(documentId, { state, number });
    if (state !== 'approved') continue;
    for (const [earlier, was] of states) {
      if (was.number < number && was.state !== 'approved') {
        faults.push(`${documentId} was approved while ${earlier} was ${was.state}`);
      }
    }
  }
  return faults;
}
