/** Every error on REST: RFC 9457 problem details with our members. */
import { z } from 'zod';

export const ProblemView = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  hint: z.string(),
  errors: z
    .array(
      z.object({
        path: z.string(),
        code: z.string(),
        message: z.string(),
        fix: z.string(),
      }),
    )
    .optional(),
  request_id: z.string().optional(),
});
export type ProblemView = z.infer<typeof ProblemView>;
