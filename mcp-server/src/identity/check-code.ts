/** A code of somebody's second factor: of their app, or one of their backup codes. */
import type { Transaction } from '@flowgate/database';
import type { PersonRow } from '../store/people/people.ts';
import { burnStep, listUnusedBackupCodes, useBackupCode } from '../store/people/second-factors.ts';
import type { Doorkeeping } from './doorkeeping.ts';
import type { KeyRing } from './key-ring.ts';
import { canonicalBackupCode, isTotpCode, stepOfCode } from './second-factor.ts';

export interface CheckedCode {
  readonly kind: 'app' | 'backup';
  /** Uses it up. False: somebody was faster. */
  spend(transaction: Transaction): Promise<boolean>;
}

/** Where a sealed secret belongs. */
export function placeOfSecret(personId: string): string {
  return `second factor of ${personId}`;
}

/** Null: it is not right, or was used before. Nothing is used up yet. */
export async function checkCode(
  { database, keys, clock }: Pick<Doorkeeping, 'database' | 'keys' | 'clock'>,
  person: PersonRow,
  typed: string,
): Promise<CheckedCode | null> {
  if (person.secondFactorSince === null || person.secondFactorSecret === null) return null;
  const code = typed.replace(/[\s-]/g, '');
  const now = clock.now();
  if (isTotpCode(code)) {
    const secret = openSecret(keys, person.id, person.secondFactorSecret);
    const step = stepOfCode(secret, code, now, person.secondFactorStep);
    if (step === null) return null;
    const sealed = sealedNow(keys, person.id, person.secondFactorSecret, secret);
    return { kind: 'app', spend: (transaction) => burnStep(transaction, person.id, step, sealed) };
  }
  const backup = canonicalBackupCode(typed);
  if (backup === null) return null;
  const unused = await listUnusedBackupCodes(database.reader, person.id);
  const found = unused.find(({ codeHash }) => keys.tokenMatches(backup, sealOf(codeHash)));
  if (found === undefined) return null;
  return { kind: 'backup', spend: (transaction) => useBackupCode(transaction, found.id, now) };
}

/** Throws when the key it was sealed with is no longer on the ring: nobody can sign in with it then. */
export function openSecret(keys: KeyRing, personId: string, sealed: string): string {
  const secret = keys.secrets.unseal(sealed, placeOfSecret(personId));
  if (secret === null) throw new Error(`the second factor of person ${personId} can't be unsealed`);
  return secret;
}

/** What is stored of a backup code: enough to know it again. */
export function hashOfBackupCode(keys: KeyRing, shown: string): string {
  const { pepperId, hash } = keys.sealToken(canonicalBackupCode(shown) ?? '');
  return `${pepperId}.${hash}`;
}

function sealOf(codeHash: string): { hash: string; pepperId: string } {
  const [pepperId = '', hash = ''] = codeHash.split('.');
  return { pepperId, hash };
}

/** Sealed anew when its key is no longer the first: that is how keys are rotated. */
function sealedNow(keys: KeyRing, personId: string, sealed: string, secret: string): string {
  return keys.secrets.isOld(sealed) ? keys.secrets.seal(secret, placeOfSecret(personId)) : sealed;
}
