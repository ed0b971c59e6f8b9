/** What the event stream carries: hints, never bodies. The page re-reads. */
import { z } from 'zod';
import { EVENT_KINDS } from '../gate/event-kinds.ts';
import { time } from './primitives.ts';

export const EventFrame = z.strictObject({
  project: z.string(),
  position: z.int(),
  kind: z.enum([...EVENT_KINDS, 'notification.created']),
  at: time,
  group_id: z.string().nullable(),
  document_id: z.string().nullable(),
  question_id: z.string().nullable(),
  run_id: z.string().nullable(),
  /** The document type that an event of types is about. */
  type: z.string().nullable(),
  /** One line in the reader's language. */
  summary: z.string(),
});
export type EventFrame = z.infer<typeof EventFrame>;
