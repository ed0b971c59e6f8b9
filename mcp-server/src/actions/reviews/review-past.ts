/** What agents said about a document before: whether another verdict of theirs is news, or the same circle again. */
import { createHash } from 'node:crypto';
import type { Reader } from '@flowgate/database';
import type { ReviewInput } from '../../contracts/reviews.ts';
import type { ReviewPast } from '../../gate/callers.ts';

/** More verdicts than the limit of rounds can ever leave on one document. */
const VERDICTS_LOOKED_AT_MAX = 200;

export interface Reviewing {
  readonly documentId: string;
  readonly revision: number;
  /** Of the body that is judged. */
  readonly hash: string;
  readonly tokenId: string;
  /** Null: it finds nothing wrong. */
  readonly findingsHash: string | null;
}

export async function readReviewPast(reader: Reader, reviewing: Reviewing): Promise<ReviewPast> {
  const { documentId, revision, hash, tokenId, findingsHash } = reviewing;
  const rows = await reader.verdict.findMany({
    where: { documentId, OR: [{ byKind: 'token' }, { verb: 'reopen' }] },
    orderBy: { createdAt: 'desc' },
    take: VERDICTS_LOOKED_AT_MAX,
  });
  const reopenedAt = rows.find(({ verb }) => verb === 'reopen')?.createdAt;
  const agents = rows.filter(({ byKind }) => byKind === 'token');
  const sentBack = agents.filter(({ verb, counts }) => counts && verb !== 'approve');
  return {
    reviewed: agents.some(
      (row) =>
        row.byId === tokenId &&
        row.revision === revision &&
        row.voidedAt === null &&
        (reopenedAt === undefined || row.createdAt > reopenedAt),
    ),
    rounds: sentBack.length,
    sameFindings:
      findingsHash !== null && sentBack.some((row) => row.findingsHash === findingsHash),
    sameBody: sentBack.some((row) => row.hash === hash),
  };
}

/** Of what the findings say, in whatever order, case and spacing; where they stand may have moved. */
export function hashOfFindings({ verdict, comment, findings = [] }: ReviewInput): string | null {
  if (verdict === 'approve') return null;
  const said = findings.length > 0 ? findings.map(({ text }) => text) : [comment ?? ''];
  const plain = said.map((text) =>
    text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim(),
  );
  return createHash('sha256').update(JSON.stringify(plain.toSorted())).digest('hex');
}
