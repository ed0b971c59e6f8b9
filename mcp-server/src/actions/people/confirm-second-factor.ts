/** The first code of the app has come back: from here on signing in needs one. The backup codes are shown this once. */
import { BackupCodesView, ConfirmSecondFactorInput } from '../../contracts/accounts.ts';
import { ENROLMENT_SECONDS } from '../../gate/limits.ts';
import { openSecret } from '../../identity/check-code.ts';
import { stepOfCode } from '../../identity/second-factor.ts';
import { admitAttempt, attemptKeys } from '../../identity/sign-in-attempts.ts';
import { faultAt, problems } from '../../problems.ts';
import { settleAttempt } from '../../store/people/attempts.ts';
import { findPerson } from '../../store/people/people.ts';
import { replaceBackupCodes, turnSecondFactorOn } from '../../store/people/second-factors.ts';
import { endSessionsOf } from '../../store/people/sessions.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { logInInstallation } from './log-in-installation.ts';
import { mintBackupCodes } from './mint-backup-codes.ts';
import { requirePerson } from './require-person.ts';

export const confirmSecondFactor = action({
  name: 'confirm_second_factor',
  input: ConfirmSecondFactorInput,
  output: BackupCodesView,
  permission: 'account.secure',
  place: () => ({}),
  async run(dependencies, call, { code }) {
    const { database, clock, keys } = dependencies;
    const caller = requirePerson(call.caller);
    const now = clock.now();
    const person = await findPerson(database.reader, caller.id);
    if (person === null) throw problems.sessionExpired();
    const { secondFactorSecret: sealed, secondFactorOfferedAt: offeredAt } = person;
    if (person.secondFactorSince !== null) throw faultAt('', 'second_factor_on');
    const isOver =
      sealed === null ||
      offeredAt === null ||
      now.getTime() - offeredAt.getTime() >= ENROLMENT_SECONDS * 1000;
    if (isOver) throw faultAt('', 'enrolment_over');

    const attempt = attemptKeys(keys, person.id, call.address, { purpose: 'code', isKnown: true });
    await admitAttempt(dependencies, attempt);
    const secret = openSecret(keys, person.id, sealed);
    const step = stepOfCode(secret, code.replace(/\s/g, ''), now, null);
    if (step === null) throw faultAt('code', 'code_wrong');
    const { shown, rows } = mintBackupCodes(dependencies);
    await database.inTransaction(async (transaction) => {
      const on = await turnSecondFactorOn(transaction, person.id, sealed, step, now);
      if (!on) throw faultAt('', 'enrolment_over');
      await replaceBackupCodes(transaction, person.id, rows, now);
      await settleAttempt(transaction, attempt.pair, [attempt.address], now);
      // They were opened by the password alone.
      const ended = await endSessionsOf(transaction, person.id, now, caller.sessionId);
      await logInInstallation(transaction, actorOf(caller), now, [
        { kind: 'second_factor.turned_on', details: { person: person.id, sessions_ended: ended } },
      ]);
    });
    return { backup_codes: shown };
  },
});
