/** Whether a gate can be opened at all by the people there are. */
import type { GatePolicy, JudgeCounts } from './facts.ts';
import type { Role } from './vocabulary.ts';

/**
 * Whether enough people may judge for a gate to open. Agents and checks can always be stood in for by one person, so
 * those gates need one as well. A higher role includes those below. A check that nothing observes is never green.
 */
export function canBeMet(
  gate: GatePolicy,
  judges: JudgeCounts,
  observed?: readonly string[],
): boolean {
  if (observed !== undefined && gate.checks.some((name) => !observed.includes(name))) return false;
  if (gate.by === 'checks' && gate.checks.length === 0) return false;
  if (gate.approvals < 1) return false;
  if (gate.by !== 'human') return judges.any >= 1;
  return eligible(gate.roles, judges) >= gate.approvals;
}

function eligible(roles: readonly Role[], judges: JudgeCounts): number {
  if (roles.length === 0 || roles.includes('viewer') || roles.includes('author')) return judges.any;
  return roles.includes('reviewer') ? judges.reviewer : judges.maintainer;
}
