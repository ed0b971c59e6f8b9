/** Failures in front of the protocol, in the protocol's own form: never a page, never a stack. */
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Dependencies } from '../../dependencies.ts';
import { sentencesIn } from '../../sentences/sentences.ts';
import { HTTP, statusOf } from '../http-status.ts';
import { noteRefusal } from '../note-refusal.ts';
import { problemOf } from '../problem-of.ts';
import { factsOf } from '../request-facts.ts';
import { errorText } from './tool-error.ts';

const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;
const INTERNAL_ERROR = -32603;
/** From the range the protocol leaves to servers. */
const REFUSED = -32000;

export function jsonRpcErrors(dependencies: Dependencies): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const { requestId } = factsOf(response);
    const problem = problemOf(error, dependencies, requestId);
    noteRefusal(dependencies, request, response, problem);
    if (response.headersSent) return void response.destroy();
    if (problem.retryAfterSeconds !== undefined) {
      response.setHeader('Retry-After', problem.retryAfterSeconds);
    }
    const code =
      problem.code === 'body_invalid'
        ? PARSE_ERROR
        : problem.code === 'defect'
          ? INTERNAL_ERROR
          : REFUSED;
    response
      .status(statusOf(problem))
      .json(rpcError(code, errorText(problem, sentencesIn('en'), requestId)));
  };
}

/** The 2025 leg would answer arrays call by call, past every guard that looks at one. */
export const refuseBatches: RequestHandler = (request, response, next) => {
  if (!Array.isArray(request.body)) return next();
  response
    .status(HTTP.badRequest)
    .json(rpcError(INVALID_REQUEST, 'Batches are not taken. Send one message per request.'));
};

/** No session to read from or to end: only POST. */
export const onlyPost: RequestHandler = (request, response, next) => {
  if (request.method === 'POST') return next();
  response
    .status(HTTP.methodNotAllowed)
    .setHeader('Allow', 'POST')
    .json(rpcError(REFUSED, 'Method not allowed. This server keeps no sessions: send POST.'));
};

function rpcError(code: number, message: string) {
  return { jsonrpc: '2.0', error: { code, message }, id: null };
}
