/** Requirement ↔ task ↔ claim ↔ evidence ↔ verdict, one row a criterion. */
import { z } from 'zod';
import { DOCUMENT_STATES, EVIDENCE_KINDS, EVIDENCE_STANDINGS } from '../gate/vocabulary.ts';
import { groupId } from './primitives.ts';

/** Why a row is red: nothing to meet, nobody meets it, or what meets it can't be believed or isn't approved. */
export const TRACE_HOLES = [
  'no_criteria',
  'no_claim',
  'contradicted',
  'outdated',
  'not_approved',
] as const;

export const TraceClaimView = z.strictObject({
  document_id: z.string(),
  revision: z.int(),
  /** Its place in the report, from 1. */
  number: z.int(),
  statement: z.string(),
  standing: z.enum(EVIDENCE_STANDINGS),
  evidence: z.array(
    z.strictObject({
      kind: z.enum(EVIDENCE_KINDS),
      observed: z.boolean(),
      standing: z.enum(EVIDENCE_STANDINGS),
    }),
  ),
  state: z.enum(DOCUMENT_STATES),
  /** Who approved the report: names; `policy:run` and `policy:checks` are nobody's reading. */
  approved_by: z.array(z.string()),
});

export const TraceRowView = z.strictObject({
  /** `R.1`, `0002-T.2`; without a number where there is no criterion at all. */
  id: z.string(),
  document_id: z.string(),
  text: z.string().nullable(),
  /** The instructions whose reports claim it. */
  tasks: z.array(z.string()),
  claims: z.array(TraceClaimView),
  hole: z.enum(TRACE_HOLES).nullable(),
});
export const ReadTraceInput = z.strictObject({ group_id: groupId });
export const TraceView = z.strictObject({
  group_id: z.string(),
  title: z.string(),
  rows: z.array(TraceRowView),
  holes: z.int(),
});
export type TraceView = z.infer<typeof TraceView>;
