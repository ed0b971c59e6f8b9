/** What ships is held to the rules that people's own types are held to. */
import { expect, test } from 'vitest';
import { readShippedTypes } from '../../../shipped/read-shipped.ts';
import { FieldSchema } from '../../contracts/fields.ts';
import { type FieldFacts, faultsOfFields } from '../../gate/field-rules.ts';
import { faultsOfType } from '../../gate/type-rules.ts';
import { LANGUAGES } from '../../gate/vocabulary.ts';
import { fieldsIn } from './fields-in.ts';

const TYPES = readShippedTypes();
const seriesOf = (code: string) => TYPES.find((type) => type.code === code)?.series;

test.each(TYPES)('$code could have been written by an admin', (type) => {
  const fields = FieldSchema.parse(type.fieldSchema);
  expect(faultsOfFields(fields as FieldFacts, 'fields')).toEqual([]);
  expect(faultsOfType(type, seriesOf)).toEqual([]);
});

/** Every title, description and option that a reader of the language sees, by its place. */
function wordsIn(schema: unknown, place = ''): Map<string, string> {
  if (typeof schema !== 'object' || schema === null) return new Map();
  return new Map(
    Object.entries(schema).flatMap(([key, value]) => {
      const at = `${place}/${key}`;
      const isWord = typeof value === 'string' && ['title', 'description'].includes(key);
      if (isWord) return [[at, value] as const];
      if (key === 'x-options') return [[at, (value as string[]).join('|')] as const];
      return [...wordsIn(value, at)];
    }),
  );
}

test.each(TYPES)('the fields of $code are said in every language', ({ fieldSchema }) => {
  const [en, ...others] = LANGUAGES.map((language) =>
    wordsIn(fieldsIn(fieldSchema, language, true)),
  );
  for (const words of others) {
    const same = [...words].filter(([place, word]) => en?.get(place) === word && word !== 'ID');
    expect(same).toEqual([]);
    for (const place of en?.keys() ?? []) expect(words.has(place)).toBe(true);
  }
});

test('a choice without words of its own is said as its values are', () => {
  const schema = { type: 'object', properties: { a: { type: 'string', enum: ['x'] } } };
  expect(fieldsIn(schema, 'ko', true)).toEqual(schema);
});
