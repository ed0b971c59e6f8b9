/** Claims as they are shown: who observed each piece of evidence, and how far it can be believed. */
import type { ClaimInput, ClaimView } from '../../contracts/evidence.ts';

/** What an agent hands in is its word: attested, and unverified until the server or CI has seen it itself. */
export function claimViews(claims: readonly ClaimInput[]): ClaimView[] {
  return claims.map(({ statement, meets = [], evidence }) => ({
    statement,
    meets: [...meets],
    standing: 'unverified',
    evidence: evidence.map((piece) => ({
      ...piece,
      observed_by: 'attested',
      standing: 'unverified',
    })),
  }));
}
