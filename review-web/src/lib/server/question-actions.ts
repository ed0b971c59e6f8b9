import { QuestionAnsweredView } from '@flowgate/server/contracts';
import type { RequestEvent } from '@sveltejs/kit';
import { attempt, textsOf } from './attempt.ts';
import { gate } from './gate-api.ts';

/** The form actions of a question, the same on every page that shows one. */
export const questionActions = {
  answer: async (event: RequestEvent) => {
    const texts = textsOf(await event.request.formData());
    const { question_id = '', option = '', text = '', agrees = '' } = texts;
    return attempt(texts, async () => {
      await gate(event).post(
        `/questions/${encodeURIComponent(question_id)}/answers`,
        QuestionAnsweredView,
        {
          ...(option === '' ? {} : { option }),
          ...(text.trim() === '' ? {} : { text }),
          ...(agrees === '' ? {} : { agrees: agrees === 'yes' }),
        },
      );
      return { answered: question_id };
    });
  },
  reassign: async (event: RequestEvent) => {
    const texts = textsOf(await event.request.formData());
    const { question_id = '', assignee = '' } = texts;
    return attempt(texts, async () => {
      await gate(event).patch(
        `/questions/${encodeURIComponent(question_id)}`,
        QuestionAnsweredView,
        {
          assignee: assignee === '' ? null : assignee,
        },
      );
      return { reassigned: question_id };
    });
  },
  withdrawQuestion: async (event: RequestEvent) => {
    const texts = textsOf(await event.request.formData());
    const { question_id = '' } = texts;
    return attempt(texts, async () => {
      await gate(event).post(
        `/questions/${encodeURIComponent(question_id)}/withdrawal`,
        QuestionAnsweredView,
      );
      return { answered: question_id };
    });
  },
  dismiss: async (event: RequestEvent) => {
    const texts = textsOf(await event.request.formData());
    const { question_id = '', reason = '' } = texts;
    return attempt(texts, async () => {
      await gate(event).post(
        `/questions/${encodeURIComponent(question_id)}/dismissal`,
        QuestionAnsweredView,
        { reason },
      );
      return { answered: question_id };
    });
  },
};
