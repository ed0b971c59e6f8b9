/** Takes a type away that nothing is made of. Otherwise it is deactivated instead. */
import { DoneView } from '../../contracts/primitives.ts';
import { DeleteTypeInput } from '../../contracts/types.ts';
import { problems } from '../../problems.ts';
import {
  deleteType as deleteRows,
  isTypeUsed,
  listTypeRecords,
} from '../../store/types/definition-rows.ts';
import { action } from '../action.ts';
import {
  changeDefinitions,
  placeOfScope,
  refused,
  requireSeen,
  scopeOf,
} from './change-definitions.ts';
import { requireUnnamed } from './require-unnamed.ts';

export const deleteType = action({
  name: 'delete_type',
  input: DeleteTypeInput,
  output: DoneView,
  permission: 'type.manage',
  place: placeOfScope,
  run: (dependencies, call, { project, code, version }) =>
    changeDefinitions(dependencies, call, project, async ({ transaction }) => {
      const own = await listTypeRecords(transaction, [scopeOf(project)]);
      const type = own.find((candidate) => candidate.code === code);
      if (type === undefined) throw problems.notFound();
      if (version !== undefined) requireSeen(type, version);
      if (type.builtIn) throw refused('built_in_kept', { code });
      if (await isTypeUsed(transaction, type.id)) throw refused('definition_in_use', { code });
      if (type.active) await requireUnnamed(transaction, type);
      await deleteRows(transaction, type.id);
      return { event: { kind: 'type.removed', details: { code } }, answer: { done: true } };
    }),
});
