/** Puts every door on one Express app. Tests use the same one. */
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Dependencies } from './dependencies.ts';
import { healthy, ready } from './doors/health.ts';
import { bodyErrors } from './doors/json-body.ts';
import { openLimits } from './doors/limits.ts';
import type { McpFixtures } from './doors/mcp/fixtures.ts';
import { mcpDoor, mcpErrors } from './doors/mcp/mcp-door.ts';
import type { Tool } from './doors/mcp/tool.ts';
import { noAuthorizationServer, resourceMetadata } from './doors/mcp/unauthorized.ts';
import { openMetrics } from './doors/metrics.ts';
import { hostGuard } from './doors/own-hosts.ts';
import { factsMiddleware } from './doors/request-facts.ts';
import { docsPage } from './doors/rest/docs-page.ts';
import { openApi } from './doors/rest/openapi.ts';
import { restDoor, restErrors, unknownAddress } from './doors/rest/rest-door.ts';
import { routes } from './doors/rest/routes.ts';
import { sseDoor } from './doors/sse/sse-door.ts';
import { findBuiltWeb, webDoor } from './doors/web/web-door.ts';
import { migrationsApplied } from './migrations-applied.ts';

export interface AppOptions {
  /** Tools of a test entry, beside the product's own. */
  readonly extraTools?: readonly Tool[];
  /** What a test entry probes the door of the protocol with. */
  readonly mcpFixtures?: McpFixtures;
  /** Where the build of the web app left its handler; null or absent: no pages. */
  readonly webHandlerPath?: string | null;
}

export interface App {
  readonly express: Express;
  /** Ends waits and streams; requests under way get their answers. */
  stop(): Promise<void>;
}

export async function buildApp(dependencies: Dependencies, options: AppOptions = {}): Promise<App> {
  const { config } = dependencies;
  const stopping = new AbortController();
  const limits = openLimits(dependencies);
  const mcp = mcpDoor(dependencies, limits, options.extraTools, options.mcpFixtures);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustedProxies);
  app.set('etag', false);
  app.use(factsMiddleware(stopping.signal));
  // What isn't a page shows nothing and needs nothing; pages bring a policy of their own, with a nonce per page.
  app.use(helmet(headersOf(config.publicUrl)), showsNothing);
  const metrics = openMetrics();
  app.use(metrics.observe);

  app.get('/healthz', healthy);
  app.get('/metrics', metrics.show);
  app.get('/readyz', ready(dependencies, migrationsApplied(config.databaseUrl), stopping.signal));

  app.use(hostGuard(config));
  app.use('/mcp', mcp.router);
  for (const path of ['', '/mcp']) {
    app.get(`/.well-known/oauth-protected-resource${path}`, resourceMetadata(config));
  }
  app.use(['/.well-known', '/register'], noAuthorizationServer(config));

  const contract = openApi(routes, config.publicUrl);
  app.get('/api/docs', docsPage(routes));
  app.get('/api/v1/openapi.json', (_request, response) => void response.json(contract));
  app.get('/api/v1/events', sseDoor(dependencies));
  app.use('/api/v1', restDoor(dependencies, limits));
  app.use('/api', unknownAddress);

  const web = options.webHandlerPath ? await findBuiltWeb(options.webHandlerPath) : null;
  if (web !== null) app.use(webDoor(app, web));
  app.use(unknownAddress);
  app.use('/mcp', ...mcpErrors(dependencies));
  app.use(bodyErrors, restErrors(dependencies));
  return {
    express: app,
    stop: async () => {
      stopping.abort();
      await mcp.close();
      await limits.close();
    },
  };
}

const showsNothing: RequestHandler = (_request, response, next) => {
  response.setHeader('Content-Security-Policy', "default-src 'none';frame-ancestors 'none'");
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
  next();
};

function headersOf(publicUrl: string): Parameters<typeof helmet>[0] {
  return {
    contentSecurityPolicy: false,
    frameguard: { action: 'deny' },
    strictTransportSecurity: publicUrl.startsWith('https:'),
  };
}
