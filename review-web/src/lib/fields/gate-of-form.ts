/** A gate policy in a form: its inputs are named `<prefix>by`, `<prefix>approvals` and so on. */
import type { GatePolicyInput, GatePolicyView } from '@flowgate/server/contracts';

/** Null where the form has no gate. */
export function gateOfForm(form: FormData, prefix: string): GatePolicyInput | null {
  const said = (name: string) => String(form.get(prefix + name) ?? '').trim();
  const by = said('by');
  if (by === '') return null;
  const due = said('due_hours');
  const standIn = said('stand_in');
  return {
    by: by as GatePolicyInput['by'],
    approvals: Number(said('approvals') || 1),
    roles: form.getAll(`${prefix}roles`).map(String) as GatePolicyView['roles'],
    checks: said('checks')
      .split(/[\s,]+/)
      .filter((check) => check !== ''),
    unattended: form.get(`${prefix}unattended`) === 'on',
    ...(due === '' ? {} : { due_hours: Number(due) }),
    ...(standIn === '' ? {} : { stand_in: standIn }),
  };
}
