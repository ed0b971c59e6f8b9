import { GroupOpenedView, PresetListView, TypeListView } from '@flowgate/server/contracts';
import { redirect } from '@sveltejs/kit';
import { fieldsOfForm } from '#lib/fields/form-fields.ts';
import { paths } from '#lib/paths.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate } from '#lib/server/gate-api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { me } = await event.parent();
  const wish = event.url.searchParams.get('project');
  const offered = me.projects.filter((one) => one.permissions.includes('group.open'));
  const project = offered.find((one) => one.slug === wish)?.slug ?? offered[0]?.slug ?? '';
  if (project === '') return { project, offered, roots: [], presets: [] };
  const api = gate(event);
  const [{ types }, { presets }] = await Promise.all([
    api.get('/types', TypeListView, { project }),
    api.get('/presets', PresetListView, { project }),
  ]);
  return { project, offered, roots: types.filter((type) => type.series === 'root'), presets };
};

export const actions: Actions = {
  default: async (event) => {
    const texts = textsOf(await event.request.formData());
    const { project = '', type = '', title = '', body = '', preset = '', key = '' } = texts;
    return attempt(texts, async () => {
      const api = gate(event);
      const { types } = await api.get('/types', TypeListView, { project });
      const schema = types.find(({ code }) => code === type)?.fields ?? {};
      const opened = await api.post(
        `/projects/${encodeURIComponent(project)}/groups`,
        GroupOpenedView,
        {
          title: title.trim(),
          root: {
            type,
            title: title.trim(),
            body,
            fields: fieldsOfForm(schema, texts, `${type}:`),
          },
          ...(preset === '' ? {} : { preset }),
          ...(key === '' ? {} : { idempotency_key: key }),
        },
      );
      redirect(303, paths.group(opened.group.id));
    });
  },
};
