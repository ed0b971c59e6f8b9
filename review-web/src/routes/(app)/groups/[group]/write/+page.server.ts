import { GroupView, SubmitDocumentView, TypeReadView } from '@flowgate/server/contracts';
import { redirect } from '@sveltejs/kit';
import { paths } from '#lib/paths.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate } from '#lib/server/gate-api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const api = gate(event);
  const { group, sequence } = await api.get(
    `/groups/${encodeURIComponent(event.params.group)}`,
    GroupView,
  );
  const head = sequence.steps.find((step) => step.is_head);
  // Somebody has filled the step meanwhile: the group shows with what.
  if (head?.state !== 'open') redirect(303, paths.group(group.id));
  const { type } = await api.get(`/types/${encodeURIComponent(head.type)}`, TypeReadView, {
    project: group.project,
  });
  return { group, head, type: { code: type.code, name: type.name, template: type.template } };
};

export const actions: Actions = {
  default: async (event) => {
    const texts = textsOf(await event.request.formData());
    return attempt(texts, async () => {
      const { document_id } = await gate(event).post(
        `/groups/${encodeURIComponent(event.params.group)}/documents`,
        SubmitDocumentView,
        { title: texts['title'] ?? '', body: texts['body'] ?? '' },
      );
      redirect(303, paths.document(document_id));
    });
  },
};
