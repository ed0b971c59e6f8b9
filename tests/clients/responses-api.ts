/** The form of the service that Codex talks to: always a stream. */
import type { ServerResponse } from 'node:http';
import { type ModelApi, sendEvents } from './fake-model.ts';

interface Item {
  readonly type: string;
  readonly role?: string;
  readonly content?: readonly { readonly text?: string }[];
  readonly output?: unknown;
}
interface Body {
  readonly input?: readonly Item[];
  readonly tools?: readonly unknown[];
}

const USAGE = {
  input_tokens: 10,
  output_tokens: 10,
  total_tokens: 20,
  input_tokens_details: null,
  output_tokens_details: null,
};

export const responsesApi: ModelApi = {
  path: '/v1/responses',
  promptOf: (body) =>
    ((body as Body).input ?? [])
      .filter(({ role }) => role === 'user')
      .flatMap(({ content = [] }) => content.map(({ text = '' }) => text))
      .join('\n'),
  resultsOf: (body) =>
    ((body as Body).input ?? [])
      .filter(({ type }) => type === 'function_call_output')
      .map(({ output }) => textOf(output)),
  hasTools: (body) => ((body as Body).tools ?? []).length > 0,
  sayTurn: (response, _body, { tool, input }, id) =>
    say(response, {
      type: 'function_call',
      id: `fc_${id}`,
      call_id: id,
      namespace: 'mcp__flowgate',
      name: tool,
      arguments: JSON.stringify(input),
    }),
  sayText: (response, _body, text) =>
    say(response, {
      type: 'message',
      role: 'assistant',
      id: 'msg_1',
      content: [{ type: 'output_text', text }],
    }),
};

function textOf(output: unknown): string {
  if (typeof output === 'string') return output;
  return (output as { text?: string }[]).map(({ text = '' }) => text).join('');
}

function say(response: ServerResponse, item: object): void {
  sendEvents(response, [
    { type: 'response.created', response: { id: 'resp_1' } },
    { type: 'response.output_item.done', item },
    { type: 'response.completed', response: { id: 'resp_1', usage: USAGE } },
  ]);
}
