/** Claims and the evidence for them, as agents hand them in. Flat objects: clients can't take a union at a root. */
import { z } from 'zod';
import {
  CLAIMS_MAX,
  EVIDENCE_CHARACTERS_MAX,
  EVIDENCE_PER_CLAIM_MAX,
  MEETS_MAX,
  STATEMENT_CHARACTERS_MAX,
} from '../gate/limits.ts';
import { EVIDENCE_KINDS } from '../gate/vocabulary.ts';
import { line, text } from './primitives.ts';

export const EvidenceInput = z.strictObject({
  kind: z.enum(EVIDENCE_KINDS),
  command: line(2_000).optional(),
  exit_code: z.int().min(-1_000).max(1_000).optional(),
  output: text(EVIDENCE_CHARACTERS_MAX, 0).optional(),
  sha: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/)
    .optional(),
  repository: line(300).optional(),
  patch: text(EVIDENCE_CHARACTERS_MAX).optional(),
  format: z.enum(['junit', 'tap']).optional(),
  content: text(EVIDENCE_CHARACTERS_MAX).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .optional(),
  text: text(STATEMENT_CHARACTERS_MAX).optional(),
});
export type EvidenceInput = z.infer<typeof EvidenceInput>;

/** What each kind needs beside `kind`; anything else on it is a fault. Checked in the action: every fault at once. */
export const EVIDENCE_MEMBERS = {
  commit: { needs: ['sha'], may: ['repository'] },
  diff: { needs: ['patch'], may: [] },
  command: { needs: ['command', 'exit_code', 'output'], may: [] },
  test_run: { needs: ['format', 'content'], may: [] },
  url: { needs: ['url'], may: ['text'] },
  note: { needs: ['text'], may: [] },
} as const satisfies Record<
  EvidenceInput['kind'],
  {
    needs: readonly (keyof EvidenceInput)[];
    may: readonly (keyof EvidenceInput)[];
  }
>;

export const ClaimInput = z.strictObject({
  statement: text(STATEMENT_CHARACTERS_MAX).describe('One fact you claim.'),
  meets: z
    .array(
      z
        .string()
        .max(20)
        .regex(/^(R|T|\d{4,9}-[A-Z][A-Z0-9]{0,7})\.\d{1,3}$/),
    )
    .max(MEETS_MAX)
    .optional()
    .describe('Criteria it fulfils: R.1, T.2'),
  evidence: z.array(EvidenceInput).max(EVIDENCE_PER_CLAIM_MAX),
});
export type ClaimInput = z.infer<typeof ClaimInput>;
export const claims = z.array(ClaimInput).max(CLAIMS_MAX);

/** How far a piece of evidence can be believed. */
export const EVIDENCE_STANDINGS = ['verified', 'contradicted', 'unverified', 'outdated'] as const;

export const EvidenceView = z.strictObject({
  ...EvidenceInput.shape,
  /** Who observed it: the agent says so, or the server or CI saw it itself. */
  observed_by: z.enum(['attested', 'observed']),
  standing: z.enum(EVIDENCE_STANDINGS),
});
export const ClaimView = z.strictObject({
  statement: z.string(),
  meets: z.array(z.string()),
  standing: z.enum(EVIDENCE_STANDINGS),
  evidence: z.array(EvidenceView),
});
export type ClaimView = z.infer<typeof ClaimView>;
