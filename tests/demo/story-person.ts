/** A person of the story at the REST door: signs in, keeps the cookies, and does what the pages let people do. */

// biome-ignore lint/suspicious/noExplicitAny: the story reads a few ids out of answers whose contract the server has checked.
type Answer = any;

export interface OpenedGroup {
  readonly group: { readonly id: string };
  readonly root: { readonly id: string };
  readonly sequence: { readonly version: number; readonly steps: readonly { id: string }[] };
}

/** What a token may and must, where the story needs more than the usual. */
export interface TokenTerms {
  readonly mode?: 'supervised' | 'review' | 'unattended';
  readonly scopes?: readonly string[];
}

export interface IssuedToken {
  readonly token: { readonly id: string };
  readonly secret: string;
  readonly handoff: string;
  readonly setup: { readonly claude_code: string };
}

export class StoryPerson {
  readonly username: string;
  readonly #url: string;
  readonly #jar = new Map<string, string>();

  constructor(url: string, username: string) {
    this.#url = url;
    this.username = username;
  }

  signIn = (password: string) =>
    this.send('POST', '/auth/login', { username: this.username, password });
  signOut = () => this.send('POST', '/auth/logout');

  openGroup = (
    project: string,
    group: { title: string; type?: string; body: string; preset?: string },
  ): Promise<OpenedGroup> => {
    const { title, type = 'R', body, preset } = group;
    return this.send('POST', `/projects/${project}/groups`, {
      title,
      root: { type, title, body },
      ...(preset === undefined ? {} : { preset }),
    });
  };

  approve = (id: string, revision = 1, comment?: string) =>
    this.send('POST', `/documents/${id}/approval`, {
      revision,
      ...(comment === undefined ? {} : { comment }),
    });
  requestRevision = (id: string, revision: number, ...reasons: string[]) =>
    this.send('POST', `/documents/${id}/revision-request`, { revision, reasons });
  review = (id: string, revision: number, review: object) =>
    this.send('POST', '/reviews', { document_id: id, revision, ...review });
  say = (conversationId: string, text: string, basedOnTurn: number) =>
    this.send('POST', `/conversations/${conversationId}/turns`, {
      text,
      based_on_turn: basedOnTurn,
    });
  pause = (runId: string) => this.send('POST', `/runs/${runId}/pause`);
  reject = (id: string, revision: number, ...reasons: string[]) =>
    this.send('POST', `/documents/${id}/rejection`, { revision, reasons });
  reopen = (id: string, revision: number, ...reasons: string[]) =>
    this.send('POST', `/documents/${id}/reopening`, { revision, reasons });
  discard = (groupId: string, reason: string) =>
    this.send('POST', `/groups/${groupId}/discard`, { reason });
  readGroup = (groupId: string) => this.send('GET', `/groups/${groupId}`);

  /** For the group, up to the last step before the final approval. */
  issueToken = (
    groupId: string,
    agent: string,
    label: string,
    terms: TokenTerms = {},
  ): Promise<IssuedToken> =>
    this.send('POST', '/tokens', {
      project: groupId.slice(0, groupId.indexOf('.')),
      group: groupId,
      kind: 'continuation',
      agent,
      label,
      ...terms,
    });

  /**
   * `path` is below `/api/v1`. The days of the story outlast every access token, so a session that is over is refreshed,
   * as a page would do it. Throws what the server said when it refuses.
   */
  async send(method: string, path: string, body?: unknown): Promise<Answer> {
    let answer = await this.#sendOnce(method, path, body);
    if (answer.status === 401 && this.#jar.has('flowgate_refresh')) {
      await this.#sendOnce('POST', '/auth/refresh');
      answer = await this.#sendOnce(method, path, body);
    }
    const { status, text } = answer;
    if (status >= 400) throw new Error(`${this.username}: ${method} ${path} was refused: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  async #sendOnce(method: string, path: string, body?: unknown) {
    const cookies = [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${this.#url}/api/v1${path}`, {
      method,
      headers: {
        'X-FlowGate-Client': 'demo',
        ...(cookies === '' ? {} : { Cookie: cookies }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.#jar.delete(name);
      else this.#jar.set(name, value);
    }
    return { status: response.status, text: await response.text() };
  }
}
