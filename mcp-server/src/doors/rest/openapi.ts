/** The REST interface as OpenAPI 3.1, from the same rows and contracts that serve it. */
import { z } from 'zod';
import { ProblemView } from '../../contracts/index.ts';
import { membersOf } from '../any-action.ts';
import { HTTP } from '../http-status.ts';
import { VERSION } from '../version.ts';
import { snakeCase } from './input-of.ts';
import type { Route } from './route.ts';

type JsonObject = Record<string, unknown>;

export function openApi(routes: readonly Route[], publicUrl: string): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const row of routes) {
    const path = row.path.replace(/:(\w+)/g, (_whole, name: string) => `{${snakeCase(name)}}`);
    paths[path] = { ...paths[path], [row.method]: operationOf(row) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'FlowGate',
      version: VERSION,
      description:
        'JSON keys are snake_case. People use the session cookie of `POST /auth/login`; without an `Origin` header changes need `X-FlowGate-Client`. Agents use a bearer token. Errors are problem details (RFC 9457).',
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'flowgate_access' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Problem: jsonSchema(ProblemView) },
    },
  };
}

function operationOf(row: Route): JsonObject {
  const inPath = [...row.path.matchAll(/:(\w+)/g)].map(([, name = '']) => snakeCase(name));
  const filled = [...inPath, ...(row.fromCookie === null ? [] : [row.fromCookie.member])];
  const members = Object.entries(membersOf(row.action)).filter(([name]) => !filled.includes(name));
  const required = new Set(requiredOf(row));
  const takesBody = row.method !== 'get' && row.method !== 'delete';
  const hasBody = takesBody && row.body === 'json' && members.length > 0;
  const parameters = [
    ...inPath.map((name) => parameter(name, 'path', true, { type: 'string' })),
    ...(hasBody
      ? []
      : members.map(([name, schema]) =>
          parameter(name, 'query', required.has(name), jsonSchema(schema)),
        )),
  ];
  return {
    operationId: row.action.name,
    ...(row.action.permission === 'public' ? { security: [] } : { security: SECURITY }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(hasBody ? { requestBody: { required: true, content: json(bodyOf(row, filled)) } } : {}),
    responses: {
      [row.status]:
        row.status === HTTP.noContent
          ? { description: 'Done.' }
          : { description: 'Done.', content: row.lines ? LINES : json(answerOf(row)) },
      default: {
        description: 'A problem.',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  };
}

/** Lines can't be described as one document. */
const LINES = { 'application/jsonl': { schema: { type: 'string' } } };

const SECURITY = [{ session: [] }, { bearer: [] }];

function parameter(name: string, place: string, required: boolean, schema: JsonObject): JsonObject {
  return { name, in: place, required, schema };
}

function json(schema: JsonObject): JsonObject {
  return { 'application/json': { schema } };
}

function requiredOf({ action }: Route): string[] {
  const { required } = jsonSchema(action.input) as { required?: string[] };
  return required ?? [];
}

function bodyOf(row: Route, filled: readonly string[]): JsonObject {
  const {
    properties = {},
    required = [],
    ...schema
  } = jsonSchema(row.action.input) as {
    properties?: JsonObject;
    required?: string[];
  };
  return {
    ...schema,
    properties: Object.fromEntries(
      Object.entries(properties).filter(([name]) => !filled.includes(name)),
    ),
    required: required.filter((name) => !filled.includes(name)),
  };
}

/** What goes into cookies never goes into a body. */
function answerOf(row: Route): JsonObject {
  const schema = jsonSchema(row.action.output);
  if (row.session !== 'begin') return schema;
  const { anyOf } = schema as { anyOf?: JsonObject[] };
  return anyOf === undefined ? withoutCookies(schema) : { anyOf: anyOf.map(withoutCookies) };
}

function withoutCookies(schema: JsonObject): JsonObject {
  const { cookies: _cookies, ...properties } = schema['properties'] as JsonObject;
  return { ...schema, properties, required: Object.keys(properties) };
}

function jsonSchema(contract: z.ZodType): JsonObject {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(contract, {
    io: 'input',
    unrepresentable: 'any',
  }) as JsonObject;
  return schema;
}
