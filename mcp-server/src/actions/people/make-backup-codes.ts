/** Ten new backup codes in place of the old ones. They are shown this once. */
import { BackupCodesView, MakeBackupCodesInput } from '../../contracts/accounts.ts';
import { faultAt } from '../../problems.ts';
import { replaceBackupCodes } from '../../store/people/second-factors.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { logInInstallation } from './log-in-installation.ts';
import { mintBackupCodes } from './mint-backup-codes.ts';
import { requirePassword } from './require-password.ts';
import { requirePerson } from './require-person.ts';

export const makeBackupCodes = action({
  name: 'make_backup_codes',
  input: MakeBackupCodesInput,
  output: BackupCodesView,
  permission: 'account.secure',
  place: () => ({}),
  async run(dependencies, call, { password }) {
    const { database, clock } = dependencies;
    const caller = requirePerson(call.caller);
    const person = await requirePassword(dependencies, call, caller, 'password', password);
    if (person.secondFactorSince === null) throw faultAt('', 'second_factor_off');
    const { shown, rows } = mintBackupCodes(dependencies);
    const now = clock.now();
    await database.inTransaction(async (transaction) => {
      await replaceBackupCodes(transaction, person.id, rows, now);
      await logInInstallation(transaction, actorOf(caller), now, [
        { kind: 'second_factor.backup_codes_made', details: { person: person.id } },
      ]);
    });
    return { backup_codes: shown };
  },
});
