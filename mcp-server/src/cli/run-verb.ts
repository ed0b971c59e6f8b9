/** What every verb has: `--json`, `--help`, sentences instead of stack traces, and an exit code that tells. */
import type { Command } from 'commander';
import { BadSettings } from '../config.ts';
import type { Call } from '../dependencies.ts';
import { problemDetails } from '../doors/rest/problem-details.ts';
import type { Caller } from '../identity/caller.ts';
import { Problem } from '../problems.ts';
import { sentencesIn } from '../sentences/sentences.ts';

export interface JsonOption {
  readonly json?: boolean;
}

const say = sentencesIn('en');

/** Adds the option that every verb has. Call it first: it is the same everywhere. */
export function withJson(verb: Command): Command {
  return verb.option('--json', 'answer with one JSON document');
}

/** Runs a verb. What fails is said on stderr, and the process ends with 1. */
export function run<Arguments extends unknown[]>(work: (...given: Arguments) => Promise<void>) {
  return async (...given: Arguments): Promise<void> => {
    try {
      await work(...given);
    } catch (error) {
      complain(error, given.some(asksForJson));
      process.exitCode = 1;
    }
  };
}

/** A call of somebody who sits at the machine itself. */
export function callFrom(caller: Caller): Call {
  return { caller, say, requestId: 'command-line', address: '', userAgent: 'flowgate' };
}

function complain(error: unknown, asJson: boolean): void {
  const problem = error instanceof Problem ? problemDetails(error, say, 'command-line') : null;
  if (asJson) {
    const failure = problem ?? { code: 'failed', detail: sentenceOf(error) };
    process.stderr.write(`${JSON.stringify(failure, null, 2)}\n`);
    return;
  }
  const faults = problem?.errors?.map(({ message, fix }) => `  ${message} ${fix}`) ?? [];
  const sentence = problem === null ? sentenceOf(error) : `${problem.detail} ${problem.hint}`;
  process.stderr.write(`${[sentence, ...faults].join('\n')}\n`);
}

function sentenceOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return error instanceof BadSettings ? `These settings can't be used:\n${text}` : text;
}

function asksForJson(given: unknown): boolean {
  return typeof given === 'object' && given !== null && 'json' in given && given.json === true;
}
