/** A type in a form, both ways. What can't be read (broken JSON in a field) comes back as a fault beside the fields. */
import type { TypeDefinitionView } from '@flowgate/server/contracts';
import {
  EMPTY_ROW,
  type FieldRow,
  rowsOfForm,
  rowsOfSchema,
  schemaOfRows,
} from '#lib/fields/field-rows.ts';
import { gateOfForm } from '#lib/fields/gate-of-form.ts';
import { LANGUAGES, type Language } from '#lib/languages.ts';

export const TEXTS = ['names', 'purposes', 'criteria_headings', 'guides', 'templates'] as const;
export type TextKind = (typeof TEXTS)[number];

/** What stands in the editor's inputs. */
export interface TypeDraft {
  readonly code: string;
  readonly series: TypeDefinitionView['series'];
  readonly texts: Readonly<Record<string, string>>;
  readonly rows: readonly FieldRow[];
  readonly gate: NonNullable<TypeDefinitionView['gate']>;
  readonly reportType: string;
  readonly follows: string;
  readonly sortOrder: string;
  readonly active: boolean;
}

export const languages = Object.keys(LANGUAGES) as Language[];

/** `guides-en` */
export const textName = (kind: TextKind, language: Language) => `${kind}-${language}`;

export const GATE_OF_NEW: TypeDraft['gate'] = {
  by: 'human',
  approvals: 1,
  roles: [],
  checks: [],
  unattended: true,
  due_hours: null,
  stand_in: null,
};

export const NEW_TYPE: TypeDraft = {
  code: '',
  series: 'design',
  texts: {},
  rows: [],
  gate: GATE_OF_NEW,
  reportType: '',
  follows: '',
  sortOrder: '500',
  active: true,
};

export function draftOf(type: TypeDefinitionView): TypeDraft {
  const texts = languages.flatMap((language) =>
    TEXTS.map((kind): [string, string] => [textName(kind, language), type[kind]?.[language] ?? '']),
  );
  return {
    code: type.code,
    series: type.series,
    texts: Object.fromEntries(texts),
    rows: rowsOfSchema(type.fields),
    gate: type.gate ?? GATE_OF_NEW,
    reportType: type.report_type ?? '',
    follows: type.follows.join(' '),
    sortOrder: String(type.sort_order),
    active: type.active,
  };
}

/** What was typed, for the page that shows it again. */
export function draftOfForm(form: FormData, series: TypeDraft['series']): TypeDraft {
  const said = (name: string) => String(form.get(name) ?? '').replaceAll('\r\n', '\n');
  const gate = gateOfForm(form, 'gate-');
  return {
    code: said('code'),
    series: (said('series') || series) as TypeDraft['series'],
    texts: Object.fromEntries(
      languages.flatMap((language) =>
        TEXTS.map((kind) => [textName(kind, language), said(textName(kind, language))]),
      ),
    ),
    rows: rowsOfForm(form),
    gate: gate === null ? GATE_OF_NEW : ({ ...GATE_OF_NEW, ...gate } as TypeDraft['gate']),
    reportType: said('report_type'),
    follows: said('follows'),
    sortOrder: said('sort_order'),
    active: form.get('active') === 'on',
  };
}

/** Throws a SyntaxError for a field whose further members are no JSON. */
export function bodyOfForm(form: FormData, series: TypeDraft['series']): Record<string, unknown> {
  const draft = draftOfForm(form, series);
  const inLanguages = (kind: TextKind) =>
    Object.fromEntries(
      languages.flatMap((language) => {
        const text = draft.texts[textName(kind, language)] ?? '';
        return text.trim() === ''
          ? []
          : [[language, kind === 'guides' || kind === 'templates' ? text : text.trim()]];
      }),
    );
  const headings = inLanguages('criteria_headings');
  return {
    names: inLanguages('names'),
    purposes: inLanguages('purposes'),
    guides: inLanguages('guides'),
    templates: inLanguages('templates'),
    criteria_headings: Object.keys(headings).length === 0 ? null : headings,
    fields: schemaOfRows(draft.rows),
    gate: gateOfForm(form, 'gate-'),
    report_type: draft.reportType === '' ? null : draft.reportType,
    follows: draft.follows.split(/[\s,]+/).filter((code) => code !== ''),
    sort_order: Number(draft.sortOrder || 500),
    active: draft.active,
  };
}

/** Some empty rows, so that fields can be added without script. */
export function withSpareRows(rows: readonly FieldRow[], spare: number): FieldRow[] {
  return [...rows, ...Array.from({ length: spare }, () => EMPTY_ROW)];
}
