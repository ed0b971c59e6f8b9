import { expect, test } from 'vitest';
import { shownFields } from './shown-fields.ts';

const SCHEMA = {
  type: 'object',
  properties: {
    paths: { type: 'array', title: 'Paths', items: { type: 'string' } },
    deviations: { type: 'boolean', title: 'Deviations' },
    level: { type: 'string', enum: ['low', 'high'], 'x-options': ['낮음', '높음'] },
    days: { type: 'integer', title: 'Days' },
    cases: {
      type: 'array',
      title: 'Cases',
      items: {
        type: 'object',
        properties: {
          name: { type: 'string', title: 'Name' },
          likely: { type: 'boolean', title: 'Likely' },
        },
      },
    },
  },
};
const shown = (fields: Record<string, unknown>) =>
  shownFields(SCHEMA, fields, { yes: 'Yes', no: 'No' }).map(
    ({ label, lines }) => `${label}: ${lines.join(' | ')}`,
  );

test('fields are named and worded as their type says, in its order', () => {
  const fields = { level: 'high', days: 0, deviations: false, paths: ['a.ts', 'b.ts'] };
  expect(shown(fields)).toEqual(['Paths: a.ts | b.ts', 'Deviations: No', 'level: 높음', 'Days: 0']);
});

test('a row of a table is a line, without what is not filled in', () => {
  const fields = { cases: [{ name: 'Power cut', likely: true }, { name: 'Flood' }] };
  expect(shown(fields)).toEqual(['Cases: Name: Power cut · Likely: Yes | Name: Flood']);
});

test('a field that the type does not know is shown all the same, last', () => {
  expect(shown({ old: { a: 1 }, level: 'other' })).toEqual(['level: other', 'old: {"a":1}']);
});
