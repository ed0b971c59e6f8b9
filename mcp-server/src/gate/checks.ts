/** Named checks: what each rests on, and what they mean for who is asked. */
import type { DocumentFacts } from './facts.ts';
import type { CheckName, CheckState, ChecksState } from './vocabulary.ts';

/** Whether the checks come first: nobody is asked meanwhile, and no policy opens the gate. */
export function isAwaitingChecks({ checks }: Pick<DocumentFacts, 'checks'>): boolean {
  return checks === 'running' || checks === 'waiting';
}

/** Something was found untrue or red: a person looks first, and nobody opens the gate in their place. */
export function needsEyes({
  contradicted,
  checks,
}: Pick<DocumentFacts, 'contradicted' | 'checks'>): boolean {
  return contradicted || checks === 'failed' || checks === 'overdue';
}

/** What is there to observe with: a linked repository, and a live token of CI. */
export interface Observers {
  readonly repository: boolean;
  readonly ci: boolean;
}

const NEEDS: Readonly<Record<CheckName, (observers: Observers) => boolean>> = {
  tests_pass: ({ ci }) => ci,
  commands_pass: ({ ci }) => ci,
  commit_exists: ({ repository }) => repository,
  diff_applies: ({ repository }) => repository,
  files_match: ({ repository }) => repository,
  claims_verified: ({ repository, ci }) => repository || ci,
};

/** The checks that can ever be green here. */
export function observedChecks(observers: Observers): readonly CheckName[] {
  return (Object.keys(NEEDS) as CheckName[]).filter((name) => NEEDS[name](observers));
}

export interface CheckResult {
  readonly name: CheckName;
  readonly state: CheckState;
  /** Named by the gate: red sends the document back. */
  readonly required: boolean;
}

/** Where all of them stand together. No check at all: null, which is never green. */
export function checksStateOf(
  results: readonly CheckResult[],
  overdue: boolean,
): ChecksState | null {
  if (results.length === 0) return null;
  if (results.some(({ state }) => state === 'red')) return 'failed';
  const missing = results.some(({ state, required }) => required && state === 'missing');
  if (missing) return overdue ? 'overdue' : 'waiting';
  return results.every(({ state }) => state === 'missing') ? null : 'passed';
}
