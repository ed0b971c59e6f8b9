/** A document type as people choose it and agents follow it, in the reader's language. */
import type { TypeView } from '../../contracts/projects.ts';
import type { Language } from '../../gate/vocabulary.ts';
import type { TypeDefinition } from '../../store/types/type-catalogue.ts';
import { fieldsIn } from '../types/fields-in.ts';

/** `asForm`: the words for a choice's options come along, for whoever fills in a form. */
export function typeView(type: TypeDefinition, language: Language, asForm = false): TypeView {
  return {
    code: type.code,
    name: type.names[language],
    purpose: type.purposes[language],
    series: type.series,
    version: type.version,
    guide: type.guides[language],
    template: type.templates[language],
    fields: asJson(fieldsIn(type.fieldSchema, language, asForm)),
    gate: asJson(type.gate),
    report_type: type.reportType,
    claims_required: claimsRequired(type),
    follows: [...type.follows],
  };
}

/** Reports claim that something is so, and bring the evidence. */
export function claimsRequired({ series }: Pick<TypeDefinition, 'series'>): boolean {
  return series === 'report';
}

/** Read from a JSON column, so it is JSON. */
function asJson(value: unknown): TypeView['fields'] {
  return value as TypeView['fields'];
}
