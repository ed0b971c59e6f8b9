/** Claims and the evidence for them, as agents hand them in. Flat objects: clients can't take a union at a root. */
import { z } from 'zod';
import {
  CLAIMS_MAX,
  EVIDENCE_CHARACTERS_MAX,
  EVIDENCE_PER_CLAIM_MAX,
  MEETS_MAX,
  STATEMENT_CHARACTERS_MAX,
} from '../gate/limits.ts';
import {
  CHECK_NAMES,
  CHECK_STATES,
  CHECKS_STATES,
  EVIDENCE_KINDS,
  EVIDENCE_STANDINGS,
} from '../gate/vocabulary.ts';
import { documentId, line, opaqueId, revisionNumber, text, time } from './primitives.ts';

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
  attachment: opaqueId.optional(),
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
  test_run: { needs: ['format'], may: ['content', 'attachment'] },
  file: { needs: ['attachment'], may: ['text'] },
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

export const TestReportView = z.strictObject({
  total: z.int(),
  passed: z.int(),
  failed: z.int(),
  skipped: z.int(),
  seconds: z.number().nullable(),
  /** False: it broke off, or fewer tests ran than were planned. */
  complete: z.boolean(),
  /** Failed ones first; of a long run the others are only counted. */
  cases: z.array(
    z.strictObject({
      name: z.string(),
      suite: z.string().nullable(),
      outcome: z.enum(['passed', 'failed', 'skipped']),
      seconds: z.number().nullable(),
    }),
  ),
});
export type TestReportView = z.infer<typeof TestReportView>;

/** What is attached: its bytes are at `/api/v1/attachments/{id}`. */
export const FileView = z.strictObject({
  id: z.string(),
  name: z.string(),
  media_type: z.string(),
  bytes: z.int(),
  sha256: z.string(),
});
export type FileView = z.infer<typeof FileView>;

export const EvidenceView = z.strictObject({
  ...EvidenceInput.shape,
  /** Here the hash by which the revision names it; `file` says where the bytes are. */
  attachment: z.string().optional(),
  /** Who observed it: the agent says so, or the server or CI saw it itself. */
  observed_by: z.enum(['attested', 'observed']),
  /** The commit it was seen on, as far as the claim or CI says. */
  on_commit: z.string().nullable(),
  standing: z.enum(EVIDENCE_STANDINGS),
  /** What the server saw, in one sentence. */
  finding: z.string().nullable(),
  tests: TestReportView.optional(),
  file: FileView.optional(),
});
export const ClaimView = z.strictObject({
  statement: z.string(),
  meets: z.array(z.string()),
  standing: z.enum(EVIDENCE_STANDINGS),
  /** Criteria it meets that read otherwise now. */
  criteria_changed: z.array(z.string()),
  evidence: z.array(EvidenceView),
});
export type ClaimView = z.infer<typeof ClaimView>;

export const CheckView = z.strictObject({
  name: z.enum(CHECK_NAMES),
  label: z.string(),
  state: z.enum(CHECK_STATES),
  /** Named by the gate: red sends the document back. */
  required: z.boolean(),
  failures: z.array(z.string()),
});
export type CheckView = z.infer<typeof CheckView>;

/** What CI saw itself of this revision. */
export const ObservedView = z.strictObject({
  id: z.string(),
  name: z.string(),
  on_commit: z.string(),
  by: z.string(),
  at: time,
  kind: z.enum(EVIDENCE_KINDS),
  command: z.string().optional(),
  exit_code: z.int().optional(),
  output: z.string().optional(),
  tests: TestReportView.optional(),
});
export type ObservedView = z.infer<typeof ObservedView>;

export const ChecksView = z.strictObject({
  /** `none_configured` is never green. */
  state: z.enum(['none_configured', ...CHECKS_STATES]),
  results: z.array(CheckView),
  /** Null: no commit could be seen. */
  files: z.strictObject({ changed: z.int(), unmentioned: z.array(z.string()) }).nullable(),
  looked_at: time.nullable(),
});
export type ChecksView = z.infer<typeof ChecksView>;

/** The kinds that CI can have seen itself. */
export const OBSERVABLE_KINDS = ['test_run', 'command', 'commit'] as const;

export const ObserveEvidenceInput = z.strictObject({
  document_id: documentId,
  revision: revisionNumber,
  /** The commit it ran on. */
  commit: z.string().regex(/^[0-9a-f]{7,64}$/),
  /** Tells several runs of one kind apart; a newer one of the same name takes the older's place. */
  name: line(100).optional(),
  evidence: z.array(EvidenceInput).min(1).max(EVIDENCE_PER_CLAIM_MAX),
});
export const EvidenceObservedView = z.strictObject({
  document_id: z.string(),
  revision: z.int(),
  observed: z.array(ObservedView),
  checks: ChecksView,
});
export const CheckDocumentInput = z.strictObject({ document_id: documentId });
export const DocumentCheckedView = z.strictObject({
  document_id: z.string(),
  revision: z.int(),
  checks: ChecksView,
});
