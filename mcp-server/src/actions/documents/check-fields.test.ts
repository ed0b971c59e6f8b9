import { expect, test } from 'vitest';
import { checkFields } from './check-fields.ts';

const type = {
  id: 'check-fields-test',
  version: 1,
  fieldSchema: {
    type: 'object',
    properties: {
      ticket: { type: 'string', maxLength: 20, pattern: '^[A-Z]+-[0-9]+$' },
      note: { type: 'string', minLength: 3, maxLength: 5 },
      risk: {
        type: 'string',
        enum: ['low', 'high'],
        'x-texts': { ko: { options: ['낮음', '높음'] } },
      },
      days: { type: 'integer', minimum: 1, maximum: 9 },
      cases: {
        type: 'array',
        maxItems: 2,
        items: {
          type: 'object',
          properties: { title: { type: 'string', maxLength: 9 } },
          required: ['title'],
          additionalProperties: false,
        },
      },
    },
    required: ['ticket'],
    additionalProperties: false,
  },
};
const faultsOf = (fields: Record<string, unknown>) =>
  checkFields(type, { ticket: 'A-1', ...fields }).map(({ path, code }) => `${path} ${code}`);

test('fields that fit have no fault', () => {
  expect(faultsOf({ note: 'good', risk: 'low', days: 3, cases: [{ title: 'one' }] })).toEqual([]);
});

test.each([
  [{ ticket: 7 }, 'fields.ticket wrong_type_of_value'],
  [{ ticket: 'nope' }, 'fields.ticket field_invalid'],
  [{ note: 'ab' }, 'fields.note too_short'],
  [{ note: 'abcdef' }, 'fields.note too_long'],
  [{ risk: 'none' }, 'fields.risk not_one_of'],
  [{ days: 0 }, 'fields.days out_of_range'],
  [{ days: 10 }, 'fields.days out_of_range'],
  [{ days: 1.5 }, 'fields.days wrong_type_of_value'],
  [{ cases: [{ title: 'a' }, {}] }, 'fields.cases[1].title missing'],
  [{ cases: [{ title: 'a', more: 1 }] }, 'fields.cases[0].more unknown_key'],
  [{ cases: [{ title: '' }, { title: '' }, { title: '' }] }, 'fields.cases too_many_items'],
  [{ typo: 1 }, 'fields.typo unknown_key'],
  [{ '<b>': 1 }, 'fields.(unprintable key) unknown_key'],
])('%j: %s', (fields, fault) => {
  expect(faultsOf(fields)).toEqual([fault]);
});

test('what is required and absent is named', () => {
  expect(checkFields(type, {})).toEqual([{ path: 'fields.ticket', code: 'missing', params: {} }]);
});

test('a text far beyond its bound is refused without its pattern being run over it', () => {
  const startedAt = performance.now();
  expect(faultsOf({ ticket: 'A'.repeat(1_000_000) })).toContain('fields.ticket too_long');
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});
