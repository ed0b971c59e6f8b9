/** Asking instead of guessing, and being answered. */
import { z } from 'zod';
import { QUESTIONS_PER_CALL_MAX } from '../gate/limits.ts';
import { QUESTION_STATES } from '../gate/vocabulary.ts';
import { username } from './people.ts';
import {
  ActorView,
  cursor,
  documentId,
  groupId,
  idempotencyKey,
  opaqueId,
  pageLimit,
  projectSlug,
  questionId,
  remark,
  time,
} from './primitives.ts';
import { QuestionInput } from './submit.ts';

export const AnswerMembers = {
  option: opaqueId.optional().describe('Id of the chosen option.'),
  text: remark.optional(),
  agrees: z.boolean().optional().describe('Required if the question carried an assumption.'),
};

export const ClarifyInput = z.strictObject({
  questions: z.array(QuestionInput).max(QUESTIONS_PER_CALL_MAX).optional(),
  withdraw: z.array(questionId).max(QUESTIONS_PER_CALL_MAX).optional(),
  answers: z
    .array(z.strictObject({ question_id: questionId, ...AnswerMembers }))
    .max(QUESTIONS_PER_CALL_MAX)
    .optional()
    .describe('Only with scope answer.'),
  document_id: documentId.optional().describe('Default: the open step.'),
  group: groupId.optional().describe('Only for tokens bound to no group.'),
});
export type ClarifyInput = z.infer<typeof ClarifyInput>;

export const ClarifyView = z.strictObject({
  question_ids: z.array(z.string()),
  state: z.enum(['clarifying', 'going_on']),
  replayed: z.boolean(),
  cursor: z.string(),
  next: z.string(),
});
export type ClarifyView = z.infer<typeof ClarifyView>;

export const AnswerQuestionInput = z.strictObject({
  question_id: questionId,
  ...AnswerMembers,
});
export type AnswerQuestionInput = z.infer<typeof AnswerQuestionInput>;
export const DismissQuestionInput = z.strictObject({
  question_id: questionId,
  reason: remark,
});

export const QuestionIdInput = z.strictObject({ question_id: questionId });
export const ReassignQuestionInput = z.strictObject({
  question_id: questionId,
  assignee: username
    .nullable()
    .describe('Who is asked from now on: somebody who may answer here. Null: the usual way.'),
});
export const AskInGroupInput = z.strictObject({
  group_id: groupId,
  questions: z.array(QuestionInput).min(1).max(QUESTIONS_PER_CALL_MAX),
  document_id: documentId.optional().describe('What they are about. Default: the open step.'),
  assignee: username.optional().describe('Who is asked. Default: the usual way.'),
  idempotency_key: idempotencyKey.optional(),
});
export type AskInGroupInput = z.infer<typeof AskInGroupInput>;

export const AnswerView = z.strictObject({
  by: ActorView,
  at: time,
  option: z.string().nullable(),
  text: z.string().nullable(),
  agrees: z.boolean().nullable(),
});
export const QuestionView = z.strictObject({
  id: z.string(),
  group_id: z.string(),
  group_title: z.string(),
  document_id: z.string().nullable(),
  step_number: z.int().nullable(),
  text: z.string(),
  context: z.string().nullable(),
  options: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  blocking: z.boolean(),
  assumption: z.string().nullable(),
  state: z.enum(QUESTION_STATES),
  asked_by: ActorView,
  /** Whom it was handed to by name; null: routing decides. */
  assignee: z.string().nullable(),
  asked_at: time,
  /** Who must answer it now: a person's name or a role's word, and since when. Empty once it is closed. */
  asked: z.array(z.strictObject({ who: z.string(), since: time })),
  /** When it is raised again unless somebody answers; null once it is closed. */
  due_at: time.nullable(),
  overdue: z.boolean(),
  closed_because: z.string().nullable(),
  answers: z.array(AnswerView),
  /** The caller may answer, dismiss or hand it on now. */
  may_answer: z.boolean(),
  /** The caller asked it and may take it back now. */
  may_withdraw: z.boolean(),
});
export type QuestionView = z.infer<typeof QuestionView>;
export const QuestionsAskedView = z.strictObject({
  questions: z.array(QuestionView),
  replayed: z.boolean(),
});
export const QuestionAnsweredView = z.strictObject({ question: QuestionView });

export const ListQuestionsInput = z.strictObject({
  project: projectSlug.optional(),
  group: groupId.optional(),
  /** Default: the open ones. */
  state: z.enum([...QUESTION_STATES, 'all']).optional(),
  /** `me`: only those the caller is asked now. */
  asked: z.literal('me').optional(),
  limit: pageLimit.optional(),
  cursor: cursor.optional(),
});
export type ListQuestionsInput = z.infer<typeof ListQuestionsInput>;
export const QuestionListView = z.strictObject({
  questions: z.array(QuestionView),
  cursor: z.string().nullable(),
});
