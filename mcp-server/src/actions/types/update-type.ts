/** A type's next version. Documents keep the one they were judged under; steps that wait for theirs follow. */
import {
  type UpdateTypeInput as Input,
  TypeDefinitionReadView,
  UpdateTypeInput,
} from '../../contracts/types.ts';
import { SERIES_RULES } from '../../gate/type-rules.ts';
import { problems } from '../../problems.ts';
import {
  addTypeVersion,
  isTypeUsed,
  listTypeRecords,
  type TypeRecord,
} from '../../store/types/definition-rows.ts';
import type { StoredType } from '../../store/types/stored-content.ts';
import { EVERY_PROJECT } from '../../store/types/type-catalogue.ts';
import { action } from '../action.ts';
import { changeDefinitions, placeOfScope, requireSeen, scopeOf } from './change-definitions.ts';
import { changedMembers } from './changed-members.ts';
import { checkType } from './check-type.ts';
import { gateOfInput } from './gate-policy.ts';
import { requireUnnamed } from './require-unnamed.ts';
import { typeDefinitionView } from './type-definition-view.ts';

export const updateType = action({
  name: 'update_type',
  input: UpdateTypeInput,
  output: TypeDefinitionReadView,
  permission: 'type.manage',
  place: placeOfScope,
  run: (dependencies, call, input) =>
    changeDefinitions(dependencies, call, input.project, async (changing) => {
      const { transaction } = changing;
      const scope = scopeOf(input.project);
      const others = await listTypeRecords(transaction, [EVERY_PROJECT, scope]);
      const before = others.find((type) => type.scope === scope && type.code === input.code);
      if (before === undefined) throw problems.notFound();
      requireSeen(before, input.version);
      const after = changedBy(before, input);
      const used = await isTypeUsed(transaction, before.id);
      const changed = changedMembers(before, after);
      if (changed.length === 0) {
        return {
          event: null,
          answer: { type: typeDefinitionView(before, { latest: before.version, used }) },
        };
      }
      if (before.active && !after.active) await requireUnnamed(transaction, before);
      await checkType(transaction, after, others);
      await addTypeVersion(transaction, after, changing);
      const version = before.version + 1;
      return {
        event: {
          kind: 'type.changed',
          details: { code: input.code, version, changed: changed.join(' ') },
        },
        answer: { type: typeDefinitionView({ ...after, version }, { latest: version, used }) },
      };
    }),
});

/** What isn't named stays. */
function changedBy(before: TypeRecord, input: Input): TypeRecord {
  const { stored, series } = before;
  const active = input.active ?? before.active;
  const kept = <T>(wanted: T | undefined, now: T): T => (wanted === undefined ? now : wanted);
  const next: StoredType = {
    names: kept(input.names, stored.names),
    purposes: kept(input.purposes, stored.purposes),
    guides: kept(input.guides, stored.guides),
    templates: kept(input.templates, stored.templates),
    criteriaHeadings: kept(input.criteria_headings, stored.criteriaHeadings),
    fieldSchema: kept<StoredType['fieldSchema']>(input.fields, stored.fieldSchema),
    gate:
      input.gate === undefined
        ? stored.gate
        : input.gate && gateOfInput(input.gate, !SERIES_RULES[series].attended),
    reportType: kept(input.report_type, stored.reportType),
    follows: kept(input.follows, stored.follows),
    active,
  };
  return { ...before, active, sortOrder: input.sort_order ?? before.sortOrder, stored: next };
}
