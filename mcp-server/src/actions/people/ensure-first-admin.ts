/** At start: the admin that the settings name, while nobody is one. */

import { CreatePersonInput } from '../../contracts/people.ts';
import type { Dependencies } from '../../dependencies.ts';
import { Problem } from '../../problems.ts';
import { hasAdmin } from '../../store/people/people.ts';
import { SYSTEM_ACTOR } from '../actor-of.ts';
import { insertFirstAdmin } from './first-admin.ts';
import { newAccount, orTaken } from './new-account.ts';

/**
 * False: no admin is named, or there is one already. Throws a sentence that names the setting, not its value,
 * when the account can't be made.
 */
export async function ensureFirstAdmin(
  dependencies: Pick<Dependencies, 'config' | 'database' | 'newId' | 'clock'>,
): Promise<boolean> {
  const { config, database } = dependencies;
  if (config.firstAdmin === null || (await hasAdmin(database.reader))) return false;
  const parsed = CreatePersonInput.safeParse(config.firstAdmin);
  if (!parsed.success) throw badSettings(parsed.error.issues.map(({ path }) => path.join('.')));
  try {
    const account = await newAccount(dependencies, parsed.data);
    await orTaken(dependencies, parsed.data, () =>
      database.inTransaction((transaction) =>
        insertFirstAdmin(transaction, account, { actor: SYSTEM_ACTOR }),
      ),
    );
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code === 'setup_done') return false;
    // Another process with the same settings may have been faster by a breath.
    if (await hasAdmin(database.reader)) return false;
    throw badSettings(error.faults.map(({ path, code }) => `${path} (${code})`));
  }
}

function badSettings(members: readonly string[]): Error {
  const settings = [...new Set(members)].map((member) => `FLOWGATE_ADMIN_${member.toUpperCase()}`);
  return new Error(
    `The first admin can't be made: ${settings.join(', ')} can't be taken. A password has 12 characters or more and at most 72 bytes, and is none that everybody tries first.`,
  );
}
