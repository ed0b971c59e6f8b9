/** `/mcp`: both eras of the protocol on one address, a fresh server per request, no sessions. */
import { setTimeout as pause } from 'node:timers/promises';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, type McpRequestContext, McpServer } from '@modelcontextprotocol/server';
import { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import type { Dependencies } from '../../dependencies.ts';
import { callerKey } from '../../identity/caller.ts';
import { agentOf } from '../authenticate.ts';
import { callOf } from '../call-of.ts';
import { bodyErrors, jsonBody } from '../json-body.ts';
import type { Limits } from '../limits.ts';
import { factsOf } from '../request-facts.ts';
import { VERSION } from '../version.ts';
import { whenTokenEnds } from './end-with-token.ts';
import type { McpFixtures } from './fixtures.ts';
import { guardListen, LISTEN_METHOD } from './guard-listen.ts';
import { instructionsFor } from './instructions.ts';
import { jsonRpcErrors, onlyPost, refuseBatches } from './json-rpc-error.ts';
import { type AgentCall, admitCall, admittedCall, callOfAuthInfo } from './mcp-call.ts';
import { ProjectEventBus } from './project-event-bus.ts';
import { registerPrompts } from './prompts.ts';
import { type PreparedTool, prepareTools, registerTools } from './register-tools.ts';
import { openResourceWatch } from './resource-watch.ts';
import { registerResources } from './resources.ts';
import { mayUse, type Tool } from './tool.ts';
import { tools } from './tools.ts';
import { challenge } from './unauthorized.ts';

/** Comments that keep proxies from cutting a quiet stream; their limits are rarely under a minute. */
const KEEP_ALIVE_MILLISECONDS = 15_000;
/** A tool list depends on the token alone; clients may keep it for this long. */
const LIST_MILLISECONDS = 60_000;

/** At a stop, waits end early with an answer; this is how long answers may take to get out. */
const ANSWER_MILLISECONDS_MAX = 3_000;

export interface McpDoor {
  readonly router: Router;
  /** Lets calls under way answer, then ends what listens. */
  close(): Promise<void>;
}

/** `extraTools` and `fixtures` are for test entries that measure or probe the door; the shipped server has none. */
export function mcpDoor(
  dependencies: Dependencies,
  limits: Limits,
  extraTools: readonly Tool[] = [],
  fixtures?: McpFixtures,
): McpDoor {
  const prepared = prepareTools([...tools, ...extraTools]);
  const onError = (error: Error) => dependencies.log.warn({ err: error }, 'mcp');
  const bus = new ProjectEventBus();
  const build = (context: McpRequestContext) => {
    const server = serverFor(context, prepared, dependencies, fixtures?.serverOptions);
    fixtures?.register(server, handler.notify);
    return server;
  };
  const handler = createMcpHandler(build, {
    onerror: onError,
    keepAliveMs: KEEP_ALIVE_MILLISECONDS,
    bus,
  });
  const answer = toNodeHandler(handler, { onerror: onError });
  const watch = openResourceWatch(dependencies, bus);
  const underWay = new Set<Promise<void>>();

  const router = Router();
  router.all(
    '/',
    onlyPost,
    authenticate(dependencies, limits),
    ...jsonBody(),
    refuseBatches,
    guardListen(watch),
    (request, response) => {
      // Proxies that buffer would hold progress back until it is of no use.
      response.setHeader('X-Accel-Buffering', 'no');
      const { caller } = admittedCall(request);
      const answered = bus.openedBy(caller, () => answer(request, response, request.body ?? {}));
      if (request.body?.method === LISTEN_METHOD) return answered;
      underWay.add(answered);
      return answered.finally(() => underWay.delete(answered));
    },
  );
  return {
    router,
    close: async () => {
      await Promise.race([
        Promise.allSettled(underWay),
        pause(ANSWER_MILLISECONDS_MAX, undefined, { ref: false }),
      ]);
      await handler.close();
    },
  };
}

/** Said for every failure on this address, of the guards in front of it too. */
export function mcpErrors(dependencies: Dependencies): ErrorRequestHandler[] {
  return [bodyErrors, challenge(dependencies), jsonRpcErrors(dependencies)];
}

function authenticate(dependencies: Dependencies, limits: Limits): RequestHandler {
  return async (request, response, next) => {
    const caller = await agentOf(dependencies, request);
    await limits.agentCalls.take(callerKey(caller));
    const call = callOf(request, response, caller) as AgentCall;
    const ended = whenTokenEnds(dependencies, request, response);
    // At a stop the protocol's handler ends listening by itself, in good form; only a lost token cuts it.
    ended.addEventListener('abort', () => {
      if (request.body?.method === LISTEN_METHOD) response.destroy();
    });
    admitCall(request, { ...call, signal: AbortSignal.any([factsOf(response).signal, ended]) });
    next();
  };
}

function serverFor(
  { era, authInfo }: McpRequestContext,
  prepared: readonly PreparedTool[],
  dependencies: Dependencies,
  more: McpFixtures['serverOptions'] = {},
): McpServer {
  const call = callOfAuthInfo(authInfo);
  const { scopes } = call.caller.token;
  const server = new McpServer(
    { name: 'flowgate', title: 'FlowGate', version: VERSION },
    {
      instructions: instructionsFor(prepared.filter((row) => mayUse(row, scopes))),
      capabilities: {
        // What a token may use doesn't change while it lives: nobody need listen for it.
        tools: { listChanged: false },
        prompts: { listChanged: false },
        // The stateless 2025 leg has no way to tell of changes.
        resources: { listChanged: era === 'modern', subscribe: era === 'modern' },
      },
      cacheHints: {
        'tools/list': { ttlMs: LIST_MILLISECONDS, cacheScope: 'private' },
        'prompts/list': { ttlMs: LIST_MILLISECONDS, cacheScope: 'private' },
      },
      ...more,
    },
  );
  registerTools(server, prepared, dependencies, call, era);
  registerPrompts(server, scopes);
  registerResources(server, dependencies, call);
  return server;
}
