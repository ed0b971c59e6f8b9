import { QuestionListView } from '@flowgate/server/contracts';
import { liveOn } from '#lib/live-topics.ts';
import { readAnswerers } from '#lib/server/answerers.ts';
import { gate } from '#lib/server/gate-api.ts';
import { questionActions } from '#lib/server/question-actions.ts';
import type { Actions, PageServerLoad } from './$types';

const QUESTIONS_SHOWN = 100;
const SHOWN = { mine: { asked: 'me' }, open: {}, all: { state: 'all' } } as const;

export const load: PageServerLoad = async (event) => {
  event.depends(liveOn.everything);
  const api = gate(event);
  const { searchParams } = event.url;
  const project = searchParams.get('project') ?? '';
  const wished = searchParams.get('show');
  const shown = wished === 'mine' || wished === 'all' ? wished : 'open';
  const { questions } = await api.get('/questions', QuestionListView, {
    project,
    limit: QUESTIONS_SHOWN,
    ...SHOWN[shown],
  });
  const projects = questions.filter((one) => one.may_answer).map((one) => projectOf(one.group_id));
  const answerers = await readAnswerers(api, projects);
  return {
    questions: questions.map((question) => ({
      question,
      answerers: answerers[projectOf(question.group_id)] ?? [],
    })),
    project,
    shown,
  };
};

function projectOf(groupId: string): string {
  return groupId.slice(0, groupId.indexOf('.'));
}

export const actions: Actions = questionActions;
