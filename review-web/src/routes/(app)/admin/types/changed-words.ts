import { m } from '#lib/paraglide/messages.js';

const WORDS: Readonly<Record<string, () => string>> = {
  names: m.type_name,
  purposes: m.type_purpose,
  guides: m.type_guide,
  templates: m.type_template,
  criteria_headings: m.type_criteria_heading,
  fields: m.document_fields,
  gate: m.type_gate,
  report_type: m.type_report,
  follows: m.type_follows,
  sort_order: m.definition_order,
  active: m.type_active,
};

/** What a member of a type is called on the page; one that is unknown keeps its name. */
export function changedWord(member: string): string {
  return WORDS[member]?.() ?? member;
}
