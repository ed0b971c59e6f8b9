/** The small words every contract is made of: ids, bounded text, times, pages. */
import { z } from 'zod';
import {
  CURSOR_CHARACTERS_MAX,
  IDEMPOTENCY_KEY_CHARACTERS_MAX,
  NAME_CHARACTERS_MAX,
  PAGE_ITEMS_MAX,
  REMARK_CHARACTERS_MAX,
} from '../gate/limits.ts';
import {
  ACTOR_KINDS,
  CITATION,
  DOCUMENT_ID,
  GROUP_ID,
  LANGUAGES,
  PROJECT_SLUG,
  TYPE_CODE,
} from '../gate/vocabulary.ts';

/** U+0000 and lone surrogates are refused here: PostgreSQL can't store them, and no honest text has them. */
function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

/** Text of `min` to `max` UTF-16 units that every database can store. */
export const text = (max: number, min = 1) =>
  z.string().min(min).max(max).refine(isStorable, { error: 'unstorable' });

/** One line of text: no control characters, so it can't forge a second line in a log or a list. */
export const line = (max: number, min = 1) =>
  text(max, min).refine((value) => !/\p{Cc}/u.test(value), {
    error: 'control_character',
  });

export const remark = text(REMARK_CHARACTERS_MAX);
export const name = line(NAME_CHARACTERS_MAX);

export const projectSlug = z.string().max(40).regex(PROJECT_SLUG);
export const groupId = z.string().max(100).regex(GROUP_ID);
export const documentId = z.string().max(120).regex(DOCUMENT_ID);
/** `shop.default.0072.0002-T`, or with `#12` one turn of a conversation. */
export const citation = z.string().max(130).regex(CITATION);
export const typeCode = z.string().max(8).regex(TYPE_CODE);
/** `shop.default.0072-Q3` */
export const questionId = z
  .string()
  .max(110)
  .regex(/^[a-z][a-z0-9_-]{0,39}\.[a-z][a-z0-9_-]{0,39}\.\d{4,9}-Q\d{1,6}$/);
/** Ids we mint that say nothing: steps, tokens, runs, reasons, verdicts. */
export const opaqueId = z
  .string()
  .max(60)
  .regex(/^[A-Za-z0-9_-]+$/);
export const cursor = z
  .string()
  .max(CURSOR_CHARACTERS_MAX)
  .regex(/^[A-Za-z0-9_-]+$/);
export const revisionNumber = z.int().min(1).max(1_000_000);
export const idempotencyKey = line(IDEMPOTENCY_KEY_CHARACTERS_MAX);
export const language = z.enum(LANGUAGES);
export const pageLimit = z.coerce.number().int().min(1).max(PAGE_ITEMS_MAX);

/** UTC, milliseconds, ISO 8601. */
export const time = z.iso.datetime({ precision: 3 });

/** Who did something, as shown: `name` was theirs at the time. */
export const ActorView = z.strictObject({
  kind: z.enum(ACTOR_KINDS),
  id: z.string(),
  name: z.string(),
});
export type ActorView = z.infer<typeof ActorView>;

/** Why something can't be done, in the caller's language. */
export const RefusalView = z.strictObject({
  code: z.string(),
  message: z.string(),
  hint: z.string(),
});
export type RefusalView = z.infer<typeof RefusalView>;

/** A call that takes nothing. */
export const NoInput = z.strictObject({});
export const DoneView = z.strictObject({ done: z.literal(true) });
