/** What the installation asks of everybody. */
import { InstallationView } from '../../contracts/accounts-admin.ts';
import { NoInput } from '../../contracts/primitives.ts';
import { EVERYWHERE, isSecondFactorDemanded } from '../../store/people/second-factor-demands.ts';
import { action } from '../action.ts';

export const readInstallation = action({
  name: 'read_installation',
  input: NoInput,
  output: InstallationView,
  permission: 'installation.change',
  place: () => ({}),
  async run({ database }) {
    const demanded = await isSecondFactorDemanded(database.reader, EVERYWHERE);
    return { requires_second_factor: demanded };
  },
});
