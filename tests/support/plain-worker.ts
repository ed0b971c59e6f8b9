/** A worker that speaks no MCP: plain HTTP with a bearer token. */
import { expect } from 'vitest';
import type { Answer } from './person-client.ts';

export class PlainWorker {
  readonly #url: string;
  readonly #secret: string;

  constructor(url: string, secret: string) {
    this.#url = url;
    this.#secret = secret;
  }

  get = (path: string) => this.#send('GET', path);
  post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    this.#send('POST', path, body, headers);
  inbox = (body: object, headers: Record<string, string> = {}) =>
    this.post('/inbox', body, headers);
  tool = (name: string, input: object = {}) => this.post(`/tools/${name}`, input);

  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers whose contract the server has already checked.
  async must(answer: Promise<Answer>): Promise<any> {
    const { status, body } = await answer;
    expect([200, 201], JSON.stringify(body)).toContain(status);
    return body;
  }

  async #send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.#url}/api/v1${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${this.#secret}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return {
      status: response.status,
      body: JSON.parse(await response.text()),
      headers: response.headers,
    };
  }
}
