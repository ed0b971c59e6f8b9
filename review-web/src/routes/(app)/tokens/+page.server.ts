import { TokenListView } from '@flowgate/server/contracts';
import { liveOn } from '#lib/live-topics.ts';
import { attempt } from '#lib/server/attempt.ts';
import { gate, nothing } from '#lib/server/gate-api.ts';
import type { Actions, PageServerLoad } from './$types';

const TOKENS_SHOWN = 100;

export const load: PageServerLoad = async (event) => {
  event.depends(liveOn.everything);
  const { searchParams } = event.url;
  const chosen = (name: string) => searchParams.get(name) ?? '';
  const filter = {
    project: chosen('project'),
    kind: chosen('kind'),
    state: chosen('state'),
    mine: chosen('mine') === '' ? '' : 'true',
  };
  const list = await gate(event).get('/tokens', TokenListView, {
    ...filter,
    cursor: chosen('cursor'),
    limit: TOKENS_SHOWN,
  });
  const more = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
  if (list.cursor !== null) more.set('cursor', list.cursor);
  return { tokens: list.tokens, filter, more: list.cursor === null ? null : more.toString() };
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
