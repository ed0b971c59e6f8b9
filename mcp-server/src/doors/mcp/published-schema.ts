/** A contract as the tool list shows it: strict and bounded, in as few bytes as a model needs to read. */
import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import { z } from 'zod';

type JsonSchema = Record<string, unknown>;

/**
 * Registered instead of the contract: the list shows the contract's schema, and whatever arrives goes through to
 * `perform()`, whose faults have our codes and name every place at once.
 */
export function passThrough(published: JsonSchema): StandardSchemaWithJSON<unknown, unknown> {
  return {
    '~standard': {
      version: 1,
      vendor: 'flowgate',
      validate: (value) => ({ value }),
      jsonSchema: { input: () => published, output: () => published },
    },
  };
}

/** `describes` false leaves the words out: another tool with the same members has them. */
export function publishedInput(contract: z.ZodType, describes = true): JsonSchema {
  return slim(jsonSchemaOf(contract), (schema) => {
    if (!describes) delete schema['description'];
    // A pattern costs more tokens than it explains; the action checks it and says what is wrong.
    if ('maxLength' in schema || 'format' in schema) delete schema['pattern'];
    if (typeof schema['minLength'] === 'number' && schema['minLength'] <= 1)
      delete schema['minLength'];
    delete schema['propertyNames'];
  });
}

/** Answers are checked before they leave; their schema only tells names and kinds. */
export function publishedOutput(contract: z.ZodType): JsonSchema {
  return slim(jsonSchemaOf(contract), (schema) => {
    // Which members an answer has is checked before it leaves; naming them all twice costs more than it tells.
    for (const key of ['pattern', 'format', 'minimum', 'maximum', 'propertyNames', 'required'])
      delete schema[key];
    if (schema['additionalProperties'] === false) delete schema['additionalProperties'];
    joinNull(schema);
  });
}

function jsonSchemaOf(contract: z.ZodType): JsonSchema {
  const {
    $schema: _dialect,
    $defs: _recursive,
    ...schema
  } = z.toJSONSchema(contract, {
    io: 'input',
    // Any JSON is the only recursion here, and says "anything" in every dialect.
    override: ({ zodSchema, jsonSchema }) => {
      if (isAnyJson(zodSchema))
        for (const key of Object.keys(jsonSchema)) delete jsonSchema[key as never];
    },
  }) as JsonSchema;
  return schema;
}

function isAnyJson(schema: unknown): boolean {
  return schema instanceof z.ZodLazy;
}

/** `anyOf: [X, null]` as `type: [X, 'null']`, where X is a plain type. */
function joinNull(schema: JsonSchema): void {
  const [one, other, ...more] = (schema['anyOf'] as JsonSchema[] | undefined) ?? [];
  if (one === undefined || other?.['type'] !== 'null' || more.length > 0) return;
  if (typeof one['type'] !== 'string') return;
  delete schema['anyOf'];
  Object.assign(schema, one, { type: [one['type'], 'null'] });
  if (Array.isArray(one['enum'])) schema['enum'] = [...one['enum'], null];
}

/** Applies `trim` to a copy of every schema inside, innermost first. */
function slim(schema: unknown, trim: (schema: JsonSchema) => void): JsonSchema {
  const copy = slimValue(schema, trim);
  return copy as JsonSchema;
}

function slimValue(value: unknown, trim: (schema: JsonSchema) => void, isNames = false): unknown {
  if (Array.isArray(value)) return value.map((item) => slimValue(item, trim));
  if (typeof value !== 'object' || value === null) return value;
  const copy: JsonSchema = {};
  for (const [key, inner] of Object.entries(value)) {
    if (isRecursive(inner)) copy[key] = {};
    else copy[key] = slimValue(inner, trim, !isNames && key === 'properties');
  }
  if (!isNames) trim(copy);
  return copy;
}

function isRecursive(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '$ref' in value;
}
