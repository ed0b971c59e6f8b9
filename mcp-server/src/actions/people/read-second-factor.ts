/** How one's own account stands to the second factor, and who asks for one. */
import { SecondFactorView } from '../../contracts/accounts.ts';
import { NoInput } from '../../contracts/primitives.ts';
import { problems } from '../../problems.ts';
import { findPerson } from '../../store/people/people.ts';
import { readSecondFactorDemands } from '../../store/people/second-factor-demands.ts';
import { countUnusedBackupCodes } from '../../store/people/second-factors.ts';
import { action } from '../action.ts';
import { requirePerson } from './require-person.ts';

export const readSecondFactor = action({
  name: 'read_second_factor',
  input: NoInput,
  output: SecondFactorView,
  permission: 'account.secure',
  place: () => ({}),
  async run({ database }, call) {
    const { id, isAdmin, roles, withheld } = requirePerson(call.caller);
    const person = await findPerson(database.reader, id);
    if (person === null) throw problems.sessionExpired();
    const { ofInstallation, ofProjects } = await readSecondFactorDemands(database.reader);
    return {
      on: person.secondFactorSince !== null,
      since: person.secondFactorSince?.toISOString() ?? null,
      backup_codes_left: await countUnusedBackupCodes(database.reader, id),
      demanded: {
        by_installation: ofInstallation,
        by_projects: ofProjects.filter((slug) => isAdmin || roles.has(slug) || withheld.has(slug)),
      },
    };
  },
});
