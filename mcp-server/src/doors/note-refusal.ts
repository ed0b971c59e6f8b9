/** One line in the log for every request that was turned away: what, where and from whom. No texts, no query, no credential. */
import type { Request, Response } from 'express';
import type { Dependencies } from '../dependencies.ts';
import type { Problem } from '../problems.ts';
import { statusOf } from './http-status.ts';
import { factsOf } from './request-facts.ts';

const PATH_CHARACTERS_MAX = 200;

export function noteRefusal(
  { log }: Pick<Dependencies, 'log'>,
  request: Request,
  response: Response,
  problem: Problem,
): void {
  const { requestId, address } = factsOf(response);
  log.info(
    {
      code: problem.code,
      status: statusOf(problem),
      method: request.method,
      path: request.originalUrl.replace(/\?.*/s, '').slice(0, PATH_CHARACTERS_MAX),
      address,
      request_id: requestId,
    },
    'refused',
  );
}
