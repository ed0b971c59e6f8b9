/** What the editor's form does: keep it, or come back with its steps arranged. */
import { PresetReadView } from '@flowgate/server/contracts';
import { fail, redirect } from '@sveltejs/kit';
import { paths } from '#lib/paths.ts';
import { attempt } from '#lib/server/attempt.ts';
import type { GateApi } from '#lib/server/gate-api.ts';
import { arranged, bodyOf, draftOfForm } from './preset-form.ts';

export function arrangedForm(form: FormData) {
  const draft = draftOfForm(form);
  return { draft: { ...draft, steps: arranged(draft.steps, String(form.get('wish') ?? '')) } };
}

/** `code` null: a new one, under the code that was typed. */
export async function savePreset(
  api: GateApi,
  form: FormData,
  project: string,
  code: string | null,
) {
  const draft = draftOfForm(form);
  const answer = await attempt({}, async () => {
    const body = { ...bodyOf(draft), ...(project === '' ? {} : { project }) };
    const isNew = code === null || form.get('own') === 'new';
    const { preset } = isNew
      ? await api.post('/presets', PresetReadView, { ...body, code: code ?? draft.code })
      : await api.patch(`/presets/${encodeURIComponent(code)}`, PresetReadView, {
          ...body,
          version: Number(form.get('version')),
        });
    redirect(303, paths.preset(preset.code, project));
  });
  return fail(answer.status, { ...answer.data, draft });
}
