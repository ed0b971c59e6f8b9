import { GroupView, SubmitDocumentView, TypeReadView } from '@flowgate/server/contracts';
import { redirect } from '@sveltejs/kit';
import { paths } from '#lib/paths.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate } from '#lib/server/gate-api.ts';
import type { Actions, PageServerLoad } from './$types';

/** What stands beside the steps and needs no open one. */
const BESIDE = new Set(['memo', 'conversation']);

export const load: PageServerLoad = async (event) => {
  const api = gate(event);
  const { group, sequence } = await api.get(
    `/groups/${encodeURIComponent(event.params.group)}`,
    GroupView,
  );
  const head = sequence.steps.find((step) => step.is_head);
  const named = event.url.searchParams.get('type');
  const code = named ?? head?.type;
  // Somebody has filled the step meanwhile: the group shows with what.
  if (code === undefined || (named === null && head?.state !== 'open')) {
    redirect(303, paths.group(group.id));
  }
  const { type } = await api.get(`/types/${encodeURIComponent(code)}`, TypeReadView, {
    project: group.project,
  });
  const beside = named !== null && BESIDE.has(type.series) ? type.series : null;
  if (named !== null && beside === null) redirect(303, paths.group(group.id));
  return {
    group,
    head: { id: head?.id ?? '', number: head?.number ?? 0 },
    beside,
    type: { code: type.code, name: type.name, template: type.template },
  };
};

export const actions: Actions = {
  default: async (event) => {
    const texts = textsOf(await event.request.formData());
    const type = event.url.searchParams.get('type');
    return attempt(texts, async () => {
      const { document_id } = await gate(event).post(
        `/groups/${encodeURIComponent(event.params.group)}/documents`,
        SubmitDocumentView,
        {
          title: texts['title'] ?? '',
          body: texts['body'] ?? '',
          ...(type === null ? {} : { type }),
        },
      );
      redirect(303, paths.document(document_id));
    });
  },
};
