/** An invitation as admins see it. Its secret is nowhere here. */
import type { InvitationView } from '../../contracts/accounts-admin.ts';
import type { Role } from '../../gate/vocabulary.ts';
import { type LinkRow, offerOf } from '../../store/people/one-time-links.ts';

export function invitationView(row: LinkRow, makers: ReadonlyMap<string, string>): InvitationView {
  const { email, isAdmin, project, role } = offerOf(row);
  return {
    id: row.id,
    email,
    is_admin: isAdmin,
    project,
    role: role as Role | null,
    made_by: row.madeById === null ? null : (makers.get(row.madeById) ?? null),
    made_at: row.createdAt.toISOString(),
    expires_at: row.expiresAt.toISOString(),
  };
}
