/** What the server may look at in a project, and the checks it runs on every report. */
import { z } from 'zod';
import { CHECK_NAMES } from '../gate/vocabulary.ts';
import { line, projectSlug } from './primitives.ts';

export const ReadVerificationInput = z.strictObject({ project: projectSlug });
export const SetVerificationInput = z.strictObject({
  project: projectSlug,
  /** The folder of a clone below the folder of repositories; null: none is linked. */
  repository: line(200).nullable().optional(),
  /** Run beside those that gates name; a red one sends nothing back. */
  checks: z.array(z.enum(CHECK_NAMES)).max(CHECK_NAMES.length).optional(),
});
export const VerificationView = z.strictObject({
  repository: z.string().nullable(),
  checks: z.array(
    z.strictObject({
      name: z.enum(CHECK_NAMES),
      label: z.string(),
      on: z.boolean(),
      /** Something here can observe what it rests on: only then may a gate name it. */
      observed: z.boolean(),
    }),
  ),
});
export type VerificationView = z.infer<typeof VerificationView>;
