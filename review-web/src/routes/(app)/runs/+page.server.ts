import { RUN_STATES, RunListView } from '@flowgate/server/contracts';
import { liveOn } from '#lib/live-topics.ts';
import { gate } from '#lib/server/gate-api.ts';
import { runAction } from '#lib/server/run-action.ts';
import type { Actions, PageServerLoad } from './$types';

const RUNS_SHOWN = 100;

export const load: PageServerLoad = async (event) => {
  event.depends(liveOn.everything);
  const { searchParams } = event.url;
  const project = searchParams.get('project') ?? '';
  const state = RUN_STATES.find((name) => name === searchParams.get('state'));
  const cursor = searchParams.get('cursor') ?? '';
  const list = await gate(event).get('/runs', RunListView, {
    project,
    cursor,
    limit: RUNS_SHOWN,
    ...(state ? { state } : {}),
  });
  return { runs: list.runs, next: list.cursor, project, state: state ?? 'all' };
};

export const actions: Actions = { run: runAction };
