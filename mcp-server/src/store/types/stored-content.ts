/** What the columns of types and presets hold: texts only in the languages somebody wrote. Made whole when it is read. */
import { LANGUAGES, type Language } from '../../gate/vocabulary.ts';
import type { InEveryLanguage, PresetContent, PresetStep, TypeContent } from './type-catalogue.ts';

export type InSomeLanguages = Readonly<{ [L in Language]?: string | undefined }>;

export interface StoredType
  extends Omit<TypeContent, 'names' | 'purposes' | 'guides' | 'templates' | 'criteriaHeadings'> {
  readonly names: InSomeLanguages;
  readonly purposes: InSomeLanguages;
  readonly guides: InSomeLanguages;
  readonly templates: InSomeLanguages;
  readonly criteriaHeadings: InSomeLanguages | null;
  /** Kept with the version so that its history tells; the row's own decides. Absent: active. */
  readonly active?: boolean | undefined;
}

export interface StoredPreset extends Omit<PresetContent, 'names' | 'descriptions' | 'steps'> {
  readonly names: InSomeLanguages;
  readonly descriptions: InSomeLanguages;
  /** A step that is only its type may be written as its code: so the shipped ones are. */
  readonly steps: readonly (PresetStep | string)[];
}

export function wholeType({ active: _then, ...stored }: StoredType): TypeContent {
  return {
    ...stored,
    names: inEvery(stored.names),
    purposes: inEvery(stored.purposes),
    guides: inEvery(stored.guides),
    templates: inEvery(stored.templates),
    criteriaHeadings: stored.criteriaHeadings && inEvery(stored.criteriaHeadings),
  };
}

export function wholePreset(stored: StoredPreset): PresetContent {
  return {
    names: inEvery(stored.names),
    descriptions: inEvery(stored.descriptions),
    steps: stepsOf(stored),
  };
}

export function stepsOf({ steps }: StoredPreset): PresetStep[] {
  return steps.map((step) => (typeof step === 'string' ? { type: step } : step));
}

/** In a language nobody wrote, the first there is. */
function inEvery(texts: InSomeLanguages): InEveryLanguage {
  const first = LANGUAGES.map((language) => texts[language]).find((text) => text !== undefined);
  const said = (language: Language) => texts[language] ?? first ?? '';
  return { en: said('en'), ko: said('ko'), ja: said('ja') };
}
