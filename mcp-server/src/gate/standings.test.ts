import { expect, test } from 'vitest';
import { type Judged, standingOfClaim } from './standings.ts';
import { EVIDENCE_KINDS, EVIDENCE_STANDINGS, type EvidenceStanding } from './vocabulary.ts';

/** `commit verified, note unverified`, as short as it can be read. */
function pieces(written: string): readonly Judged[] {
  return written === ''
    ? []
    : written.split(', ').map((piece) => {
        const [kind, standing] = piece.split(' ') as [Judged['kind'], EvidenceStanding];
        return { kind, standing };
      });
}

test.each<[string, EvidenceStanding]>([
  ['', 'unverified'],
  ['commit verified', 'verified'],
  ['commit verified, diff verified, test_run verified', 'verified'],
  ['commit verified, command unverified', 'unverified'],
  ['command unverified', 'unverified'],
  ['commit verified, note unverified, url unverified', 'verified'],
  ['note unverified, url unverified', 'unverified'],
  ['commit verified, diff contradicted', 'contradicted'],
  ['commit outdated, diff contradicted', 'contradicted'],
  ['commit outdated, diff verified', 'outdated'],
  ['commit outdated, command unverified', 'outdated'],
])('%s: %s', (written, standing) => {
  expect(standingOfClaim(pieces(written))).toBe(standing);
  expect(standingOfClaim(pieces(written).toReversed())).toBe(standing);
});

test('words alone never verify a claim, whatever is said of them', () => {
  const words = pieces('note verified, url verified');
  expect(standingOfClaim(words)).toBe('unverified');
});

test('of any two pieces the worse one is heard', () => {
  const solid = EVIDENCE_KINDS.filter((kind) => kind !== 'url' && kind !== 'note');
  const worst = ['contradicted', 'outdated', 'unverified', 'verified'] as const;
  for (const kind of solid) {
    for (const one of EVIDENCE_STANDINGS) {
      for (const other of EVIDENCE_STANDINGS) {
        const heard = worst.find((standing) => standing === one || standing === other);
        const evidence = [
          { kind, standing: one },
          { kind, standing: other },
        ];
        expect(standingOfClaim(evidence)).toBe(heard);
      }
    }
  }
});
