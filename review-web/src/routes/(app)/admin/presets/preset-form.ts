/** A preset in a form, both ways. Steps are rows; moving, adding and removing one works without script too. */
import type { GatePolicyView, PresetDefinitionView } from '@flowgate/server/contracts';
import { gateOfForm } from '#lib/fields/gate-of-form.ts';
import { LANGUAGES, type Language } from '#lib/languages.ts';

export interface StepRow {
  readonly type: string;
  readonly note: string;
  /** Null: the type's. */
  readonly gate: GatePolicyView | null;
}

export interface PresetDraft {
  readonly code: string;
  /** `names-en`, `descriptions-en`, … */
  readonly texts: Readonly<Record<string, string>>;
  readonly root: string;
  readonly steps: readonly StepRow[];
  readonly sortOrder: string;
}

export const languages = Object.keys(LANGUAGES) as Language[];
const EMPTY_STEP: StepRow = { type: '', note: '', gate: null };

export const NEW_PRESET: PresetDraft = {
  code: '',
  texts: {},
  root: 'R',
  steps: [EMPTY_STEP, EMPTY_STEP],
  sortOrder: '500',
};

const KINDS = ['names', 'descriptions'] as const;

export function draftOf(preset: PresetDefinitionView): PresetDraft {
  return {
    code: preset.code,
    texts: Object.fromEntries(
      languages.flatMap((language) =>
        KINDS.map((kind) => [`${kind}-${language}`, preset[kind][language] ?? '']),
      ),
    ),
    root: preset.root,
    // The final approval is the server's.
    steps: preset.steps
      .slice(0, -1)
      .map(({ type, note, gate }) => ({ type, note: note ?? '', gate })),
    sortOrder: String(preset.sort_order),
  };
}

const NO_DEADLINE = { due_hours: null, stand_in: null };

/** Rows carry their place in the names of a gate's inputs: ticks that are not set send nothing. */
export function draftOfForm(form: FormData): PresetDraft {
  const said = (name: string) => String(form.get(name) ?? '').trim();
  const notes = form.getAll('note').map(String);
  const keys = form.getAll('row').map(String);
  return {
    code: said('code'),
    texts: Object.fromEntries(
      languages.flatMap((language) =>
        KINDS.map((kind) => [`${kind}-${language}`, said(`${kind}-${language}`)]),
      ),
    ),
    root: said('root'),
    steps: form.getAll('type').map((type, place) => {
      const prefix = `gate-${keys[place]}-`;
      const gate = form.get(`${prefix}own`) === 'on' ? gateOfForm(form, prefix) : null;
      return {
        type: String(type),
        note: notes[place] ?? '',
        gate: gate === null ? null : ({ ...NO_DEADLINE, ...gate } as GatePolicyView),
      };
    }),
    sortOrder: said('sort_order'),
  };
}

export function bodyOf(draft: PresetDraft): Record<string, unknown> {
  const inLanguages = (kind: (typeof KINDS)[number]) =>
    Object.fromEntries(
      languages.flatMap((language) => {
        const text = draft.texts[`${kind}-${language}`] ?? '';
        return text === '' ? [] : [[language, text]];
      }),
    );
  return {
    names: inLanguages('names'),
    descriptions: inLanguages('descriptions'),
    root: draft.root,
    // A row without a type is a step taken out.
    steps: draft.steps
      .filter(({ type }) => type !== '')
      .map(({ type, note, gate }) => ({
        type,
        ...(note.trim() === '' ? {} : { note: note.replaceAll('\r\n', '\n') }),
        ...(gate === null ? {} : { gate: withoutNulls(gate) }),
      })),
    sort_order: Number(draft.sortOrder || 500),
  };
}

function withoutNulls(gate: GatePolicyView): Record<string, unknown> {
  return Object.fromEntries(Object.entries(gate).filter(([, value]) => value !== null));
}

/** `up:2`, `down:2`, `remove:2` or `add`: what a button of the list asks for. */
export function arranged(steps: readonly StepRow[], wish: string): StepRow[] {
  const [verb, at] = wish.split(':');
  const place = Number(at);
  const step = steps[place];
  if (verb === 'add') return [...steps, EMPTY_STEP];
  if (step === undefined) return [...steps];
  const rest = steps.toSpliced(place, 1);
  if (verb === 'remove') return rest;
  return rest.toSpliced(Math.max(0, verb === 'up' ? place - 1 : place + 1), 0, step);
}
