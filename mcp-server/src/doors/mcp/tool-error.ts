/** A failure as a model reads it: text only, `code: sentence. What to do.`, every fault on a line of its own. */
import type { CallToolResult } from '@modelcontextprotocol/server';
import type { Problem } from '../../problems.ts';
import type { Sentences } from '../../sentences/sentences.ts';
import { problemDetails } from '../rest/problem-details.ts';

/** Holds codes, limits and ids, never a word that a person, an agent or the database wrote. */
export function toolError(problem: Problem, say: Sentences, requestId: string): CallToolResult {
  return { isError: true, content: [{ type: 'text', text: errorText(problem, say, requestId) }] };
}

export function errorText(problem: Problem, say: Sentences, requestId: string): string {
  const { code, detail, hint, errors = [] } = problemDetails(problem, say, requestId);
  const lines = errors.map(({ path, code: fault, message, fix }) =>
    [path === '' ? '-' : `- ${path}:`, `${fault}:`, message, fix].join(' '),
  );
  return [`${code}: ${detail} ${hint}`, ...lines].join('\n');
}
