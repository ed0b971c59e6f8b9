import { describe, expect, test } from 'vitest';
import { type FieldFacts, faultsOfFields } from './field-rules.ts';
import { FIELD_CHARACTERS_MAX, PATTERN_TEXT_CHARACTERS_MAX } from './limits.ts';

const faultsOf = (field: FieldFacts) =>
  faultsOfFields(field, 'fields').map(({ path, code }) => `${path} ${code}`);

describe('a field that a document can meet, in bounded time, has no fault', () => {
  test.each<[string, FieldFacts]>([
    ['text', { type: 'string', maxLength: 200 }],
    ['long text', { type: 'string', minLength: 1, maxLength: FIELD_CHARACTERS_MAX }],
    ['a choice', { type: 'string', enum: ['low', 'high'] }],
    [
      'a choice with words',
      { type: 'string', enum: ['low'], 'x-texts': { ko: { options: ['낮음'] }, ja: {} } },
    ],
    ['a pattern', { type: 'string', maxLength: 64, pattern: '^[0-9a-f]{7,64}$' }],
    ['a number', { type: 'number', minimum: 0, maximum: 1 }],
    ['an integer', { type: 'integer' }],
    ['a tick', { type: 'boolean' }],
    ['a list', { type: 'array', maxItems: 5, items: { type: 'string', maxLength: 20 } }],
    [
      'a table',
      {
        type: 'array',
        maxItems: 5,
        items: { type: 'object', properties: { a: { type: 'boolean' } }, required: ['a'] },
      },
    ],
  ])('%s', (_name, field) => {
    expect(faultsOf(field)).toEqual([]);
  });
});

describe('a fault is named with its place', () => {
  test.each<[FieldFacts, string]>([
    [{ type: 'string' }, 'fields.maxLength unbounded'],
    [{ type: 'string', maxLength: FIELD_CHARACTERS_MAX + 1 }, 'fields.maxLength unbounded'],
    [{ type: 'string', minLength: 5, maxLength: 4 }, 'fields.maxLength range_empty'],
    [{ type: 'string', maxLength: 50, pattern: '^(a+)+$' }, 'fields.pattern pattern_unsafe'],
    [
      { type: 'string', maxLength: PATTERN_TEXT_CHARACTERS_MAX + 1, pattern: '^a$' },
      'fields.pattern pattern_unsafe',
    ],
    [
      { type: 'string', enum: ['low', 'high'], 'x-texts': { ko: { options: ['낮음'] } } },
      'fields.x-texts.ko.options options_uneven',
    ],
    [{ type: 'integer', minimum: 2, maximum: 1 }, 'fields.maximum range_empty'],
    [
      { type: 'array', minItems: 3, maxItems: 2, items: { type: 'boolean' } },
      'fields.maxItems range_empty',
    ],
    [{ type: 'array', maxItems: 2, items: { type: 'string' } }, 'fields.items.maxLength unbounded'],
    [
      { type: 'object', properties: { a: { type: 'string' } } },
      'fields.properties.a.maxLength unbounded',
    ],
    [{ type: 'object', properties: {}, required: ['a'] }, 'fields.required[0] required_unknown'],
    [
      { type: 'object', properties: {}, required: ['toString'] },
      'fields.required[0] required_unknown',
    ],
  ])('%j', (field, fault) => {
    expect(faultsOf(field)).toEqual([fault]);
  });
});
