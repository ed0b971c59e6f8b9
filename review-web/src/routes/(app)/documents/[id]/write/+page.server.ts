import { type ClaimView, DocumentView, SubmitDocumentView } from '@flowgate/server/contracts';
import { redirect } from '@sveltejs/kit';
import { FIELDS_PREFIX, fieldsOfForm } from '#lib/fields/form-fields.ts';
import { paths } from '#lib/paths.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate } from '#lib/server/gate-api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const view = await gate(event).get(`/documents/${encodeURIComponent(id)}`, DocumentView);
  const { document, body, claims, group, fields, fields_schema: schema } = view;
  const reasons = view.reasons.filter((reason) => !reason.response);
  return { document, group, body, fields, schema, claims: claims.length, reasons };
};

/** A claim as it was handed in, without what the server found out about it. */
function asHandedIn({ statement, meets, evidence }: ClaimView) {
  return {
    statement,
    meets,
    evidence: evidence.map(({ observed_by: _by, standing: _standing, ...piece }) => piece),
  };
}

export const actions: Actions = {
  default: async (event) => {
    const { id } = event.params;
    const texts = textsOf(await event.request.formData());
    return attempt(texts, async () => {
      const api = gate(event);
      const path = `/documents/${encodeURIComponent(id)}`;
      const view = await api.get(path, DocumentView);
      const open = view.reasons.filter((reason) => !reason.response);
      await api.post(`${path}/revisions`, SubmitDocumentView, {
        title: texts['title'] ?? '',
        body: texts['body'] ?? '',
        fields: fieldsOfForm(view.fields_schema, texts, FIELDS_PREFIX),
        claims: view.claims.map(asHandedIn),
        cites: view.cites,
        responses: open.map((reason) => ({
          reason_id: reason.id,
          text: texts[`response-${reason.id}`] ?? '',
          done: texts[`done-${reason.id}`] === 'on',
        })),
      });
      redirect(303, paths.document(id));
    });
  },
};
