/** One JSON-RPC request to `/mcp` without a client: for what no client would send, and for many at once. */

export interface RawAnswer {
  readonly status: number;
  /** Every message of the answer, in order; none where the body is no protocol. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into messages whose contract the server has already checked.
  readonly messages: readonly any[];
  readonly text: string;
}

export interface RawRequest {
  readonly id?: number;
  readonly method?: string;
  readonly params?: object;
  readonly progressToken?: number;
  /** Sent as it stands instead of a request. */
  readonly body?: string | Buffer<ArrayBuffer>;
  readonly headers?: Record<string, string>;
}

export async function rawMcp(url: string, secret: string, request: RawRequest): Promise<RawAnswer> {
  const { id = 1, method = 'tools/call', params = {}, progressToken, body, headers } = request;
  const meta = progressToken === undefined ? {} : { _meta: { progressToken } };
  const response = await fetch(`${url}/mcp`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${secret}`,
      'Content-Type': 'application/json',
      Accept: 'application/json, text/event-stream',
      'MCP-Protocol-Version': '2025-06-18',
      ...headers,
    },
    body: body ?? JSON.stringify({ jsonrpc: '2.0', id, method, params: { ...params, ...meta } }),
  });
  const text = await response.text();
  return { status: response.status, messages: messagesOf(text), text };
}

function messagesOf(text: string): unknown[] {
  if (text.startsWith('{')) return [JSON.parse(text)];
  return text
    .split('\n')
    .filter((line) => line.startsWith('data: {'))
    .map((line) => JSON.parse(line.slice('data: '.length)));
}
