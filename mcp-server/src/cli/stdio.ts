/**
 * For clients that start a command instead of opening an address: passes tools, resources, prompts and progress
 * through to `/mcp` of a running server, word for word. It holds no rule and no state. Nothing but protocol goes to stdout.
 */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Server } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';

/** `await_verdict` may wait an hour; the server ends every call by itself, so this only catches a dead line. */
const CALL_MILLISECONDS_MAX = 3_700_000;

export interface PassThroughSettings {
  readonly url: string;
  readonly token: string;
}

/** Connects, then serves until stdin ends. Throws a sentence when the server can't be reached or refuses the token. */
export async function passThrough({ url, token }: PassThroughSettings): Promise<void> {
  const client = new Client(
    { name: 'flowgate-stdio', version: '1' },
    { versionNegotiation: { mode: 'auto' } },
  );
  const transport = new StreamableHTTPClientTransport(new URL(`${url}/mcp`), {
    requestInit: { headers: { Authorization: `Bearer ${token}` } },
  });
  await client.connect(transport).catch(async (error: unknown) => {
    throw (await refusalOf(url, token)) ?? error;
  });
  const instructions = client.getInstructions();
  serveStdio(() => serverTo(client, instructions), {
    onerror: (error) => process.stderr.write(`flowgate stdio: ${error.message}\n`),
  });
}

/** The protocol's client keeps the number of a refusal and drops its words; they are what a person needs. */
async function refusalOf(url: string, token: string): Promise<Error | null> {
  const response = await fetch(`${url}/mcp`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
  }).catch(() => null);
  const body: unknown = await response?.json().catch(() => null);
  const said = (body as { error_description?: unknown } | null)?.error_description;
  return typeof said === 'string' ? new Error(said) : null;
}

function serverTo(client: Client, instructions: string | undefined): Server {
  const server = new Server(client.getServerVersion() ?? { name: 'flowgate', version: 'unknown' }, {
    capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} },
    ...(instructions === undefined ? {} : { instructions }),
  });
  server.setRequestHandler('tools/list', ({ params }) => client.listTools(params));
  server.setRequestHandler('tools/call', ({ params }, ctx) => {
    const progressToken = ctx.mcpReq._meta?.progressToken;
    const { _meta: _ownOfThisLeg, ...call } = params;
    return client.callTool(call, {
      signal: ctx.mcpReq.signal,
      timeout: CALL_MILLISECONDS_MAX,
      ...(progressToken === undefined
        ? {}
        : {
            onprogress: (progress) =>
              void ctx.mcpReq
                .notify({
                  method: 'notifications/progress',
                  params: { ...progress, progressToken },
                })
                .catch(() => undefined),
          }),
    });
  });
  server.setRequestHandler('resources/list', ({ params }) => client.listResources(params));
  server.setRequestHandler('resources/templates/list', ({ params }) =>
    client.listResourceTemplates(params),
  );
  server.setRequestHandler('resources/read', ({ params }) => client.readResource(params));
  server.setRequestHandler('prompts/list', ({ params }) => client.listPrompts(params));
  server.setRequestHandler('prompts/get', ({ params }) => client.getPrompt(params));
  server.setRequestHandler('completion/complete', ({ params }) => client.complete(params));
  return server;
}
