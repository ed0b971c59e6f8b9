/** The checks of a revision, and what CI saw of it, as people and agents read them. */
import type { z } from 'zod';
import type { ChecksView, CheckView, ObservedView } from '../../contracts/evidence.ts';
import type { Sentences } from '../../dependencies.ts';
import type { ChecksState } from '../../gate/vocabulary.ts';
import { wireTime } from '../times.ts';
import type { CheckFound } from './findings.ts';
import type { Light } from './read-light.ts';
import type { Observation } from './seen-by-ci.ts';
import { sentenceOf } from './sentence-of.ts';

/** `state` is the document's own: it is there before anything was found. */
export function checksView(
  say: Sentences,
  state: ChecksState | null | undefined,
  { findings, foundAt }: Pick<Light, 'findings' | 'foundAt'>,
): z.input<typeof ChecksView> {
  return {
    state: state ?? 'none_configured',
    results: (findings?.checks ?? []).map((found) => checkView(say, found)),
    files: findings?.files
      ? { changed: findings.files.changed, unmentioned: [...findings.files.unmentioned] }
      : null,
    looked_at: foundAt === null ? null : wireTime(foundAt),
  };
}

function checkView(say: Sentences, { name, state, required, failures }: CheckFound): CheckView {
  const label = say.checks[name];
  return { name, label, state, required, failures: failures.map((one) => sentenceOf(say, one)) };
}

export function observedView(observation: Observation): z.input<typeof ObservedView> {
  const { id, name, sha, byName, at, evidence, tests } = observation;
  const { kind, command, exit_code, output } = evidence;
  return {
    ...{ id, name, on_commit: sha, by: byName, at: wireTime(at), kind },
    ...(command === undefined ? {} : { command }),
    ...(exit_code === undefined ? {} : { exit_code }),
    ...(output === undefined ? {} : { output }),
    ...(tests === null ? {} : { tests: { ...tests, cases: [...tests.cases] } }),
  };
}
