/** An agent over MCP, through either of the two clients that are out there. */
import {
  Client as ModernClient,
  StreamableHTTPClientTransport as ModernTransport,
} from '@modelcontextprotocol/client';
import { Client as LegacyClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as LegacyTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { expect } from 'vitest';

export const ERAS = ['modern', 'legacy'] as const;
export type Era = (typeof ERAS)[number];

/** What a model would read of a result. */
export interface ToolAnswer {
  readonly isError: boolean;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers whose contract the server has already checked.
  readonly structured: any;
}

export interface CallOptions {
  readonly onProgress?: (message: string | undefined) => void;
  readonly signal?: AbortSignal;
}

export class AgentClient {
  readonly client: ModernClient | LegacyClient;

  private constructor(client: ModernClient | LegacyClient) {
    this.client = client;
  }

  static async connect(url: string, token: string, era: Era): Promise<AgentClient> {
    const address = new URL(`${url}/mcp`);
    const requestInit = { headers: { Authorization: `Bearer ${token}` } };
    const info = { name: `tests-${era}`, version: '1.0.0' };
    if (era === 'modern') {
      const client = new ModernClient(info, { versionNegotiation: { mode: 'auto' } });
      await client.connect(new ModernTransport(address, { requestInit }));
      return new AgentClient(client);
    }
    const client = new LegacyClient(info);
    // The old client's types don't know exactOptionalPropertyTypes; its transport is a Transport all the same.
    await client.connect(new LegacyTransport(address, { requestInit }) as never);
    return new AgentClient(client);
  }

  async call(name: string, input: object = {}, options: CallOptions = {}): Promise<ToolAnswer> {
    const call = { name, arguments: input as Record<string, unknown> };
    const more = {
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      ...(options.onProgress === undefined
        ? {}
        : {
            onprogress: ({ message }: { message?: string | undefined }) =>
              options.onProgress?.(message),
          }),
    };
    const result =
      this.client instanceof ModernClient
        ? await this.client.callTool(call, more)
        : await this.client.callTool(call, undefined, more);
    const [first] = result.content as { type: string; text?: string }[];
    return {
      isError: result.isError === true,
      text: first?.text ?? '',
      structured: result.structuredContent,
    };
  }

  /** The structured answer of a call that must succeed. */
  async must(
    name: string,
    input: object = {},
    options: CallOptions = {},
  ): Promise<ToolAnswer['structured']> {
    const { isError, text, structured } = await this.call(name, input, options);
    expect(isError, text).toBe(false);
    return structured;
  }

  async toolNames(): Promise<string[]> {
    return (await this.client.listTools()).tools.map(({ name }) => name);
  }

  // The verbs that journeys are made of. Each must succeed; for refusals use `call` and look at the answer.

  submit = (input: object) => this.must('submit', input);
  continue = (input: object = {}) => this.must('continue', input);
  awaitVerdict = (input: object = {}, options: CallOptions = {}) =>
    this.must('await_verdict', input, options);

  close(): Promise<void> {
    return this.client.close();
  }
}
