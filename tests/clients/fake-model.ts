/**
 * A stand-in for the models' services, on loopback: it plays the script in the prompt and keeps what it was shown. Each
 * line `CALL <tool> <json>` is one turn; with n results in a request it plays line n, after the last it says DONE. So it
 * keeps no state, and side requests or retries can't derail it.
 *
 * `"{{document_id}}"` in a line stands for that member of the newest result that has it, `"{{reasons.0.reason_id}}"` for one deeper.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { messagesApi } from './messages-api.ts';
import { responsesApi } from './responses-api.ts';

export interface Turn {
  readonly tool: string;
  readonly input: unknown;
}

/** One model service's form: how to find prompt and results in a request, and how to say a turn or a text. */
export interface ModelApi {
  readonly path: string;
  promptOf(body: unknown): string;
  resultsOf(body: unknown): string[];
  /** Requests without tools are asides: titles, summaries. */
  hasTools(body: unknown): boolean;
  sayTurn(response: ServerResponse, body: unknown, turn: Turn, id: string): void;
  sayText(response: ServerResponse, body: unknown, text: string): void;
}

export interface FakeModel {
  readonly url: string;
  /** Every request of a turn, in order. */
  readonly seen: unknown[];
  /** What the model was shown of each call so far, in order. */
  results(): string[];
  close(): Promise<void>;
}

const APIS: readonly ModelApi[] = [messagesApi, responsesApi];

export async function startFakeModel(): Promise<FakeModel> {
  const seen: unknown[] = [];
  let shown: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const api = APIS.find(({ path }) => request.url?.split('?')[0] === path);
    if (api === undefined) return sendJson(response, { input_tokens: 10 });
    const turns = turnsIn(api.promptOf(body));
    if (!api.hasTools(body) || turns.length === 0) return api.sayText(response, body, 'An aside.');
    seen.push(body);
    const results = api.resultsOf(body);
    shown = results;
    const turn = turns[results.length];
    if (turn === undefined) return api.sayText(response, body, 'DONE');
    const input = filledIn(turn.json, results);
    api.sayTurn(response, body, { tool: turn.tool, input }, `call_${results.length}`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    results: () => shown,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** A prompt the stand-in plays. */
export function script(...turns: readonly [tool: string, input?: object][]): string {
  return turns.map(([tool, input = {}]) => `CALL ${tool} ${JSON.stringify(input)}`).join('\n');
}

function turnsIn(prompt: string): { tool: string; json: string }[] {
  return [...prompt.matchAll(/^CALL (\S+) (.*)$/gm)].map(([, tool = '', json = '']) => ({
    tool,
    json,
  }));
}

function filledIn(json: string, results: readonly string[]): unknown {
  return JSON.parse(json, (_key, value) => {
    const path = typeof value === 'string' ? /^\{\{([\w.]+)\}\}$/.exec(value)?.[1] : undefined;
    return path === undefined ? value : newest(results, path.split('.'));
  });
}

function newest(results: readonly string[], path: readonly string[]): unknown {
  for (const result of [...results].reverse()) {
    const found = path.reduce<unknown>(
      (at, name) => (at as Record<string, unknown> | null | undefined)?.[name],
      jsonIn(result),
    );
    if (found !== undefined && found !== null) return found;
  }
  return undefined;
}

/** Codex writes a line before what the tool said. */
export function jsonIn(result: string): unknown {
  const start = result.indexOf('{');
  try {
    return start < 0 ? undefined : JSON.parse(result.slice(start));
  } catch {
    return undefined;
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : JSON.parse(text);
}

export function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}

export interface StreamEvent {
  readonly type: string;
  readonly [more: string]: unknown;
}

/** Each event under its own name, as both services stream. */
export function sendEvents(response: ServerResponse, events: readonly StreamEvent[]): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  for (const event of events) {
    response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  }
  response.end();
}
