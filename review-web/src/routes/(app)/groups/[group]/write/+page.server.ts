import { GroupView, SubmitDocumentView, TypeReadView } from '@flowgate/server/contracts';
import { redirect } from '@sveltejs/kit';
import { FIELDS_PREFIX, fieldsOfForm } from '#lib/fields/form-fields.ts';
import { paths } from '#lib/paths.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { type GateApi, gate } from '#lib/server/gate-api.ts';
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
  const type = await readType(api, code, group.project);
  const beside = named !== null && BESIDE.has(type.series) ? type.series : null;
  if (named !== null && beside === null) redirect(303, paths.group(group.id));
  return {
    group,
    head: { id: head?.id ?? '', number: head?.number ?? 0 },
    beside,
    type: { code: type.code, name: type.name, template: type.template, fields: type.fields },
  };
};

async function readType(api: GateApi, code: string, project: string) {
  const path = `/types/${encodeURIComponent(code)}`;
  return (await api.get(path, TypeReadView, { project })).type;
}

export const actions: Actions = {
  default: async (event) => {
    const texts = textsOf(await event.request.formData());
    const named = event.url.searchParams.get('type');
    return attempt(texts, async () => {
      const api = gate(event);
      const path = `/groups/${encodeURIComponent(event.params.group)}`;
      const { group, sequence } = await api.get(path, GroupView);
      const head = sequence.steps.find((step) => step.is_head);
      const { fields } = await readType(api, named ?? head?.type ?? '', group.project);
      const { document_id } = await api.post(`${path}/documents`, SubmitDocumentView, {
        title: texts['title'] ?? '',
        body: texts['body'] ?? '',
        fields: fieldsOfForm(fields, texts, FIELDS_PREFIX),
        ...(named === null ? {} : { type: named }),
      });
      redirect(303, paths.document(document_id));
    });
  },
};
