import { ProjectChangedView } from '@flowgate/server/contracts';
import { redirect } from '@sveltejs/kit';
import { paths } from '#lib/paths.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate } from '#lib/server/gate-api.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const texts = textsOf(await event.request.formData());
    const { slug = '', title = '', language = '' } = texts;
    return attempt(texts, async () => {
      const { project } = await gate(event).post('/projects', ProjectChangedView, {
        slug: slug.trim(),
        title: title.trim(),
        ...(language === '' ? {} : { language }),
      });
      redirect(303, paths.newWork(project.slug));
    });
  },
};
