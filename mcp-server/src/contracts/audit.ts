/** The audit log, as it is verified. */
import { z } from 'zod';
import { projectSlug } from './primitives.ts';

export const VerifyLogInput = z.strictObject({
  /** A project, or `installation` for what belongs to none. */
  project: projectSlug,
  /** What an earlier verification reported: the log must still hold that entry. */
  earlier: z
    .strictObject({ position: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) })
    .optional(),
});

/**
 * `missing`: an entry between two others is gone. `altered`: an entry isn't what was written. `inserted`: an entry doesn't
 * follow the one before. `cut`: the newest entries are gone. `replaced`: the log no longer holds the earlier entry.
 */
export const LOG_FAULTS = ['missing', 'altered', 'inserted', 'cut', 'replaced'] as const;

export const LogVerifiedView = z.strictObject({
  project: z.string(),
  intact: z.boolean(),
  /** The newest entry. Keep both outside the database: only they can prove later that nothing was cut off. */
  position: z.int(),
  head_hash: z.string(),
  /** The first fault; what comes after it proves nothing. */
  fault: z.strictObject({ code: z.enum(LOG_FAULTS), position: z.int() }).nullable(),
});
export type LogVerifiedView = z.infer<typeof LogVerifiedView>;
