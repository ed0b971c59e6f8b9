/** What belongs to one's own account alone: password, second factor, sessions; and the links that open an account. */
import { z } from 'zod';
import { BACKUP_CODES, SESSIONS_SHOWN_MAX } from '../gate/limits.ts';
import { LANGUAGES, ROLES } from '../gate/vocabulary.ts';
import { newPassword, username } from './people.ts';
import { line, name, opaqueId, text, time } from './primitives.ts';

/** What was set some time ago may break today's rules: it is only compared. */
const presentPassword = text(1_000);
/** Six digits of the app, or a backup code, however it is spaced. */
const secondFactorCode = line(40);
const linkSecret = line(200);

/** `pending` comes from its cookie, never from a body. */
export const EnterSecondFactorInput = z.strictObject({
  pending: line(2_000),
  code: secondFactorCode,
});

export const ChangePasswordInput = z.strictObject({
  current_password: presentPassword,
  new_password: newPassword,
});

export const SecondFactorView = z.strictObject({
  on: z.boolean(),
  since: time.nullable(),
  backup_codes_left: z.int(),
  /** Who asks for one: the installation, or projects of mine by their slugs. */
  demanded: z.strictObject({ by_installation: z.boolean(), by_projects: z.array(z.string()) }),
});
export type SecondFactorView = z.infer<typeof SecondFactorView>;

export const OfferSecondFactorInput = z.strictObject({ password: presentPassword });
export const EnrolmentView = z.strictObject({
  /** Base32 in groups of four. Shown here once, and never again. */
  secret: z.string(),
  url: z.string(),
  qr: z.strictObject({ size: z.int(), path: z.string() }),
  expires_at: time,
});
export type EnrolmentView = z.infer<typeof EnrolmentView>;
export const ConfirmSecondFactorInput = z.strictObject({ code: secondFactorCode });
export const RemoveSecondFactorInput = z.strictObject({
  password: presentPassword,
  code: secondFactorCode,
});
export const MakeBackupCodesInput = z.strictObject({ password: presentPassword });
/** Shown here once, and never again. */
export const BackupCodesView = z.strictObject({
  backup_codes: z.array(z.string()).length(BACKUP_CODES),
});

export const SessionView = z.strictObject({
  id: z.string(),
  /** The one that asks. */
  current: z.boolean(),
  user_agent: z.string(),
  address: z.string(),
  signed_in_at: time,
  last_used_at: time,
  expires_at: time,
});
export type SessionView = z.infer<typeof SessionView>;
export const SessionListView = z.strictObject({
  sessions: z.array(SessionView).max(SESSIONS_SHOWN_MAX),
});
export const SessionInput = z.strictObject({ session_id: opaqueId });
export const SessionsEndedView = z.strictObject({ ended: z.int() });

export const LINK_PURPOSES = ['invitation', 'password_reset', 'second_factor_reset'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

export const ReadLinkInput = z.strictObject({ link: linkSecret });
/** What a link is for, to whoever holds it. */
export const LinkView = z.strictObject({
  purpose: z.enum(LINK_PURPOSES),
  /** Of the account, or the one suggested. */
  username: z.string().nullable(),
  email: z.string(),
  display_name: z.string().nullable(),
  project: z.string().nullable(),
  role: z.enum(ROLES).nullable(),
  expires_at: time,
});
export type LinkView = z.infer<typeof LinkView>;

export const AcceptInvitationInput = z.strictObject({
  link: linkSecret,
  username,
  password: newPassword,
  display_name: name.optional(),
  language: z.enum(LANGUAGES).optional(),
});
export const ResetPasswordInput = z.strictObject({ link: linkSecret, password: newPassword });
export const ResetSecondFactorInput = z.strictObject({
  link: linkSecret,
  password: presentPassword,
});
