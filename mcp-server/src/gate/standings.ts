/** How far a claim can be believed, from what was found about each piece of its evidence. */
import type { EvidenceKind, EvidenceStanding } from './vocabulary.ts';

export interface Judged {
  readonly kind: EvidenceKind;
  readonly standing: EvidenceStanding;
}

/** They tell something, and prove nothing that anybody could look at. */
const WORDS: readonly EvidenceKind[] = ['url', 'note'];

/**
 * One contradicted piece contradicts the claim, one outdated piece dates it. It is verified only when everything that
 * can be looked at was, and was so: a mark that is green by mistake is worse than none.
 */
export function standingOfClaim(evidence: readonly Judged[]): EvidenceStanding {
  const any = (standing: EvidenceStanding) => evidence.some((piece) => piece.standing === standing);
  if (any('contradicted')) return 'contradicted';
  if (any('outdated')) return 'outdated';
  const solid = evidence.filter(({ kind }) => !WORDS.includes(kind));
  return solid.length > 0 && solid.every(({ standing }) => standing === 'verified')
    ? 'verified'
    : 'unverified';
}
