/** A maintainer adds a type to their project, or an admin one to all. A project's own may stand in for the installation's of its code. */

import { NO_FIELDS } from '../../contracts/fields.ts';
import { CreateTypeInput, TypeDefinitionReadView } from '../../contracts/types.ts';
import { TYPES_PER_SCOPE_MAX } from '../../gate/limits.ts';
import { SERIES_RULES } from '../../gate/type-rules.ts';
import { faultAt } from '../../problems.ts';
import { insertType, listTypeRecords, type TypeRecord } from '../../store/types/definition-rows.ts';
import type { StoredType } from '../../store/types/stored-content.ts';
import { EVERY_PROJECT } from '../../store/types/type-catalogue.ts';
import { action } from '../action.ts';
import { changeDefinitions, placeOfScope, refused, scopeOf } from './change-definitions.ts';
import { checkType } from './check-type.ts';
import { gateOfInput } from './gate-policy.ts';
import { typeDefinitionView } from './type-definition-view.ts';

export const createType = action({
  name: 'create_type',
  input: CreateTypeInput,
  output: TypeDefinitionReadView,
  permission: 'type.manage',
  place: placeOfScope,
  run: (dependencies, call, input) =>
    changeDefinitions(dependencies, call, input.project, async (changing) => {
      const { transaction } = changing;
      const scope = scopeOf(input.project);
      const others = await listTypeRecords(transaction, [EVERY_PROJECT, scope]);
      refuseTaken(others, scope, input);
      const type: Omit<TypeRecord, 'version' | 'builtIn'> = {
        id: dependencies.newId(),
        scope,
        code: input.code,
        series: input.series,
        active: input.active ?? true,
        sortOrder: input.sort_order ?? SORT_ORDER_OF_OWN,
        stored: storedOf(input),
      };
      await checkType(transaction, type, others);
      await insertType(transaction, type, changing);
      const record = { ...type, version: 1, builtIn: false };
      return {
        event: { kind: 'type.added', details: { code: input.code, version: 1 } },
        answer: { type: typeDefinitionView(record, { latest: 1, used: false }) },
      };
    }),
});

/** Behind the shipped ones. */
const SORT_ORDER_OF_OWN = 500;

function refuseTaken(
  others: readonly TypeRecord[],
  scope: string,
  { code, series }: CreateTypeInput,
): void {
  const own = others.filter((type) => type.scope === scope);
  if (own.some((type) => type.code === code)) throw faultAt('code', 'taken');
  const max = TYPES_PER_SCOPE_MAX;
  if (own.length >= max) throw refused('too_many_definitions', { max });
  // What stands in for another is used where the other was: as a step, a report, a root.
  const replaced = others.find((type) => type.code === code);
  if (replaced !== undefined && replaced.series !== series) {
    throw faultAt('series', 'not_one_of', { allowed: replaced.series });
  }
}

function storedOf(input: CreateTypeInput): StoredType {
  const { gated, attended } = SERIES_RULES[input.series];
  const asked = input.gate === undefined ? { by: 'human' as const } : input.gate;
  return {
    names: input.names,
    purposes: input.purposes,
    guides: input.guides,
    templates: input.templates,
    criteriaHeadings: input.criteria_headings ?? null,
    fieldSchema: input.fields ?? NO_FIELDS,
    gate: gated && asked !== null ? gateOfInput(asked, !attended) : null,
    reportType: input.report_type ?? null,
    follows: input.follows ?? [],
    active: input.active ?? true,
  };
}
