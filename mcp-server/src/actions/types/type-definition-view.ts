/** A type as those who write types see it: in every language, with what may be done to it. */
import type { TypeDefinitionView } from '../../contracts/types.ts';
import type { TypeRecord } from '../../store/types/definition-rows.ts';
import { projectOf } from './change-definitions.ts';
import { gatePolicyView } from './gate-policy.ts';

export function typeDefinitionView(
  record: TypeRecord,
  { latest, used }: { readonly latest: number; readonly used: boolean },
): TypeDefinitionView {
  const { stored } = record;
  return {
    project: projectOf(record.scope),
    code: record.code,
    series: record.series,
    built_in: record.builtIn,
    active: record.active,
    sort_order: record.sortOrder,
    version: record.version,
    latest,
    names: stored.names,
    purposes: stored.purposes,
    guides: stored.guides,
    templates: stored.templates,
    criteria_headings: stored.criteriaHeadings,
    fields: stored.fieldSchema as TypeDefinitionView['fields'],
    gate: stored.gate && gatePolicyView(stored.gate),
    report_type: stored.reportType,
    follows: [...stored.follows],
    used,
  };
}
