/** Reads a JSON body: bounded in bytes and depth, UTF-8 to the letter. Every fault is a Problem, never a page or a stack. */
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { REQUEST_BYTES_MAX, REQUEST_DEPTH_MAX } from '../contracts/index.ts';
import { faultAt, problems } from '../problems.ts';

const readBytes = express.raw({ type: () => true, limit: REQUEST_BYTES_MAX });

/** Leaves `request.body` undefined where no body was sent. */
export function jsonBody(): RequestHandler[] {
  return [readBytes, parseJson];
}

/** Turns the body reader's own errors into Problems. */
export const bodyErrors: ErrorRequestHandler = (error, _request, _response, next) => {
  const type: unknown = error?.type;
  if (type === 'entity.too.large') next(problems.tooLarge(REQUEST_BYTES_MAX));
  else if (typeof type === 'string' || error instanceof URIError) next(problems.bodyInvalid());
  else next(error);
};

const parseJson: RequestHandler = (request, _response, next) => {
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) {
    request.body = undefined;
    return next();
  }
  if (!isJson(request.get('content-type') ?? '')) throw problems.bodyInvalid();
  request.body = parse(bytes);
  refuseShape(request.body);
  next();
};

function isJson(contentType: string): boolean {
  return /^application\/([a-z0-9.+-]+\+)?json\s*(;|$)/i.test(contentType);
}

function parse(bytes: Buffer): unknown {
  try {
    // Fatal: a lenient decoder would store U+FFFD in place of what was meant.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw problems.bodyInvalid();
  }
}

/** Level by level, not by recursion: the depth is the caller's. */
function refuseShape(body: unknown): void {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > REQUEST_DEPTH_MAX) {
      throw faultAt('', 'depth_exceeded', { max: REQUEST_DEPTH_MAX });
    }
    const objects = level.filter((value) => typeof value === 'object' && value !== null);
    // Legal JSON and no honest caller's; kept, it could poison an object that it is spread into.
    if (objects.some((value) => Object.hasOwn(value, '__proto__'))) throw problems.bodyInvalid();
    level = objects.flatMap((value) => Object.values(value));
  }
}
