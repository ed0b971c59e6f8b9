import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EMPTY_ROW, rowsOfForm, rowsOfSchema, schemaOfRows } from './field-rows.ts';

const SHIPPED = join(import.meta.dirname, '../../../../mcp-server/shipped/types');

test.each(readdirSync(SHIPPED))('the fields of %s come through the editor as they were', (code) => {
  const { field_schema: schema } = JSON.parse(
    readFileSync(join(SHIPPED, code, 'type.json'), 'utf8'),
  );
  const { $schema: _, ...plain } = schema;
  expect(schemaOfRows(rowsOfSchema(schema))).toEqual(plain);
});

const WIDE = {
  type: 'object',
  properties: {
    ticket: { type: 'string', maxLength: 20, pattern: '^[A-Z]+-[0-9]+$', title: 'Ticket' },
    level: { type: 'string', enum: ['low', 'high'], 'x-texts': { ko: { options: ['가', '나'] } } },
    due: { type: 'string', format: 'date', maxLength: 10 },
    days: { type: 'integer', minimum: 1, maximum: 9 },
    open: { type: 'boolean', description: 'Still open.' },
    paths: { type: 'array', maxItems: 9, items: { type: 'string', maxLength: 40 } },
    plain: {
      type: 'array',
      maxItems: 9,
      items: {
        type: 'object',
        properties: {
          name: { type: 'string', maxLength: 300 },
          note: { type: 'string', maxLength: 300 },
        },
        required: ['name'],
        additionalProperties: false,
      },
    },
    mixed: {
      type: 'array',
      maxItems: 9,
      items: {
        type: 'object',
        properties: { count: { type: 'integer' } },
        additionalProperties: false,
      },
    },
  },
  required: ['ticket', 'days'],
  additionalProperties: false,
};

test('whatever a schema may hold comes through the editor as it was', () => {
  const rows = rowsOfSchema(WIDE);
  expect(schemaOfRows(rows)).toEqual(WIDE);
  expect(rows.find(({ name }) => name === 'plain')).toMatchObject({
    kind: 'rows',
    options: 'name*\nnote',
    more: '',
  });
});

test('a form holds the rows, and an empty one is none', () => {
  const form = new FormData();
  for (const row of [...rowsOfSchema(WIDE), EMPTY_ROW]) {
    for (const [member, value] of Object.entries(row)) {
      if (member !== 'required') form.append(`field-${member}`, String(value));
    }
  }
  for (const place of ['0', '3']) form.append('field-required', place);
  expect(schemaOfRows(rowsOfForm(form))).toEqual(WIDE);
});
