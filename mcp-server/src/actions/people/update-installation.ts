/** An admin asks everybody for a second factor, or no longer does. Who asks must have one: nobody shuts themselves out. */
import { InstallationView, UpdateInstallationInput } from '../../contracts/accounts-admin.ts';
import {
  demandSecondFactor,
  EVERYWHERE,
  isSecondFactorDemanded,
} from '../../store/people/second-factor-demands.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { logInInstallation } from './log-in-installation.ts';
import { requireOwnSecondFactor } from './require-own-second-factor.ts';

export const updateInstallation = action({
  name: 'update_installation',
  input: UpdateInstallationInput,
  output: InstallationView,
  permission: 'installation.change',
  place: () => ({}),
  async run({ database, clock }, { caller }, { requires_second_factor: required }) {
    if (required !== undefined) {
      if (required) await requireOwnSecondFactor(database.reader, caller);
      const now = clock.now();
      await database.inTransaction(async (transaction) => {
        const changed = await demandSecondFactor(transaction, EVERYWHERE, required, now);
        const details = { requires_second_factor: required };
        await logInInstallation(
          transaction,
          actorOf(caller),
          now,
          changed ? [{ kind: 'installation.changed', details }] : [],
        );
      });
    }
    const demanded = await isSecondFactorDemanded(database.reader, EVERYWHERE);
    return { requires_second_factor: demanded };
  },
});
