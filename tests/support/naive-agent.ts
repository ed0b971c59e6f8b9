/**
 * An agent that knows only what the server tells it: its instructions, the tools with their schemas, the assignment,
 * and the `next` of every answer. No document number, type or field of ours stands here.
 */
import type { AgentClient } from './agent-client.ts';

// biome-ignore lint/suspicious/noExplicitAny: it takes whatever it is told.
type Told = any;

interface Tool {
  readonly name: string;
  readonly description?: string | undefined;
  readonly inputSchema: { readonly properties?: Record<string, unknown> | undefined };
}

/** Whoever talks longer than this goes in circles. */
const CALLS_MAX = 90;

export class NaiveAgent {
  /** The names of the tools called, in order. */
  readonly calls: string[] = [];
  /** Everything it was told and everything it said, in characters: what a model would have to pay for. */
  characters = 0;
  readonly #agent: AgentClient;
  readonly #onCall: (tool: string) => void;
  #tools: readonly Tool[] = [];
  #assignment: Told = null;
  #reasons: readonly Told[] = [];

  /** `onCall` is told of every call before its answer comes. */
  constructor(agent: AgentClient, onCall: (tool: string) => void) {
    this.#agent = agent;
    this.#onCall = onCall;
  }

  /** Does what it is told until an answer ends with nothing to do. Returns that last answer. */
  async work(): Promise<Told> {
    const { client } = this.#agent;
    if (!client.getInstructions()) throw new Error('the server gave no instructions');
    this.#tools = (await client.listTools()).tools as readonly Tool[];
    this.characters += client.getInstructions()?.length ?? 0;
    this.characters += JSON.stringify(this.#tools).length;
    const first = this.#tools.find(({ description = '' }) => /use this first/i.test(description));
    let answer = await this.#call(first?.name ?? '', {});
    while (!/end here/i.test(answer.next)) answer = await this.#follow(answer);
    return answer;
  }

  /** One instruction: its tools in the order they are named, each with the arguments that stand beside it. */
  async #follow(answer: Told): Promise<Told> {
    if (answer.assignment) this.#assignment = answer.assignment;
    if (answer.reasons) this.#reasons = answer.reasons;
    if (answer.assignment?.reasons) this.#reasons = answer.assignment.reasons;
    for (const { id } of answer.assignment?.read ?? []) await this.#readWhole(id);
    const named = this.#toolsIn(answer.next, answer.assignment ?? {});
    if (named.length === 0) throw new Error(`nothing to do in: ${answer.next}`);
    const input = argumentsIn(answer.next);
    let last: Told = null;
    for (const tool of named) {
      const takesBody = 'body' in (tool.inputSchema.properties ?? {}) || tool === named.at(-1);
      const own = takesBody && this.#isForDocuments(tool) ? this.#document(input) : {};
      const cursor = this.#takes(tool, 'cursor') && answer.cursor ? { cursor: answer.cursor } : {};
      last = await this.#call(tool.name, { ...cursor, ...this.#only(tool, input), ...own });
      if (last.valid === false) throw new Error(JSON.stringify(last.problems));
    }
    return last;
  }

  /** What is only advised "if …" isn't done, and a member of the assignment is no tool, whatever its name. */
  #toolsIn(next: string, assignment: object): Tool[] {
    const orders = next.split(/(?<=[.])\s+/).filter((sentence) => !/^if\b/i.test(sentence));
    const names = [...orders.join(' ').matchAll(/`(\w+)`/g)].map(([, name]) => name);
    return names
      .filter((name = '') => !(name in assignment))
      .flatMap((name) => this.#tools.filter((tool) => tool.name === name));
  }

  /** A tool like another one ("Takes what … takes") may leave its parameters undescribed. */
  #isForDocuments({ inputSchema }: Tool): boolean {
    const { title, body } = inputSchema.properties ?? {};
    return title !== undefined && body !== undefined;
  }

  #takes({ inputSchema }: Tool, member: string): boolean {
    return member in (inputSchema.properties ?? {});
  }

  #only(tool: Tool, input: Record<string, string>): Record<string, string> {
    return Object.fromEntries(Object.entries(input).filter(([name]) => this.#takes(tool, name)));
  }

  /** Follows the template line by line, fills what the fields require, and claims each criterion. */
  #document(input: Record<string, string>): object {
    const { template, fields, criteria, claims_required, type } = this.#assignment;
    const response = ({ reason_id, text }: Told) => ({ reason_id, text: `Done: ${text}` });
    const claim = ({ id, text }: Told) => ({
      statement: text,
      meets: [id],
      evidence: [{ kind: 'command', command: 'make check', exit_code: 0, output: 'ok' }],
    });
    return {
      ...input,
      title: `${type} of a stranger`,
      body: `${template}\nWritten after ${this.calls.length} calls.\n`,
      ...(fields?.required ? { fields: filled(fields) } : {}),
      ...(claims_required ? { claims: criteria.map(claim) } : {}),
      ...(this.#reasons.length > 0 ? { responses: this.#reasons.map(response) } : {}),
    };
  }

  async #readWhole(id: string): Promise<void> {
    let offset = 0;
    for (;;) {
      const { more } = await this.#call('read', { id, offset });
      if (!more) return;
      offset = more.offset;
    }
  }

  async #call(name: string, input: object): Promise<Told> {
    this.calls.push(name);
    if (this.calls.length > CALLS_MAX) throw new Error(`in circles: ${this.calls.join(' ')}`);
    const answer = this.#agent.must(name, input);
    this.#onCall(name);
    const told = await answer;
    this.characters += JSON.stringify(input).length + JSON.stringify(told).length;
    return told;
  }
}

/** `document_id` "shop.default.0001.0002-T" in an instruction is an argument of the call it asks for. */
function argumentsIn(next: string): Record<string, string> {
  return Object.fromEntries(
    [...next.matchAll(/`(\w+)` "([^"]+)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** A value for every field that a schema requires. */
export function filled({ required, properties }: Told): object {
  return Object.fromEntries(required.map((name: string) => [name, sample(properties[name])]));
}

function sample(schema: Told): unknown {
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'boolean') return false;
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.type === 'array') return [sample(schema.items)];
  return 'As it stands';
}
