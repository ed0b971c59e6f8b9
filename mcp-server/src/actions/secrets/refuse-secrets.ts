/** What an agent writes holds no secret, unless a person has said that it is none. */
import type { Call, Dependencies } from '../../dependencies.ts';
import { type Fault, problems } from '../../problems.ts';
import { allowedFingerprints, recordFinding } from '../../store/secrets/secret-findings.ts';
import { actorOf } from '../actor-of.ts';
import { findSecrets } from './find-secrets.ts';

/** A place longer than this is cut in the record. */
const PATH_CHARACTERS_MAX = 180;

export interface RefusedSecret {
  readonly path: string;
  readonly kind: string;
  /** Keyed by this installation and bound to the project: it can be compared, not read and not guessed. */
  readonly fingerprint: string;
}

/** What isn't allowed in this project. Reads the database only where something was found; writes nothing. */
export async function refusedSecrets(
  { database, keys }: Dependencies,
  { caller }: Call,
  projectId: string,
  input: unknown,
): Promise<RefusedSecret[]> {
  // People answer for what they write themselves.
  if (caller.kind !== 'agent') return [];
  const found = (await findSecrets(input)).map(({ path, kind, value }) => ({
    path,
    kind,
    fingerprint: keys.pseudonym(`secret in ${projectId}: ${value}`),
  }));
  if (found.length === 0) return [];
  const fingerprints = found.map(({ fingerprint }) => fingerprint);
  const allowed = await allowedFingerprints(database.reader, projectId, fingerprints);
  return found.filter(({ fingerprint }) => !allowed.has(fingerprint));
}

export function faultsOfSecrets(refused: readonly RefusedSecret[]): Fault[] {
  const paths = new Set(refused.map(({ path }) => path));
  return [...paths].map((path) => ({ path, code: 'secret_found', params: {} }));
}

/** So that a person can see what was refused, and allow what is none. In a transaction of its own: nothing else is stored. */
export async function recordSecrets(
  { database, clock, newId }: Dependencies,
  { caller }: Call,
  projectId: string,
  refused: readonly RefusedSecret[],
): Promise<void> {
  if (refused.length === 0) return;
  const foundAt = clock.now();
  await database.inTransaction(async (transaction) => {
    for (const { path, kind, fingerprint } of refused) {
      await recordFinding(transaction, {
        id: newId(),
        projectId,
        fingerprint,
        kind,
        path: path.slice(0, PATH_CHARACTERS_MAX),
        caller: actorOf(caller),
        foundAt,
      });
    }
  });
}

/** Throws `input_invalid` with each place. */
export async function refuseSecrets(
  dependencies: Dependencies,
  call: Call,
  projectId: string,
  input: unknown,
): Promise<void> {
  const refused = await refusedSecrets(dependencies, call, projectId, input);
  if (refused.length === 0) return;
  await recordSecrets(dependencies, call, projectId, refused);
  throw problems.inputInvalid(faultsOfSecrets(refused));
}
