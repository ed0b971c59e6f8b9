/** A type whole, in every language, at its latest version or an earlier one. */
import { ReadTypeDefinitionInput, TypeDefinitionReadView } from '../../contracts/types.ts';
import { problems } from '../../problems.ts';
import { isTypeUsed, listTypeVersions } from '../../store/types/definition-rows.ts';
import { action } from '../action.ts';
import { placeInReach, projectInReach } from '../projects/place-in-reach.ts';
import { readTypeRecord } from './read-type-record.ts';
import { typeDefinitionView } from './type-definition-view.ts';

export const readTypeDefinition = action({
  name: 'read_type_definition',
  input: ReadTypeDefinitionInput,
  output: TypeDefinitionReadView,
  permission: 'project.read',
  place: ({ project }, call) => placeInReach(project, call),
  async run({ database: { reader } }, call, { project, code, version }) {
    const record = await readTypeRecord(reader, projectInReach(project, call), code);
    const [then] =
      version === undefined
        ? [record]
        : await listTypeVersions(reader, record.id, { version, take: 1 });
    if (then === undefined) throw problems.notFound();
    const { stored } = then;
    const used = await isTypeUsed(reader, record.id);
    const shown = { ...record, stored, version: then.version };
    return { type: typeDefinitionView(shown, { latest: record.version, used }) };
  },
});
