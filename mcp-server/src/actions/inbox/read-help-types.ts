/** The document types a worker may meet: all in short, or one whole. */
import { HelpTypeInput, HelpTypeView } from '../../contracts/inbox.ts';
import type { Language } from '../../gate/vocabulary.ts';
import { problems } from '../../problems.ts';
import type { TypeDefinition } from '../../store/types/type-catalogue.ts';
import { action } from '../action.ts';
import { placeOfBearer } from '../places.ts';
import { typeView } from '../projects/type-view.ts';

export const readHelpTypes = action({
  name: 'read_help_types',
  input: HelpTypeInput,
  output: HelpTypeView,
  permission: 'help.read',
  place: (_input, call) => placeOfBearer(call),
  async run({ types, config }, { caller, say }, { code }) {
    if (caller.kind !== 'agent') throw problems.notPermitted();
    const { projectId } = caller.token;
    const address = `${config.publicUrl}/api/v1/help/doc_type`;
    if (code === undefined) {
      const all = await types.list(projectId);
      return {
        ok: true as const,
        doc_types: all.map((type) => inShort(type, say.language, address)),
      };
    }
    const type = await types.current(projectId, code);
    if (type === null) throw problems.notFound();
    const { guide, template, fields } = typeView(type, say.language);
    return {
      ok: true as const,
      doc_types: [{ ...inShort(type, say.language, address), guide, template, fields }],
    };
  },
});

function inShort(type: TypeDefinition, language: Language, address: string) {
  const { code, name, series, purpose, claims_required, follows } = typeView(type, language);
  return {
    code,
    name,
    series,
    description: purpose,
    claims_required,
    next_candidates: follows,
    url: `${address}?code=${code}`,
  };
}
