import { QuestionListView } from '@flowgate/server/contracts';
import { liveOn } from '#lib/live-topics.ts';
import { gate } from '#lib/server/gate-api.ts';
import { questionActions } from '#lib/server/question-actions.ts';
import type { Actions, PageServerLoad } from './$types';

const QUESTIONS_SHOWN = 100;

export const load: PageServerLoad = async (event) => {
  event.depends(liveOn.everything);
  const { searchParams } = event.url;
  const project = searchParams.get('project') ?? '';
  const all = searchParams.get('state') === 'all';
  const list = await gate(event).get('/questions', QuestionListView, {
    project,
    limit: QUESTIONS_SHOWN,
    ...(all ? {} : { state: 'open' }),
  });
  return { questions: list.questions, project, all };
};

export const actions: Actions = questionActions;
