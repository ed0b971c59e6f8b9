import { type ActionFailure, fail } from '@sveltejs/kit';
import { GateProblem, type ProblemView } from './gate-problem.ts';

export interface Refused {
  problem: ProblemView;
  /** What the person had written, so that nothing is lost. */
  values: Record<string, string>;
}

/**
 * Runs what a form action does. A problem of the API becomes the form's answer, with the server's own
 * sentence and the values as they were sent; anything else stays an error.
 */
export async function attempt<T>(
  values: Record<string, string>,
  act: () => Promise<T>,
): Promise<T | ActionFailure<Refused>> {
  try {
    return await act();
  } catch (cause) {
    if (!(cause instanceof GateProblem)) throw cause;
    return fail(cause.status, { problem: cause.view, values });
  }
}

/** The text fields of a form; files are not text and are left out. */
export function textsOf(form: FormData): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') texts[name] = value;
  return texts;
}
