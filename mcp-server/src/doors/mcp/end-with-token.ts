/** A wait or a stream outlives the moment its token was looked at. This looks again until it ends. */
import type { Request, Response } from 'express';
import type { Dependencies } from '../../dependencies.ts';
import { agentOf } from '../authenticate.ts';

/** A revoked token must be out within five seconds. */
const LOOK_MILLISECONDS = 4_000;

/** Fires when the token of an open request is no longer taken. */
export function whenTokenEnds(
  dependencies: Dependencies,
  request: Request,
  response: Response,
): AbortSignal {
  const ended = new AbortController();
  const look = setInterval(() => {
    agentOf(dependencies, request).catch(() => ended.abort());
  }, LOOK_MILLISECONDS);
  response.once('close', () => clearInterval(look));
  return ended.signal;
}
