/** An agent of the story at the MCP door. It knows nothing but its token. */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

// biome-ignore lint/suspicious/noExplicitAny: the story reads a few members of answers whose contract the server has checked.
type Answer = any;

export interface Evidence {
  readonly kind: 'commit' | 'diff' | 'command' | 'test_run' | 'url' | 'note';
  readonly [member: string]: string | number;
}

export interface Claim {
  readonly statement: string;
  readonly meets?: readonly string[];
  readonly evidence: readonly Evidence[];
}

export interface Question {
  readonly text: string;
  readonly context?: string;
  readonly options?: readonly string[];
  readonly blocking?: boolean;
  readonly assumption?: string;
}

export interface Submission {
  readonly title: string;
  readonly body: string;
  readonly document_id?: string;
  readonly type?: string;
  readonly cites?: readonly string[];
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly claims?: readonly Claim[];
  readonly responses?: readonly { reason_id: string; text: string; done?: boolean }[];
  readonly questions?: readonly Question[];
}

/** What a tool said when it couldn't: its text, for whoever watches. */
export class ToolRefused extends Error {
  override readonly name = 'ToolRefused';
}

export class StoryAgent {
  readonly #client: Client;

  private constructor(client: Client) {
    this.#client = client;
  }

  static async connect(url: string, secret: string, name: string): Promise<StoryAgent> {
    const client = new Client({ name, version: '1.0.0' }, { versionNegotiation: { mode: 'auto' } });
    const requestInit = { headers: { Authorization: `Bearer ${secret}` } };
    await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit }));
    return new StoryAgent(client);
  }

  continue = (signal?: AbortSignal) => this.call('continue', {}, signal);
  submit = (submission: Submission, signal?: AbortSignal) =>
    this.call('submit', submission, signal);
  clarify = (questions: readonly Question[], signal?: AbortSignal) =>
    this.call('clarify', { questions }, signal);
  awaitVerdict = (input: object, signal?: AbortSignal) => this.call('await_verdict', input, signal);
  converse = (turn: object, signal?: AbortSignal) => this.call('converse', turn, signal);
  review = (verdict: object, signal?: AbortSignal) => this.call('review', verdict, signal);
  read = (id: string, signal?: AbortSignal) => this.call('read', { id }, signal);

  /** The structured answer. Throws ToolRefused with the tool's own words. */
  async call(name: string, input: object, signal?: AbortSignal): Promise<Answer> {
    const result = await this.#client.callTool(
      { name, arguments: input as Record<string, unknown> },
      signal === undefined ? {} : { signal },
    );
    if (result.isError === true) {
      const [first] = result.content as { text?: string }[];
      throw new ToolRefused(first?.text ?? `${name} failed`);
    }
    return result.structuredContent;
  }

  close = () => this.#client.close();
}
