/** Conversations: documents whose body is a list of turns that only grows. */
import { z } from 'zod';
import { TURN_BYTES_MAX, TURNS_PER_CONVERSATION_MAX } from '../gate/limits.ts';
import { ActorView, documentId, idempotencyKey, pageLimit, text, time } from './primitives.ts';

const turnNumber = z.int().min(0).max(TURNS_PER_CONVERSATION_MAX);

export const ConverseInput = z.strictObject({
  document_id: documentId,
  text: text(TURN_BYTES_MAX).refine(
    (value) => new TextEncoder().encode(value).length <= TURN_BYTES_MAX,
    { error: 'too_long' },
  ),
  based_on_turn: turnNumber.optional().describe('Last turn you read.'),
  idempotency_key: idempotencyKey.optional(),
});
export type ConverseInput = z.infer<typeof ConverseInput>;

/** A turn as an agent hears it: `text` null, where it is too long to be told in passing. */
export const HeardTurn = z.strictObject({
  turn: z.int(),
  by: z.string(),
  text: z.string().nullable(),
});
export type HeardTurn = z.infer<typeof HeardTurn>;

export const ConverseView = z.strictObject({
  turn: z.int(),
  /** What others wrote that the author had not read. */
  newer_turns: z.array(HeardTurn),
  replayed: z.boolean(),
  cursor: z.string(),
  next: z.string(),
});
export type ConverseView = z.infer<typeof ConverseView>;

const pageTurn = z.coerce.number().int().min(0).max(TURNS_PER_CONVERSATION_MAX);

export const ListTurnsInput = z.strictObject({
  document_id: documentId,
  /** Those after this turn, oldest of them first in reach. */
  after: pageTurn.optional(),
  /** Those before this turn, newest of them in reach. Without either: the newest. */
  before: pageTurn.optional(),
  limit: pageLimit.optional(),
});
export type ListTurnsInput = z.infer<typeof ListTurnsInput>;

export const TurnView = z.strictObject({
  turn: z.int(),
  by: ActorView,
  at: time,
  text: z.string(),
  based_on_turn: z.int(),
  /** The first turn of another that its author had not read; null: they had read all. */
  stale_since: z.int().nullable(),
  /** SHA-256 over what was said, by whom and when; the log has it salted. */
  hash: z.string(),
});
export type TurnView = z.infer<typeof TurnView>;

export const ConversationView = z.strictObject({
  conversation: z.strictObject({
    id: z.string(),
    type: z.string(),
    title: z.string(),
    group: z.strictObject({
      id: z.string(),
      title: z.string(),
      project: z.string(),
      state: z.string(),
    }),
    opened_by: ActorView,
    opened_at: time,
    turns: z.int(),
  }),
  /** What it was opened with; only without `after` and `before`. */
  opening: z.string().nullable(),
  /** In order, oldest first. */
  turns: z.array(TurnView),
  /** To page on: pass it as `before`, or as `after`. Null: nothing further that way. */
  before: z.int().nullable(),
  after: z.int().nullable(),
  /** The caller may add a turn now. */
  may_write: z.boolean(),
});
export type ConversationView = z.infer<typeof ConversationView>;
