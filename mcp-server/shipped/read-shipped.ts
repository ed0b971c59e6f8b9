/** The document types and presets that come with the product: read from this folder and checked once at start. Writes nothing. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GatePolicy } from '../src/gate/facts.ts';
import {
  GATE_OPENERS,
  LANGUAGES,
  type Language,
  ROLES,
  SERIES,
  type Series,
  TYPE_CODE,
} from '../src/gate/vocabulary.ts';

export type InEveryLanguage = Readonly<Record<Language, string>>;

export interface ShippedType {
  readonly code: string;
  readonly series: Series;
  readonly sortOrder: number;
  readonly names: InEveryLanguage;
  /** What it is for, in one sentence. */
  readonly purposes: InEveryLanguage;
  /** Markdown for agents: what a good one contains, with an example. */
  readonly guides: InEveryLanguage;
  readonly templates: InEveryLanguage;
  /** The heading over the acceptance criteria; null where a type has none. */
  readonly criteriaHeadings: InEveryLanguage | null;
  /** JSON Schema 2020-12 of the document's `fields`. */
  readonly fieldSchema: Readonly<Record<string, unknown>>;
  /** Null where nothing is gated. */
  readonly gate: GatePolicy | null;
  /** The report that comes with an instruction. */
  readonly reportType: string | null;
  /** Types that often come next: advice, no rule. */
  readonly follows: readonly string[];
}

export interface ShippedPreset {
  readonly code: string;
  readonly names: InEveryLanguage;
  readonly descriptions: InEveryLanguage;
  /** Type codes in order, from the root to the final approval, reports included. */
  readonly steps: readonly string[];
}

/** A guide is read by an agent before every document; a longer one goes unread. */
export const GUIDE_CHARACTERS_MAX = 2_500;
export const TEMPLATE_CHARACTERS_MAX = 1_200;

const TYPES_FOLDER = join(import.meta.dirname, 'types');
const PRESETS_FILE = join(import.meta.dirname, 'presets.json');

/** Every shipped type, in its sort order. Asserts that each is whole in every language. */
export function readShippedTypes(): ShippedType[] {
  const types = readdirSync(TYPES_FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readType(entry.name))
    .sort((one, other) => one.sortOrder - other.sortOrder);
  const codes = new Set(types.map((type) => type.code));
  for (const type of types) {
    for (const other of [...type.follows, ...(type.reportType === null ? [] : [type.reportType])]) {
      assert(codes.has(other), `type ${type.code} names the unknown type ${other}`);
    }
  }
  return types;
}

/** Every shipped preset, in the order people see them. */
export function readShippedPresets(): ShippedPreset[] {
  const codes = new Set(readdirSync(TYPES_FOLDER));
  return listOf(parseJson(PRESETS_FILE), 'presets').map((value) => {
    const preset = recordOf(value, 'preset');
    const code = textOf(preset['code'], 'preset code');
    const steps = listOf(preset['steps'], `${code}.steps`).map((step) => textOf(step, code));
    for (const step of steps)
      assert(codes.has(step), `preset ${code} names the unknown type ${step}`);
    return {
      code,
      names: everyLanguage(preset['names'], `${code}.names`),
      descriptions: everyLanguage(preset['descriptions'], `${code}.descriptions`),
      steps,
    };
  });
}

function readType(folder: string): ShippedType {
  const type = recordOf(parseJson(join(TYPES_FOLDER, folder, 'type.json')), folder);
  const code = textOf(type['code'], folder);
  assert(code === folder && TYPE_CODE.test(code), `folder ${folder} holds the type ${code}`);
  const series = SERIES.find((known) => known === type['series']);
  assert(series !== undefined, `type ${code} has an unknown series`);
  const { sort_order: sortOrder, criteria_heading: heading, report_type: report } = type;
  assert(Number.isInteger(sortOrder), `type ${code} has no sort order`);
  const criteriaHeadings = heading === null ? null : everyLanguage(heading, `${code} criteria`);
  const templates = readTexts(code, 'template', TEMPLATE_CHARACTERS_MAX);
  for (const language of criteriaHeadings === null ? [] : LANGUAGES) {
    assert(
      templates[language].split('\n').includes(`## ${criteriaHeadings?.[language]}`),
      `template of ${code} in ${language} lacks its criteria heading`,
    );
  }
  const fieldSchema = recordOf(type['field_schema'], `${code}.field_schema`);
  assert(
    fieldSchema['type'] === 'object' && fieldSchema['additionalProperties'] === false,
    `fields of ${code} are no closed object`,
  );
  return {
    code,
    series,
    sortOrder: Number(sortOrder),
    names: everyLanguage(type['names'], `${code}.names`),
    purposes: everyLanguage(type['purposes'], `${code}.purposes`),
    guides: readTexts(code, 'guide', GUIDE_CHARACTERS_MAX),
    templates,
    criteriaHeadings,
    fieldSchema,
    gate: readGate(type['gate'], code),
    reportType: report === null ? null : textOf(report, `${code}.report_type`),
    follows: listOf(type['follows'], `${code}.follows`).map((next) => textOf(next, code)),
  };
}

function readGate(value: unknown, code: string): GatePolicy | null {
  if (value === null) return null;
  const gate = recordOf(value, `${code}.gate`);
  const by = GATE_OPENERS.find((opener) => opener === gate['by']);
  assert(by !== undefined, `gate of ${code} has an unknown opener`);
  const { approvals, unattended } = gate;
  assert(Number.isInteger(approvals) && Number(approvals) >= 1, `gate of ${code} needs approvals`);
  assert(typeof unattended === 'boolean', `gate of ${code} does not say whether unattended`);
  return {
    by,
    approvals: Number(approvals),
    roles: listOf(gate['roles'], `${code}.roles`).map((name) => {
      const role = ROLES.find((known) => known === name);
      assert(role !== undefined, `gate of ${code} names an unknown role`);
      return role;
    }),
    checks: listOf(gate['checks'], `${code}.checks`).map((check) => textOf(check, code)),
    unattended,
  };
}

function readTexts(code: string, kind: 'guide' | 'template', charactersMax: number) {
  const texts = LANGUAGES.map((language): [Language, string] => {
    const text = readFileSync(join(TYPES_FOLDER, code, `${kind}.${language}.md`), 'utf8');
    assert(text.trim() !== '', `${kind} of ${code} in ${language} is empty`);
    assert(text.length <= charactersMax, `${kind} of ${code} in ${language} is too long`);
    return [language, text];
  });
  return everyLanguage(Object.fromEntries(texts), `${kind} of ${code}`);
}

function everyLanguage(value: unknown, place: string): InEveryLanguage {
  const texts = recordOf(value, place);
  return {
    en: textOf(texts['en'], `${place}.en`),
    ko: textOf(texts['ko'], `${place}.ko`),
    ja: textOf(texts['ja'], `${place}.ja`),
  };
}

function parseJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function textOf(value: unknown, place: string): string {
  assert(typeof value === 'string' && value !== '', `${place} is no text`);
  return value;
}

function listOf(value: unknown, place: string): readonly unknown[] {
  assert(Array.isArray(value), `${place} is no list`);
  return value;
}

function recordOf(value: unknown, place: string): Readonly<Record<string, unknown>> {
  assert(
    typeof value === 'object' && value !== null && !Array.isArray(value),
    `${place} is no object`,
  );
  return value as Readonly<Record<string, unknown>>;
}
