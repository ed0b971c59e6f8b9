/** A person at a terminal: signs in over REST, keeps the cookies, and says who is calling as scripts must. */
import { expect } from 'vitest';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers whose contract the server has already checked.
  readonly body: any;
  readonly headers: Headers;
}

export class PersonClient {
  readonly username: string;
  readonly #url: string;
  readonly #jar = new Map<string, string>();

  /** `cookies` from elsewhere: a second tab, or a thief. */
  constructor(url: string, username: string, cookies: Readonly<Record<string, string>> = {}) {
    this.#url = url;
    this.username = username;
    for (const [name, value] of Object.entries(cookies)) this.#jar.set(name, value);
  }

  async signIn(password: string): Promise<Answer> {
    return this.post('/auth/login', { username: this.username, password });
  }

  /** As a browser would send it. */
  get cookie(): string {
    return [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get cookies(): readonly { readonly name: string; readonly value: string }[] {
    return [...this.#jar].map(([name, value]) => ({ name, value }));
  }

  /** Of one cookie; empty: there is none. */
  cookieNamed(name: string): string {
    return this.#jar.get(name) ?? '';
  }

  refresh = () => this.sendAsIs('POST', '/auth/refresh');

  get = (path: string) => this.send('GET', path);
  post = (path: string, body: unknown = {}) => this.send('POST', path, body);
  put = (path: string, body: unknown = {}) => this.send('PUT', path, body);
  patch = (path: string, body: unknown = {}) => this.send('PATCH', path, body);
  delete = (path: string) => this.send('DELETE', path);

  /** `path` is below `/api/v1`. A session whose access is over is refreshed, as every client does. */
  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await this.sendAsIs(method, path, body, headers);
    if (answer.body?.code !== 'session_expired' || !this.#jar.has('flowgate_refresh'))
      return answer;
    const refreshed = await this.refresh();
    return refreshed.status === 200 ? this.sendAsIs(method, path, body, headers) : answer;
  }

  /** Without refreshing. */
  async sendAsIs(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.#url}/api/v1${path}`, {
      method,
      headers: {
        'X-FlowGate-Client': 'tests',
        ...(this.#jar.size === 0 ? {} : { Cookie: this.cookie }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? undefined : JSON.parse(text),
      headers: response.headers,
    };
  }

  /** The body of a call that must succeed; a failure shows the problem, not just its number. */
  async must(answer: Promise<Answer>): Promise<Answer['body']> {
    const { status, body } = await answer;
    expect(status, JSON.stringify(body)).toBeLessThan(300);
    return body;
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') this.#jar.delete(name);
    else this.#jar.set(name, value);
  }

  // The verbs that journeys are made of. Each must succeed; for refusals use `post` and look at the answer.

  createProject = async (slug: string, more: object = {}) =>
    (await this.must(this.post('/projects', { slug, title: slug, ...more }))).project;

  /** A group with a requirement and, unless told otherwise, the steps R→T→TR→AC. */
  openGroup = (project: string, more: object = {}) =>
    this.must(
      this.post(`/projects/${project}/groups`, {
        title: 'Free shipping',
        root: { type: 'R', title: 'Free shipping', body: REQUIREMENT },
        preset: 'simple',
        ...more,
      }),
    );

  readGroup = (id: string) => this.must(this.get(`/groups/${id}`));
  readDocument = (id: string) => this.must(this.get(`/documents/${id}`));
  issueToken = (input: object) => this.must(this.post('/tokens', input));

  approve = (id: string, revision = 1, more: object = {}) =>
    this.must(this.post(`/documents/${id}/approval`, { revision, ...more }));
  requestRevision = (id: string, reason: string, revision = 1) =>
    this.must(this.post(`/documents/${id}/revision-request`, { revision, reason }));
  reject = (id: string, reason: string, revision = 1) =>
    this.must(this.post(`/documents/${id}/rejection`, { revision, reason }));
}

export const REQUIREMENT = `# Free shipping

Orders above 50 EUR ship for free.

## Acceptance criteria

1. An order of 50.01 EUR has no shipping line.
2. An order of 50.00 EUR has one.
`;
