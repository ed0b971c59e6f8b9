import { TokenListView } from '@flowgate/server/contracts';
import { liveOn } from '#lib/live-topics.ts';
import { attempt } from '#lib/server/attempt.ts';
import { gate, nothing } from '#lib/server/gate-api.ts';
import type { Actions, PageServerLoad } from './$types';

const TOKENS_SHOWN = 100;

export const load: PageServerLoad = async (event) => {
  event.depends(liveOn.everything);
  const { searchParams } = event.url;
  const project = searchParams.get('project') ?? '';
  const cursor = searchParams.get('cursor') ?? '';
  const list = await gate(event).get('/tokens', TokenListView, {
    project,
    cursor,
    limit: TOKENS_SHOWN,
  });
  return { tokens: list.tokens, next: list.cursor, project };
};

export const actions: Actions = {
  revoke: async (event) => {
    const id = String((await event.request.formData()).get('id') ?? '');
    return attempt({ id }, async () => {
      await gate(event).delete(`/tokens/${encodeURIComponent(id)}`, nothing);
      return { revoked: id };
    });
  },
};
