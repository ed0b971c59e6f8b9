/** A gate policy between the wire and the gate: members left out are filled in one way only. */
import type { GatePolicyInput } from '../../contracts/groups.ts';
import type { GatePolicyView } from '../../contracts/types.ts';
import type { GatePolicy } from '../../gate/facts.ts';

export function gateOfInput(input: GatePolicyInput, unattended: boolean): GatePolicy {
  const { due_hours: dueHours, stand_in: standIn } = input;
  return {
    by: input.by,
    approvals: input.approvals ?? 1,
    roles: input.roles ?? [],
    checks: input.checks ?? [],
    unattended: input.unattended ?? unattended,
    ...(dueHours === undefined ? {} : { dueHours }),
    ...(standIn === undefined ? {} : { standIn }),
  };
}

export function gatePolicyView(gate: GatePolicy): GatePolicyView {
  return {
    by: gate.by,
    approvals: gate.approvals,
    roles: [...gate.roles],
    checks: [...gate.checks],
    unattended: gate.unattended,
    due_hours: gate.dueHours ?? null,
    stand_in: gate.standIn ?? null,
  };
}
