/** What waits for this person, read from attention; and what happened, as notifications. */
import { z } from 'zod';
import { EVENT_KINDS } from '../gate/event-kinds.ts';
import { ATTENTION_REASONS } from '../gate/vocabulary.ts';
import { cursor, opaqueId, pageLimit, projectSlug, time } from './primitives.ts';

export const QUEUE_SECTIONS = [
  'needs_my_verdict',
  'questions_for_me',
  'needs_me',
  'returned_to_agents',
  'waiting_for_others',
  'not_read_by_a_person',
  'done_today',
] as const;

export const QueueItemView = z.strictObject({
  id: z.string(),
  section: z.enum(QUEUE_SECTIONS),
  reason: z.enum(ATTENTION_REASONS).nullable(),
  /** Why it is here, in words. */
  why: z.string(),
  project: z.string(),
  group_id: z.string(),
  group_title: z.string(),
  document_id: z.string().nullable(),
  question_id: z.string().nullable(),
  type: z.string().nullable(),
  title: z.string(),
  state: z.string().nullable(),
  revision: z.int().nullable(),
  stale: z.boolean(),
  /** Its gate's hours are over. */
  overdue: z.boolean(),
  run_id: z.string().nullable(),
  /** Steps of the group that can't move before this. */
  blocks: z.int(),
  /** Who it waits for, when not for the reader. */
  who: z.string().nullable(),
  author: z.string().nullable(),
  claims: z.int(),
  reading_minutes: z.int(),
  since: time,
});
export type QueueItemView = z.infer<typeof QueueItemView>;

export const ListQueueInput = z.strictObject({
  project: projectSlug.optional(),
  limit: pageLimit.optional(),
  cursor: cursor.optional(),
});
export const QueueView = z.strictObject({
  items: z.array(QueueItemView),
  /** How many wait for this person now: the badge. */
  waiting: z.int(),
  /** Runs at work, so that an empty queue can say what comes next. */
  runs_working: z.int(),
  cursor: z.string().nullable(),
});
export type QueueView = z.infer<typeof QueueView>;

export const NotificationView = z.strictObject({
  id: z.string(),
  kind: z.enum(EVENT_KINDS),
  sentence: z.string(),
  project: z.string(),
  group_id: z.string().nullable(),
  document_id: z.string().nullable(),
  run_id: z.string().nullable(),
  at: time,
  read: z.boolean(),
});
export const ListNotificationsInput = z.strictObject({
  unread: z.stringbool().optional(),
  limit: pageLimit.optional(),
  cursor: cursor.optional(),
});
export const NotificationListView = z.strictObject({
  notifications: z.array(NotificationView),
  unread: z.int(),
  cursor: z.string().nullable(),
});
export const MarkReadInput = z.strictObject({
  /** Absent: all. */
  ids: z.array(opaqueId).max(200).optional(),
});
export const UnreadView = z.strictObject({ unread: z.int() });
