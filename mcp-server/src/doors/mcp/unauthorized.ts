/** How a client without a good token learns what to do: a challenge for machines, a sentence and a line to paste for people. */
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Config } from '../../config.ts';
import type { Dependencies } from '../../dependencies.ts';
import { Problem, type ProblemCode } from '../../problems.ts';
import { sentencesIn } from '../../sentences/sentences.ts';
import { HTTP, statusOf } from '../http-status.ts';
import { noteRefusal } from '../note-refusal.ts';
import { factsOf } from '../request-facts.ts';
import { problemDetails } from '../rest/problem-details.ts';

type Address = Pick<Config, 'publicUrl'>;

/** What a person pastes into a shell to connect Claude Code. */
export function claudeLine({ publicUrl }: Address): string {
  return `claude mcp add --transport http flowgate ${publicUrl}/mcp --header "Authorization: Bearer <token>"`;
}

/**
 * The human sentence with the line: clients print it. Claude Code shortens addresses in what it prints to their origin, so
 * the end of ours is said in words as well.
 */
export function howToConnect(address: Address, code: ProblemCode = 'token_missing'): string {
  const { sentence, hint } = sentencesIn('en').problem(code);
  return `${sentence} ${hint} To connect (the address ends in /mcp): ${claudeLine(address)}`;
}

/** Answers failures of authentication on `/mcp` in the form OAuth clients know; lets others pass. */
export function challenge(dependencies: Pick<Dependencies, 'config' | 'log'>): ErrorRequestHandler {
  const address = dependencies.config;
  return (error, request, response, next) => {
    if (!(error instanceof Problem) || statusOf(error) !== HTTP.unauthorized) return next(error);
    noteRefusal(dependencies, request, response, error);
    const { code, hint } = problemDetails(error, sentencesIn('en'), factsOf(response).requestId);
    const description = howToConnect(address, error.code as ProblemCode);
    response
      .status(HTTP.unauthorized)
      .setHeader('WWW-Authenticate', challengeHeader(address, code))
      .json({ error: 'invalid_token', error_description: description, code, hint });
  };
}

function challengeHeader({ publicUrl }: Address, code: string): string {
  return [
    'Bearer realm="flowgate"',
    'error="invalid_token"',
    // Quoted words of ours only, and none of them holds a quote.
    `error_description="${code}"`,
    'scope="read"',
    `resource_metadata="${publicUrl}/.well-known/oauth-protected-resource/mcp"`,
  ].join(', ');
}

/** What this resource is. No `authorization_servers`: there is none, tokens are issued in the app. */
export function resourceMetadata({ publicUrl }: Address): RequestHandler {
  return (_request, response) => {
    response.json({
      resource: `${publicUrl}/mcp`,
      bearer_methods_supported: ['header'],
      scopes_supported: ['read'],
      resource_name: 'FlowGate',
      resource_documentation: `${publicUrl}/api/docs`,
    });
  };
}

/** There is no authorization server and no registration. Clients print this body's words to their user. */
export function noAuthorizationServer(address: Address): RequestHandler {
  return (_request, response) => {
    response
      .status(HTTP.notFound)
      .json({ error: 'not_found', error_description: howToConnect(address) });
  };
}
