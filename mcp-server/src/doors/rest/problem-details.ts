/** A failure as RFC 9457 problem details, in the caller's language. */
import type { Response } from 'express';
import type { ProblemView } from '../../contracts/index.ts';
import type { Problem, ProblemCode } from '../../problems.ts';
import type { Sentences } from '../../sentences/sentences.ts';
import { statusOf } from '../http-status.ts';
import { factsOf } from '../request-facts.ts';

export function problemDetails(problem: Problem, say: Sentences, requestId: string): ProblemView {
  const params = { count: problem.faults.length || undefined, ...problem.params };
  const { sentence, hint } = problem.refused
    ? say.refusal(problem.code as Parameters<Sentences['refusal']>[0], params)
    : say.problem(problem.code as ProblemCode, params);
  const errors = problem.faults.map((fault) => ({
    path: fault.path,
    code: fault.code,
    ...say.fault(fault.code, { path: fault.path, ...fault.params }),
  }));
  return {
    type: `urn:flowgate:problem:${problem.code}`,
    title: problem.code.replaceAll('_', ' '),
    status: statusOf(problem),
    code: problem.code,
    detail: sentence,
    hint,
    ...(errors.length > 0 ? { errors } : {}),
    request_id: requestId,
  };
}

/** Answers with the problem and what a row of the table adds to it, unless an answer is under way already. */
export function sendProblem(
  response: Response,
  problem: Problem,
  say: Sentences,
  beside: (view: ProblemView) => object = () => ({}),
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const view = problemDetails(problem, say, factsOf(response).requestId);
  if (problem.retryAfterSeconds !== undefined) {
    response.setHeader('Retry-After', problem.retryAfterSeconds);
  }
  response
    .status(view.status)
    .type('application/problem+json')
    .send(JSON.stringify({ ...view, ...beside(view) }));
}
