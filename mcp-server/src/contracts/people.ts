/** People: signing in, the first admin, oneself. */
import { z } from 'zod';
import { PASSWORD_CHARACTERS_MIN } from '../gate/limits.ts';
import { LANGUAGES, ROLES } from '../gate/vocabulary.ts';
import { line, name, projectSlug, text, time } from './primitives.ts';

export const username = z
  .string()
  .min(2)
  .max(40)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u);
export const email = z.email().max(200);
/** Length is what counts; bytes are bounded by bcrypt and checked in the action. */
export const newPassword = text(200, PASSWORD_CHARACTERS_MIN);
export const THEMES = ['system', 'light', 'dark'] as const;

export const SignInInput = z.strictObject({
  username: line(200),
  password: text(1_000),
});
export const PersonView = z.strictObject({
  id: z.string(),
  username: z.string(),
  display_name: z.string(),
  email: z.string(),
  is_admin: z.boolean(),
  language: z.enum(LANGUAGES),
  theme: z.enum(THEMES),
  time_zone: z.string(),
});
export type PersonView = z.infer<typeof PersonView>;
export const SignedInView = z.strictObject({ user: PersonView });
/** Where the account has a second factor the password alone opens nothing: the code comes next. */
export const SignInView = z.union([
  SignedInView,
  z.strictObject({ second_factor_required: z.literal(true) }),
]);
/** The token comes from its cookie, never from a body. */
export const RefreshSessionInput = z.strictObject({ refresh_token: line(2_000) });

export const SetUpInput = z.strictObject({
  link: line(200),
  username,
  email,
  password: newPassword,
  display_name: name.optional(),
  language: z.enum(LANGUAGES).optional(),
});

export const MeView = z.strictObject({
  user: PersonView,
  projects: z.array(
    z.strictObject({
      slug: z.string(),
      title: z.string(),
      role: z.enum(ROLES),
      /** What the caller may do in it: one list for every page. */
      permissions: z.array(z.string()),
    }),
  ),
  permissions: z.array(z.string()),
  /** What the account owes before anything else opens; null: nothing. */
  owes: z.enum(['password_change', 'second_factor']).nullable(),
  /** Projects of mine that are closed to me until I have a second factor. */
  withheld: z.array(z.string()),
  signed_in_at: time,
});
export type MeView = z.infer<typeof MeView>;

export const UpdateMeInput = z.strictObject({
  display_name: name.optional(),
  language: z.enum(LANGUAGES).optional(),
  theme: z.enum(THEMES).optional(),
  time_zone: line(60).optional(),
});

export const CreatePersonInput = z.strictObject({
  username,
  email,
  password: newPassword,
  display_name: name.optional(),
  is_admin: z.boolean().optional(),
  /** The password is only good for signing in and choosing another. */
  must_change_password: z.boolean().optional(),
  language: z.enum(LANGUAGES).optional(),
  project: projectSlug.optional(),
  role: z.enum(ROLES).optional(),
});
export const PersonCreatedView = z.strictObject({ user: PersonView });
