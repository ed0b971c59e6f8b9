/** The form of the service that Claude Code talks to. */
import type { ServerResponse } from 'node:http';
import { type ModelApi, type StreamEvent, sendEvents, sendJson } from './fake-model.ts';

interface Block {
  readonly type: string;
  readonly text?: string;
  readonly content?: unknown;
}
interface Body {
  readonly model?: string;
  readonly stream?: boolean;
  readonly tools?: readonly unknown[];
  readonly messages?: readonly { readonly role: string; readonly content: string | Block[] }[];
}

const PREFIX = 'mcp__flowgate__';
const USAGE = { input_tokens: 10, output_tokens: 10 };

export const messagesApi: ModelApi = {
  path: '/v1/messages',
  promptOf: (body) =>
    blocksOf(body as Body, 'user')
      .filter(({ type }) => type === 'text')
      .map(({ text }) => text)
      .join('\n'),
  resultsOf: (body) =>
    blocksOf(body as Body, 'user')
      .filter(({ type }) => type === 'tool_result')
      .map(({ content }) => textOf(content)),
  hasTools: (body) => ((body as Body).tools ?? []).length > 0,
  sayTurn: (response, body, { tool, input }, id) =>
    say(response, body as Body, 'tool_use', [
      { type: 'tool_use', id: `toolu_${id}`, name: `${PREFIX}${tool}`, input: {} },
      { type: 'input_json_delta', partial_json: JSON.stringify(input) },
      input,
    ]),
  sayText: (response, body, text) =>
    say(response, body as Body, 'end_turn', [
      { type: 'text', text: '' },
      { type: 'text_delta', text },
      text,
    ]),
};

function blocksOf({ messages = [] }: Body, role: string): Block[] {
  return messages
    .filter((message) => message.role === role)
    .flatMap(({ content }) =>
      typeof content === 'string' ? [{ type: 'text', text: content }] : content,
    );
}

/** What stands in a result: a text, or blocks of it. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return (content as Block[]).map(({ text = '' }) => text).join('');
}

function say(
  response: ServerResponse,
  { model = 'fake', stream }: Body,
  stop_reason: string,
  [block, delta, whole]: readonly [StreamEvent, object, unknown],
): void {
  const message = { id: 'msg_1', type: 'message', role: 'assistant', model, usage: USAGE };
  if (!stream) {
    const content = [
      block.type === 'text' ? { ...block, text: whole } : { ...block, input: whole },
    ];
    sendJson(response, { ...message, content, stop_reason, stop_sequence: null });
    return;
  }
  sendEvents(response, [
    {
      type: 'message_start',
      message: { ...message, content: [], stop_reason: null, stop_sequence: null },
    },
    { type: 'content_block_start', index: 0, content_block: block },
    { type: 'content_block_delta', index: 0, delta },
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason, stop_sequence: null }, usage: USAGE },
    { type: 'message_stop' },
  ]);
}
