import { expect, test } from 'vitest';
import { fieldsOfForm, filledRows, formFields, textsOfFields } from './form-fields.ts';

const SCHEMA = {
  type: 'object',
  properties: {
    level: { type: 'string', title: 'Level', enum: ['low', 'high'], 'x-options': ['낮음', '높음'] },
    owner: { type: 'string', description: 'Who answers for it.', maxLength: 60 },
    story: { type: 'string', maxLength: 2_000 },
    due: { type: 'string', maxLength: 10, format: 'date' },
    days: { type: 'integer', minimum: 1, maximum: 9 },
    ratio: { type: 'number' },
    final: { type: 'boolean' },
    paths: { type: 'array', maxItems: 9, items: { type: 'string', maxLength: 99 } },
    sizes: { type: 'array', maxItems: 9, items: { type: 'integer' } },
    cases: {
      type: 'array',
      maxItems: 3,
      items: {
        type: 'object',
        properties: { name: { type: 'string', maxLength: 40 }, likely: { type: 'boolean' } },
        required: ['name'],
      },
    },
  },
  required: ['level'],
};

test('each kind of field becomes the input for it', () => {
  const form = formFields(SCHEMA);
  expect(form.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    'level choice',
    'owner line',
    'story text',
    'due date',
    'days number',
    'ratio number',
    'final tick',
    'paths lines',
    'sizes lines',
    'cases rows',
  ]);
  expect(form[0]).toMatchObject({
    label: 'Level',
    required: true,
    options: [
      { value: 'low', label: '낮음' },
      { value: 'high', label: '높음' },
    ],
  });
  expect(form[1]).toMatchObject({ label: 'owner', hint: 'Who answers for it.', required: false });
  expect(form[4]).toMatchObject({ min: 1, max: 9, step: '1' });
  expect(form[9]?.columns.map(({ name, required }) => `${name} ${required}`)).toEqual([
    'name true',
    'likely false',
  ]);
});

const FIELDS = {
  level: 'low',
  owner: 'Ada',
  story: 'One.\n\nTwo.',
  due: '2026-12-01',
  days: 3,
  ratio: 0.5,
  final: false,
  paths: ['a.ts', 'b c.ts'],
  sizes: [1, 22],
  cases: [{ name: 'one', likely: true }, { name: 'two' }],
};

test('what is filled in comes back as it was', () => {
  const texts = textsOfFields(FIELDS, 'f:');
  expect(fieldsOfForm(SCHEMA, texts, 'f:')).toEqual(FIELDS);
  const cases = formFields(SCHEMA).find(({ name }) => name === 'cases');
  expect(cases && filledRows(texts, 'f:', cases)).toBe(2);
});

test('what is left empty is not there, and what is no number stays for the server to refuse', () => {
  const texts = {
    'f:level': '',
    'f:owner': '  ',
    'f:days': 'many',
    'f:paths': '\r\n a.ts \r\n\r\n',
    'f:cases.0.name': '',
    'f:cases.1.likely': 'true',
    'other:ratio': '1',
  };
  expect(fieldsOfForm(SCHEMA, texts, 'f:')).toEqual({
    days: 'many',
    paths: ['a.ts'],
    cases: [{ likely: true }],
  });
});
