import { MemberListView } from '@flowgate/server/contracts';
import type { GateApi } from './gate-api.ts';

/** Somebody a question can be handed to. */
export interface Answerer {
  username: string;
  name: string;
}

const MAY_ANSWER = new Set(['reviewer', 'maintainer']);

/** Who may answer, by project. Whether a choice is taken the server says when it is made. */
export async function readAnswerers(
  api: GateApi,
  projects: readonly string[],
): Promise<Record<string, Answerer[]>> {
  const lists = await Promise.all(
    [...new Set(projects)].map(async (project) => {
      const path = `/projects/${encodeURIComponent(project)}/members`;
      const { members } = await api.get(path, MemberListView);
      const answerers = members
        .filter(({ role }) => MAY_ANSWER.has(role))
        .map(({ username, display_name }) => ({ username, name: display_name }));
      return [project, answerers] as const;
    }),
  );
  return Object.fromEntries(lists);
}
