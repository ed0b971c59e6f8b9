/** What admins do with accounts: invite, change, deactivate, reset, unlock; and what the installation asks of everybody. */
import { z } from 'zod';
import { LANGUAGES, ROLES } from '../gate/vocabulary.ts';
import { email, PersonView } from './people.ts';
import { line, name, opaqueId, projectSlug, time } from './primitives.ts';

export const AccountView = PersonView.extend({
  state: z.enum(['active', 'deactivated']),
  second_factor: z.boolean(),
  must_change_password: z.boolean(),
  created_at: time,
  /** Null: never signed in, or so long ago that nobody knows. */
  last_used_at: time.nullable(),
});
export type AccountView = z.infer<typeof AccountView>;

export const InvitationView = z.strictObject({
  id: z.string(),
  email: z.string(),
  is_admin: z.boolean(),
  project: z.string().nullable(),
  role: z.enum(ROLES).nullable(),
  /** Null: from the command line. */
  made_by: z.string().nullable(),
  made_at: time,
  expires_at: time,
});
export type InvitationView = z.infer<typeof InvitationView>;

export const UserListView = z.strictObject({
  users: z.array(AccountView),
  invitations: z.array(InvitationView),
});
export type UserListView = z.infer<typeof UserListView>;

export const InvitePersonInput = z.strictObject({
  email,
  display_name: name.optional(),
  is_admin: z.boolean().optional(),
  language: z.enum(LANGUAGES).optional(),
  project: projectSlug.optional(),
  role: z.enum(ROLES).optional(),
});
/** The link is shown here once, and never again. */
export const OneTimeLinkView = z.strictObject({ link: z.string(), expires_at: time });
export type OneTimeLinkView = z.infer<typeof OneTimeLinkView>;
export const InvitedView = OneTimeLinkView.extend({ invitation: InvitationView });
export const InvitationInput = z.strictObject({ invitation_id: opaqueId });

/** By name or address. */
export const AccountInput = z.strictObject({ username: line(200) });
export const UpdateAccountInput = AccountInput.extend({
  is_admin: z.boolean().optional(),
  must_change_password: z.boolean().optional(),
});
export const AccountChangedView = z.strictObject({ user: AccountView });

export const InstallationView = z.strictObject({ requires_second_factor: z.boolean() });
export const UpdateInstallationInput = z.strictObject({
  requires_second_factor: z.boolean().optional(),
});

export const DemandSecondFactorInput = z.strictObject({
  project: projectSlug,
  required: z.boolean(),
});
/** How a project stands to the second factor, and who would be shut out. */
export const SecondFactorDemandView = z.strictObject({
  required: z.boolean(),
  members_without: z.array(z.string()),
});
