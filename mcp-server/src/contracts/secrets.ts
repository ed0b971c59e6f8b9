/** Texts that look like secrets: what was refused, and what a person has allowed. */
import { z } from 'zod';
import { ActorView, opaqueId, projectSlug, remark, time } from './primitives.ts';

export const ListSecretsInput = z.strictObject({ project: projectSlug });
export const AllowSecretInput = z.strictObject({
  project: projectSlug,
  finding_id: opaqueId,
  /** Why it is no secret. */
  note: remark,
});
export const DisallowSecretInput = z.strictObject({ project: projectSlug, finding_id: opaqueId });

/** Never the text: only where it stood, what it looks like, and who sent it. */
export const SecretFindingView = z.strictObject({
  id: z.string(),
  kind: z.string(),
  path: z.string(),
  found_at: time,
  sent_by: ActorView,
  allowed: z.strictObject({ at: time, by: z.string(), note: z.string() }).nullable(),
});
export type SecretFindingView = z.infer<typeof SecretFindingView>;
export const SecretListView = z.strictObject({ findings: z.array(SecretFindingView) });
