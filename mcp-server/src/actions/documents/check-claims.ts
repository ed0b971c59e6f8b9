/** Claims and evidence: what a report must have, and what each kind of evidence needs. Every fault at once. */
import { type ClaimInput, EVIDENCE_MEMBERS, type EvidenceInput } from '../../contracts/evidence.ts';
import type { Fault } from '../../problems.ts';
import { readTestReport } from '../../witness/test-report.ts';

/** `claimsRequired`: a report without a claim, or a claim with nothing but notes, is no report. */
export function checkClaims(
  claims: readonly ClaimInput[],
  claimsRequired: boolean,
  knownCriteria: ReadonlySet<string>,
): Fault[] {
  if (claims.length === 0) {
    return claimsRequired ? [{ path: 'claims', code: 'claim_missing', params: {} }] : [];
  }
  return claims.flatMap((claim, index) => checkClaim(claim, `claims[${index}]`, knownCriteria));
}

function checkClaim(claim: ClaimInput, path: string, known: ReadonlySet<string>): Fault[] {
  const faults = claim.evidence.flatMap((evidence, index) =>
    checkEvidence(evidence, `${path}.evidence[${index}]`),
  );
  if (!claim.evidence.some(({ kind }) => kind !== 'note')) {
    faults.push({ path: `${path}.evidence`, code: 'evidence_missing', params: {} });
  }
  for (const [index, criterion] of (claim.meets ?? []).entries()) {
    if (!known.has(criterion)) {
      const params = { known: [...known].join(', ') };
      faults.push({ path: `${path}.meets[${index}]`, code: 'criterion_unknown', params });
    }
  }
  return faults;
}

/** A test run is inline or attached; inline it is read at once. */
function checkTestRun({ kind, format, content, attachment }: EvidenceInput, path: string): Fault[] {
  if (kind !== 'test_run' || format === undefined) return [];
  if (content === undefined) {
    const missing: Fault = { path: `${path}.content`, code: 'missing', params: {} };
    return attachment === undefined ? [missing] : [];
  }
  if (attachment !== undefined) {
    const params = { kind, allowed: 'content, attachment' };
    return [{ path: `${path}.attachment`, code: 'combination', params }];
  }
  if (readTestReport(format, content) !== null) return [];
  return [{ path: `${path}.content`, code: 'test_run_unreadable', params: { format } }];
}

export function checkEvidence(evidence: EvidenceInput, path: string): Fault[] {
  const { needs, may } = EVIDENCE_MEMBERS[evidence.kind];
  const allowed: readonly string[] = ['kind', ...needs, ...may];
  const missing = needs
    .filter((member) => evidence[member] === undefined)
    .map((member): Fault => ({ path: `${path}.${member}`, code: 'missing', params: {} }));
  const foreign = Object.keys(evidence)
    .filter((member) => !allowed.includes(member))
    .map(
      (member): Fault => ({
        path: `${path}.${member}`,
        code: 'combination',
        params: { kind: evidence.kind, allowed: allowed.join(', ') },
      }),
    );
  return [...missing, ...foreign, ...checkTestRun(evidence, path)];
}
