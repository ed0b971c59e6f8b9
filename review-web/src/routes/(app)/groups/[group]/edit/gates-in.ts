/** The gates of a form, one per row; null where the row keeps what it has. */
export function gatesIn(form: FormData) {
  const list = (name: string) => form.getAll(name).map(String);
  const columns = {
    by: list('gate_by'),
    approvals: list('gate_approvals'),
    role: list('gate_role'),
    read: list('gate_read'),
    hours: list('gate_hours'),
    standIn: list('gate_stand_in'),
  };
  return columns.by.map((by, place) => {
    if (by === '') return null;
    const at = (name: keyof typeof columns) => columns[name][place]?.trim() ?? '';
    return {
      by,
      ...(at('approvals') ? { approvals: Number(at('approvals')) } : {}),
      roles: at('role') ? [at('role')] : [],
      ...(at('read') ? { unattended: at('read') === 'policy' } : {}),
      ...(at('hours') ? { due_hours: Number(at('hours')) } : {}),
      ...(at('standIn') ? { stand_in: at('standIn') } : {}),
    };
  });
}
