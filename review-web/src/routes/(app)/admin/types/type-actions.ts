/** What the editor's form does: keep it, or only show it again with its texts rendered. */
import { TypeDefinitionReadView } from '@flowgate/server/contracts';
import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { paths } from '#lib/paths.ts';
import { attempt } from '#lib/server/attempt.ts';
import type { GateApi } from '#lib/server/gate-api.ts';
import { renderMarkdown } from '#lib/server/markdown.ts';
import { bodyOfForm, draftOfForm, type TypeDraft } from './type-form.ts';

/** Guides and templates as they will be read, by the names of their inputs. */
export function renderedTexts(draft: TypeDraft): Record<string, string> {
  const texts = Object.entries(draft.texts).filter(([name]) => /^(guides|templates)-/.test(name));
  return Object.fromEntries(texts.map(([name, text]) => [name, renderMarkdown(text).html]));
}

export function previewOf(form: FormData) {
  const draft = draftOfForm(form, 'design');
  return { draft, rendered: renderedTexts(draft) };
}

/** `send` makes or changes the type; what was typed comes back when the server refuses it. */
export async function saveType(
  form: FormData,
  project: string,
  send: (body: Record<string, unknown>) => Promise<string>,
) {
  const draft = draftOfForm(form, 'design');
  let body: Record<string, unknown>;
  try {
    body = bodyOfForm(form, draft.series);
  } catch {
    const problem = {
      code: 'input_invalid',
      status: 422,
      title: m.field_more_broken(),
      detail: m.field_more_broken(),
      hint: null,
      errors: [],
      reference: null,
    };
    return fail(422, { draft, rendered: renderedTexts(draft), problem, values: {} });
  }
  const answer = await attempt({}, async () => {
    const code = await send({ ...body, ...(project === '' ? {} : { project }) });
    redirect(303, paths.type(code, project));
  });
  return fail(answer.status, { ...answer.data, draft, rendered: renderedTexts(draft) });
}

export async function changeType(
  api: GateApi,
  code: string,
  version: number,
  body: Record<string, unknown>,
): Promise<string> {
  const path = `/types/${encodeURIComponent(code)}`;
  const { type } = await api.patch(path, TypeDefinitionReadView, { ...body, version });
  return type.code;
}

export function projectOf(event: RequestEvent): string {
  return event.url.searchParams.get('project') ?? '';
}
