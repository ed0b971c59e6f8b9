/** Ten fresh backup codes: as they are shown, and as they are stored. */
import type { Dependencies } from '../../dependencies.ts';
import { hashOfBackupCode } from '../../identity/check-code.ts';
import { newBackupCodes } from '../../identity/second-factor.ts';
import type { NewBackupCode } from '../../store/people/second-factors.ts';

export function mintBackupCodes({ keys, newId }: Pick<Dependencies, 'keys' | 'newId'>): {
  readonly shown: string[];
  readonly rows: NewBackupCode[];
} {
  const shown = newBackupCodes();
  const rows = shown.map((code) => ({ id: newId(), codeHash: hashOfBackupCode(keys, code) }));
  return { shown, rows };
}
