/** The audit log: as it is searched, exported and verified. */
import { z } from 'zod';
import { EVENT_KINDS } from '../gate/event-kinds.ts';
import { AUDIT_KINDS_MAX, EXPORT_PAGE_ENTRIES } from '../gate/limits.ts';
import { DOCUMENT_ID, GROUP_ID } from '../gate/vocabulary.ts';
import { ActorView, cursor, line, pageLimit, projectSlug, questionId, time } from './primitives.ts';

/** A project, or `installation` for what belongs to none. */
const log = projectSlug.describe('A project, or installation for what belongs to none.');

const kinds = z
  .string()
  .max(2_000)
  .transform((text) => text.split(',').filter(Boolean))
  .pipe(z.array(z.enum(EVENT_KINDS)).min(1).max(AUDIT_KINDS_MAX))
  .describe('Kinds of events, with commas.');

export const ListAuditInput = z.strictObject({
  project: log,
  kinds: kinds.optional(),
  actor: line(200).optional().describe('Who: the name or id of a person, or the id of a token.'),
  subject: z
    .union([
      z.string().max(100).regex(GROUP_ID),
      z.string().max(120).regex(DOCUMENT_ID),
      questionId,
    ])
    .optional()
    .describe('What it happened to: the id of a group, a document or a question.'),
  from: time.optional(),
  to: time.optional().describe('Up to, without this moment.'),
  limit: pageLimit.optional(),
  cursor: cursor.optional(),
});
export type ListAuditInput = z.infer<typeof ListAuditInput>;

export const AuditEntryView = z.strictObject({
  position: z.int(),
  kind: z.enum(EVENT_KINDS),
  at: time,
  actor: ActorView,
  group_id: z.string().nullable(),
  document_id: z.string().nullable(),
  question_id: z.string().nullable(),
  run_id: z.string().nullable(),
  /** States, ids, numbers and salted hashes; never a text. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  sentence: z.string(),
  hash: z.string(),
});
export type AuditEntryView = z.infer<typeof AuditEntryView>;
export const AuditListView = z.strictObject({
  entries: z.array(AuditEntryView),
  cursor: z.string().nullable(),
});

export const ExportAuditInput = z.strictObject({
  project: log,
  after: z.coerce
    .number()
    .int()
    .min(0)
    .max(2_147_483_647)
    .optional()
    .describe('Only entries behind this position.'),
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(EXPORT_PAGE_ENTRIES).optional(),
});

/** A line of the export: every member that the hash covers, as it is hashed. */
export const ExportedEntry = z.strictObject({
  project: z.string(),
  position: z.int(),
  kind: z.string(),
  at: time,
  actor_kind: z.string(),
  actor_id: z.string(),
  actor_name: z.string(),
  group_id: z.string().nullable(),
  document_id: z.string().nullable(),
  step_id: z.string().nullable(),
  question_id: z.string().nullable(),
  run_id: z.string().nullable(),
  /** JSON text, to the byte. */
  details: z.string(),
  previous_hash: z.string(),
  hash: z.string(),
});
export const ExportAuditView = z.strictObject({
  entries: z.array(ExportedEntry),
  cursor: z.string().nullable(),
});

export const VerifyLogInput = z.strictObject({
  project: log,
  /** What an earlier verification reported: the log must still hold that entry. */
  earlier: z
    .string()
    .max(90)
    .regex(/^[1-9]\d{0,9}:[0-9a-f]{64}$/)
    .optional()
    .describe('position:hash, as an earlier verification said.'),
});

/**
 * `missing`: an entry between two others is gone. `altered`: an entry isn't what was written. `inserted`: an entry that
 * was never written here. `reordered`: an entry stands in another's place. `cut`: the newest entries are gone.
 * `replaced`: the log no longer holds the earlier entry. `body_altered`: the log is whole, but the text of a revision
 * isn't the one it tells of.
 */
export const LOG_FAULTS = [
  'missing',
  'altered',
  'inserted',
  'reordered',
  'cut',
  'replaced',
  'body_altered',
] as const;

export const LogVerifiedView = z.strictObject({
  project: z.string(),
  intact: z.boolean(),
  /** The newest entry. Keep both outside the database: only they can prove later that nothing was cut off. */
  position: z.int(),
  head_hash: z.string(),
  /** Revisions whose text was compared with the log, and those whose text has been redacted. */
  bodies_checked: z.int(),
  bodies_redacted: z.int(),
  /** The first fault; what comes after it proves nothing. */
  fault: z
    .strictObject({
      code: z.enum(LOG_FAULTS),
      position: z.int(),
      /** Which revision, where it is one: `shop.default.0001.0002-T@1`. */
      revision: z.string().nullable(),
    })
    .nullable(),
});
export type LogVerifiedView = z.infer<typeof LogVerifiedView>;
