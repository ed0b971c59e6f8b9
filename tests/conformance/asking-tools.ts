/** Tools that answer "input required" until they have what they ask for, in every way the protocol of 2026 knows. */
import {
  acceptedContent,
  CLIENT_CAPABILITIES_META_KEY,
  type InputRequests,
  inputRequired,
  type McpServer,
} from '@modelcontextprotocol/server';
import { z } from 'zod';

const NOTHING = z.strictObject({});
const done = (value: string) => ({ content: [{ type: 'text' as const, text: value }] });

const askFor = (message: string, name: string) =>
  inputRequired.elicit({
    message,
    requestedSchema: {
      type: 'object',
      properties: { [name]: { type: 'string' } },
      required: [name],
    },
  });
const askName = () => askFor('What is your name?', 'name');
const confirm = () =>
  inputRequired.elicit({
    message: 'Please confirm',
    requestedSchema: { type: 'object', properties: { ok: { type: 'boolean' } }, required: ['ok'] },
  });
const sample = (value: string) =>
  inputRequired.createMessage({
    messages: [{ role: 'user', content: { type: 'text', text: value } }],
    maxTokens: 100,
  });

type Declared = Partial<Record<'elicitation' | 'sampling' | 'roots', object>>;
type Mint = (state: Record<string, unknown>) => Promise<string>;

export function registerAsking(server: McpServer, mint: Mint): void {
  const asking = (name: string, config = { description: name, inputSchema: NOTHING }) =>
    [`test_input_required_result_${name}`, config] as const;

  server.registerTool(...asking('elicitation'), (_input, ctx) => {
    const name = acceptedContent<{ name: string }>(ctx.mcpReq.inputResponses, 'user_name')?.name;
    if (typeof name === 'string') return done(`Hello, ${name}!`);
    return inputRequired({ inputRequests: { user_name: askName() } });
  });
  server.registerTool(...asking('sampling'), (_input, ctx) => {
    if (ctx.mcpReq.inputResponses?.['capital_question'] !== undefined) return done('Heard.');
    const inputRequests = { capital_question: sample('What is the capital of France?') };
    return inputRequired({ inputRequests });
  });
  server.registerTool(...asking('list_roots'), (_input, ctx) => {
    if (ctx.mcpReq.inputResponses?.['client_roots'] !== undefined) return done('Seen.');
    return inputRequired({ inputRequests: { client_roots: inputRequired.listRoots() } });
  });
  server.registerTool(...asking('multiple_inputs'), async (_input, ctx) => {
    const given = Object.keys(ctx.mcpReq.inputResponses ?? {});
    if (['user_name', 'greeting', 'client_roots'].every((name) => given.includes(name))) {
      return done('All three are here.');
    }
    return inputRequired({
      inputRequests: {
        user_name: askName(),
        greeting: sample('Generate a greeting'),
        client_roots: inputRequired.listRoots(),
      },
      requestState: await mint({ tool: 'multiple_inputs' }),
    });
  });
  // The state is verified before the tool is called: one that was tampered with never gets here.
  for (const name of ['request_state', 'tampered_state']) {
    server.registerTool(...asking(name), async (_input, ctx) => {
      const confirmed = acceptedContent(ctx.mcpReq.inputResponses, 'confirm') !== undefined;
      if (confirmed && ctx.mcpReq.requestState() !== undefined) return done('state-ok');
      const requestState = await mint({ tool: name });
      return inputRequired({ inputRequests: { confirm: confirm() }, requestState });
    });
  }
  server.registerTool(...asking('multi_round'), async (_input, ctx) => {
    const round = Number(ctx.mcpReq.requestState<Record<string, unknown>>()?.['round'] ?? 0);
    if (round === 2) return done('Both rounds are over.');
    const next =
      round === 0
        ? { step1: askFor('Step 1: What is your name?', 'name') }
        : { step2: askFor('Step 2: What is your favourite colour?', 'color') };
    const requestState = await mint({ tool: 'multi_round', round: round + 1 });
    return inputRequired({ inputRequests: next, requestState });
  });
  server.registerTool(...asking('capabilities'), (_input, ctx) => {
    if (ctx.mcpReq.inputResponses !== undefined) return done('Given.');
    const envelope = ctx.mcpReq.envelope as Record<string, Declared | undefined> | undefined;
    const declared = envelope?.[CLIENT_CAPABILITIES_META_KEY];
    const inputRequests: InputRequests = {
      ...(declared?.elicitation === undefined ? {} : { user_name: askName() }),
      ...(declared?.sampling === undefined ? {} : { greeting: sample('Generate a greeting') }),
      ...(declared?.roots === undefined ? {} : { client_roots: inputRequired.listRoots() }),
    };
    return Object.keys(inputRequests).length === 0
      ? done('Nothing can be asked.')
      : inputRequired({ inputRequests });
  });
  server.registerTool(
    'test_missing_capability',
    { description: 'Asks what the client may not have declared.', inputSchema: NOTHING },
    (_input, ctx) =>
      ctx.mcpReq.inputResponses?.['llm_answer'] === undefined
        ? inputRequired({ inputRequests: { llm_answer: sample('Say pong') } })
        : done('Sampled.'),
  );
  server.registerPrompt(
    'test_input_required_result_prompt',
    { description: 'Asks first.' },
    (ctx) => {
      const context = acceptedContent<{ context: string }>(
        ctx.mcpReq.inputResponses,
        'user_context',
      );
      if (context === undefined) {
        const inputRequests = { user_context: askFor('What is it about?', 'context') };
        return inputRequired({ inputRequests });
      }
      const message = { type: 'text' as const, text: `About ${context.context}.` };
      return { messages: [{ role: 'user' as const, content: message }] };
    },
  );
}
