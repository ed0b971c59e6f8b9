import { expect, test } from 'vitest';
import { z } from 'zod';
import { EVIDENCE_KINDS, LANGUAGES } from '../src/gate/vocabulary.ts';
import {
  GUIDE_CHARACTERS_MAX,
  readShippedPresets,
  readShippedTypes,
  TEMPLATE_CHARACTERS_MAX,
} from './read-shipped.ts';

const TYPES = readShippedTypes();
const PRESETS = readShippedPresets();
const everyText = TYPES.flatMap((type) =>
  LANGUAGES.map((language) => ({ type, language, name: `${type.code} in ${language}` })),
);

test('seventeen types are shipped, in the order people see them', () => {
  expect(TYPES.map((type) => type.code)).toEqual(
    'R B N NR T TR TS TSR DS D P L DB WP CH M AC'.split(' '),
  );
});

test('types are named differently in every language', () => {
  for (const language of LANGUAGES) {
    expect(new Set(TYPES.map((type) => type.names[language])).size).toBe(TYPES.length);
  }
});

test.each(everyText)('guide and template keep their limits: $name', ({ type, language }) => {
  expect(type.guides[language].length).toBeLessThanOrEqual(GUIDE_CHARACTERS_MAX);
  expect(type.templates[language].length).toBeLessThanOrEqual(TEMPLATE_CHARACTERS_MAX);
  expect(type.guides[language]).toMatch(new RegExp(`^# .+ ?[(（]${type.code}[)）]\n`));
});

test.each(everyText)(
  'a template has real headings, and as many in each language: $name',
  ({ type, language }) => {
    const headings = headingsOf(type.templates[language]);
    expect(headings.length).toBeGreaterThan(0);
    expect(headings.length).toBe(headingsOf(type.templates.en).length);
  },
);

test.each(everyText)(
  'the criteria heading stands over the only ordered list: $name',
  ({ type, language }) => {
    const template = type.templates[language];
    if (type.criteriaHeadings === null) {
      expect(template).not.toMatch(/^1\. /m);
      return;
    }
    expect(template).toMatch(new RegExp(`^## ${type.criteriaHeadings[language]}\n\n1\\. `, 'm'));
    expect(template.match(/^1\. /gm)).toHaveLength(1);
    expect(type.guides[language]).toContain(`## ${type.criteriaHeadings[language]}\n`);
  },
);

test.each(everyText)(
  'the guide of a report explains claims and evidence: $name',
  ({ type, language }) => {
    if (type.series !== 'report') return;
    const guide = type.guides[language];
    for (const kind of EVIDENCE_KINDS) expect(guide).toContain(`"kind":"${kind}"`);
    for (const key of ['statement', 'meets', 'evidence', 'exit_code']) expect(guide).toContain(key);
  },
);

test.each(everyText)('JSON examples of a guide can be parsed: $name', ({ type, language }) => {
  for (const [, example] of type.guides[language].matchAll(/```json\n(.*?)```/gs)) {
    expect(() => JSON.parse(String(example))).not.toThrow();
  }
});

test.each(TYPES)(
  'the fields of $code are a JSON Schema with a title and description each',
  ({ fieldSchema }) => {
    const { $schema, type, additionalProperties, properties } = fieldSchema;
    expect($schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect([type, additionalProperties]).toEqual(['object', false]);
    const fields = z.record(
      z.string(),
      z.looseObject({ title: z.string(), description: z.string() }),
    );
    expect(fields.safeParse(properties).success).toBe(true);
    const compiled = z.fromJSONSchema(fieldSchema as Parameters<typeof z.fromJSONSchema>[0]);
    expect(compiled.safeParse({ nobody_knows_this: 1 }).success).toBe(false);
  },
);

test('fields are required only where the server or the reviewer cannot do without', () => {
  const required = TYPES.filter((type) => type.fieldSchema['required'] !== undefined);
  expect(required.map((type) => type.code)).toEqual(['TSR', 'WP']);
});

test('a person always reads roots, work plans and the final approval; memos and conversations have no gate', () => {
  const attended = TYPES.filter((type) => type.gate?.unattended === false);
  expect(attended.map((type) => type.code)).toEqual(['R', 'B', 'WP', 'AC']);
  expect(TYPES.filter((type) => type.gate === null).map((type) => type.code)).toEqual(['CH', 'M']);
});

test('every instruction that asks for a report brings one of the series report', () => {
  const pairs = TYPES.filter((type) => type.reportType !== null);
  expect(pairs.map((type) => [type.code, type.reportType])).toEqual([
    ['N', 'NR'],
    ['T', 'TR'],
    ['TS', 'TSR'],
  ]);
  for (const pair of pairs) {
    expect(TYPES.find((type) => type.code === pair.reportType)?.series).toBe('report');
  }
});

test.each(PRESETS)(
  'preset $code goes from a root to the final approval, reports included',
  ({ steps }) => {
    const typeOf = (code: string) => TYPES.find((type) => type.code === code);
    expect(typeOf(String(steps[0]))?.series).toBe('root');
    expect(steps.at(-1)).toBe('AC');
    for (const [index, step] of steps.entries()) {
      const report = typeOf(step)?.reportType ?? null;
      if (report !== null) expect(steps[index + 1]).toBe(report);
      if (index > 0) expect(typeOf(step)?.series).not.toBe('root');
    }
  },
);

function headingsOf(markdown: string): string[] {
  return markdown.split('\n').filter((line) => line.startsWith('## '));
}
