/** What bears on the verdicts on a document: approvals, held verdicts, open reasons. */
import type { Reader } from '@flowgate/database';
import type { DocumentFacts } from '../../gate/facts.ts';
import type { ActorKind } from '../../gate/vocabulary.ts';

interface Judged {
  readonly id: string;
  readonly state: string;
  readonly revision: number;
}

export type Judging = Pick<DocumentFacts, 'approvals' | 'held' | 'openReasonIds'>;

/** Two statements, or one for what waits for its author; one more where something is held. The function returned knows only the documents asked for. */
export async function readJudging(
  reader: Reader,
  { heldCount }: { readonly heldCount: number },
  documents: readonly Judged[],
): Promise<(document: Judged) => Judging | Record<never, never>> {
  if (documents.length === 0) return () => ({});
  const where = { documentId: { in: documents.map(({ id }) => id) } };
  // A negative verdict voids approvals and held verdicts: there is nothing of them to read.
  const judged = documents.some(({ state }) => state === 'in_review' || state === 'approved');
  const [verdicts, held, reasons] = await Promise.all([
    judged
      ? reader.verdict.findMany({
          where: { ...where, verb: 'approve', counts: true, voidedAt: null },
        })
      : [],
    judged && heldCount > 0 ? reader.heldVerdict.findMany({ where }) : [],
    reader.reason.findMany({
      where: { ...where, response: null, setAsideAt: null },
      orderBy: { number: 'asc' },
    }),
  ]);
  return (document) => ({
    approvals: verdicts
      .filter((row) => row.documentId === document.id && row.revision === document.revision)
      .map((row) => ({
        byKind: row.byKind as ActorKind,
        byId: row.byId,
        issuerId: row.issuerId,
        revision: row.revision,
        ...(row.readAt === null ? {} : { read: true }),
      })),
    held: held
      .filter((row) => row.documentId === document.id)
      .map(({ id, personId, verb, revision }) => ({
        id,
        personId,
        verb: verb as 'approve' | 'request_revision',
        revision,
      })),
    openReasonIds: reasons.filter((row) => row.documentId === document.id).map((row) => row.id),
  });
}
