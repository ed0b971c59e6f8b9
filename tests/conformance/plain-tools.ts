/** Tools that answer by themselves: every kind of content, an error, progress, a log line, changed lists, schemas kept as written. */
import { fromJsonSchema, type McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { ListNotifier } from '../../mcp-server/src/doors/mcp/fixtures.ts';

/** The smallest PNG and WAV there are. */
export const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';
const WAV = 'UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAAB9AAACABAAZGF0YQIAAAA=';

const NOTHING = z.strictObject({});
const text = (value: string) => ({ type: 'text' as const, text: value });
const image = { type: 'image' as const, data: PNG, mimeType: 'image/png' };
const embedded = (uri: string, mimeType: string, value: string) => ({
  type: 'resource' as const,
  resource: { uri, mimeType, text: value },
});

const CONTENTS = {
  test_simple_text: [text('This is a simple text response for testing.')],
  test_image_content: [image],
  test_audio_content: [{ type: 'audio' as const, data: WAV, mimeType: 'audio/wav' }],
  test_embedded_resource: [embedded('test://embedded-resource', 'text/plain', 'Embedded.')],
  test_multiple_content_types: [
    text('Several kinds of content:'),
    image,
    embedded('test://mixed-content-resource', 'application/json', '{"test":"data","value":123}'),
  ],
  test_streaming_elicitation: [text('No request travels on this stream.')],
};

/** Kept to the letter in `tools/list`: a schema built from zod would not have these words. */
const SCHEMA_OF_2020 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object' as const,
  $defs: {
    address: {
      $anchor: 'addressDef',
      type: 'object',
      properties: { street: { type: 'string' }, city: { type: 'string' } },
    },
  },
  properties: {
    name: { type: 'string' },
    address: { $ref: '#/$defs/address' },
    contactMethod: { type: 'string', enum: ['phone', 'email'] },
    phone: { type: 'string' },
    email: { type: 'string' },
  },
  allOf: [{ anyOf: [{ required: ['phone'] }, { required: ['email'] }] }],
  if: { properties: { contactMethod: { const: 'phone' } }, required: ['contactMethod'] },
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema 2020-12.
  then: { required: ['phone'] },
  else: { required: ['email'] },
  additionalProperties: false,
};

/** `x-mcp-header` is a word of the protocol, unknown to JSON Schema. */
const MIRRORED = {
  type: 'object' as const,
  properties: {
    region: { type: 'string', 'x-mcp-header': 'Region' } as { type: 'string' },
    level: { type: 'integer' as const },
  },
};

export function registerPlainTools(server: McpServer, notify: ListNotifier): void {
  for (const [name, content] of Object.entries(CONTENTS)) {
    server.registerTool(name, { description: name, inputSchema: NOTHING }, () => ({ content }));
  }
  server.registerTool(
    'test_error_handling',
    { description: 'Fails.', inputSchema: NOTHING },
    () => {
      throw new Error('This tool intentionally returns an error for testing');
    },
  );
  server.registerTool(
    'test_tool_with_progress',
    { description: 'Tells how far it is.', inputSchema: NOTHING },
    async (_input, ctx) => {
      const progressToken = ctx.mcpReq._meta?.progressToken;
      for (const progress of progressToken === undefined ? [] : [0, 50, 100]) {
        const params = { progressToken: progressToken as string, progress, total: 100 };
        await ctx.mcpReq.notify({ method: 'notifications/progress', params });
      }
      return { content: [text('Done.')] };
    },
  );
  server.registerTool(
    'test_logging_tool',
    { description: 'Logs, to whoever asked for it.', inputSchema: NOTHING },
    async (_input, ctx) => {
      await ctx.mcpReq.log('info', 'logged');
      return { content: [text('Logged.')] };
    },
  );
  server.registerTool(
    'test_tool_with_logging',
    { description: 'Logs three times.', inputSchema: NOTHING },
    async (_input, ctx) => {
      for (const data of ['started', 'processing', 'completed']) {
        await ctx.mcpReq.notify({
          method: 'notifications/message',
          params: { level: 'info', data },
        });
      }
      return { content: [text('Logged.')] };
    },
  );
  server.registerTool(
    'test_trigger_tool_change',
    { description: 'Tells that the list of tools has changed.', inputSchema: NOTHING },
    () => {
      notify.toolsChanged();
      return { content: [text('Told.')] };
    },
  );
  server.registerTool(
    'test_trigger_prompt_change',
    { description: 'Tells that the list of prompts has changed.', inputSchema: NOTHING },
    () => {
      notify.promptsChanged();
      return { content: [text('Told.')] };
    },
  );
  server.registerTool(
    'test_x_mcp_header',
    {
      description: 'Mirrors an argument into a header.',
      inputSchema: fromJsonSchema<{ region?: string }>(MIRRORED),
    },
    ({ region }) => ({ content: [text(`region=${region ?? 'none'}`)] }),
  );
  server.registerTool(
    'json_schema_2020_12_tool',
    { description: 'Has a schema of 2020-12.', inputSchema: fromJsonSchema(SCHEMA_OF_2020) },
    () => ({ content: [text('Taken.')] }),
  );
}
