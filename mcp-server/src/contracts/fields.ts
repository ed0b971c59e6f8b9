/**
 * The fields a document type may define: a closed, bounded part of JSON Schema 2020-12, without references. What is parsed
 * here can be compiled, told to an agent, and drawn as a form. `x-texts` says titles in further languages.
 */
import { z } from 'zod';
import {
  FIELD_CHARACTERS_MAX,
  FIELD_ITEMS_MAX,
  FIELD_MEMBERS_MAX,
  FIELD_OPTIONS_MAX,
  FIELDS_MAX,
  PATTERN_CHARACTERS_MAX,
} from '../gate/limits.ts';
import { FIELD_NAME } from '../gate/vocabulary.ts';
import { line } from './primitives.ts';

const FIELD_TITLE_CHARACTERS_MAX = 80;
const FIELD_DESCRIPTION_CHARACTERS_MAX = 300;
const NUMBER_MAX = 1_000_000_000_000;

export const FIELD_FORMATS = ['date', 'date-time', 'email', 'uri'] as const;

const option = line(100);
const fieldName = z.string().max(40).regex(FIELD_NAME);
const words = {
  title: line(FIELD_TITLE_CHARACTERS_MAX).optional(),
  description: line(FIELD_DESCRIPTION_CHARACTERS_MAX).optional(),
};
/** Stands beside `title` and `description`, which say it in every language that isn't here. */
const wordsInLanguage = z.strictObject({
  ...words,
  options: z.array(option).max(FIELD_OPTIONS_MAX).optional(),
});
const texts = z.strictObject({
  en: wordsInLanguage.optional(),
  ko: wordsInLanguage.optional(),
  ja: wordsInLanguage.optional(),
});
const said = { ...words, 'x-texts': texts.optional() };
const count = z.int().min(0);
/** Values of a choice, or names of what is required: each once. */
const once = <T extends z.ZodType<string>>(item: T, max: number) =>
  z
    .array(item)
    .max(max)
    .refine((items) => new Set(items).size === items.length, { error: 'malformed' });

const TextField = z.strictObject({
  type: z.literal('string'),
  ...said,
  minLength: count.max(FIELD_CHARACTERS_MAX).optional(),
  maxLength: count.max(FIELD_CHARACTERS_MAX).optional(),
  enum: once(option, FIELD_OPTIONS_MAX).min(1).optional(),
  pattern: line(PATTERN_CHARACTERS_MAX).optional(),
  format: z.enum(FIELD_FORMATS).optional(),
});
const size = z.number().min(-NUMBER_MAX).max(NUMBER_MAX).optional();
const IntegerField = z.strictObject({
  type: z.literal('integer'),
  ...said,
  minimum: size,
  maximum: size,
});
const NumberField = z.strictObject({
  type: z.literal('number'),
  ...said,
  minimum: size,
  maximum: size,
});
const TickField = z.strictObject({ type: z.literal('boolean'), ...said });

/** What a row of a table holds. */
export const PlainField = z.discriminatedUnion('type', [
  TextField,
  IntegerField,
  NumberField,
  TickField,
]);
export type PlainField = z.infer<typeof PlainField>;

/** A row: one level deep, so that it can be written as a line of inputs. */
const RowField = z.strictObject({
  type: z.literal('object'),
  ...said,
  properties: z
    .record(fieldName, PlainField)
    .refine((members) => Object.keys(members).length <= FIELD_MEMBERS_MAX, {
      error: 'too_many_items',
    }),
  required: once(fieldName, FIELD_MEMBERS_MAX).optional(),
  additionalProperties: z.literal(false).default(false),
});
export type RowField = z.infer<typeof RowField>;

const ListField = z.strictObject({
  type: z.literal('array'),
  ...said,
  items: z.discriminatedUnion('type', [TextField, IntegerField, NumberField, TickField, RowField]),
  minItems: count.max(FIELD_ITEMS_MAX).optional(),
  maxItems: count.max(FIELD_ITEMS_MAX),
  uniqueItems: z.boolean().optional(),
});
export type ListField = z.infer<typeof ListField>;

export const DocumentField = z.discriminatedUnion('type', [
  TextField,
  IntegerField,
  NumberField,
  TickField,
  ListField,
]);
export type DocumentField = z.infer<typeof DocumentField>;

export const FieldSchema = z.strictObject({
  $schema: z.literal('https://json-schema.org/draft/2020-12/schema').optional(),
  type: z.literal('object').default('object'),
  properties: z
    .record(fieldName, DocumentField)
    .refine((fields) => Object.keys(fields).length <= FIELDS_MAX, { error: 'too_many_items' }),
  required: once(fieldName, FIELDS_MAX).optional(),
  additionalProperties: z.literal(false).default(false),
});
export type FieldSchema = z.infer<typeof FieldSchema>;

export const NO_FIELDS: FieldSchema = {
  type: 'object',
  properties: {},
  additionalProperties: false,
};
