/** An admin invites somebody: a link that makes one account, with a place in a project where one is named. */
import { InvitedView, InvitePersonInput } from '../../contracts/accounts-admin.ts';
import { type Fault, problems } from '../../problems.ts';
import { findPersonByName } from '../../store/people/people.ts';
import { findProject } from '../../store/projects/projects.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { logInInstallation } from './log-in-installation.ts';
import { mintLink } from './mint-link.ts';
import { togetherFaults } from './together-faults.ts';

/** Its answer is the only time the link is shown. */
export const invitePerson = action({
  name: 'invite_person',
  input: InvitePersonInput,
  output: InvitedView,
  permission: 'person.manage',
  place: () => ({}),
  async run(dependencies, { caller }, input) {
    const { database } = dependencies;
    const { email, project = null, role = null, is_admin: isAdmin = false } = input;
    const faults: Fault[] = togetherFaults(input.project, input.role);
    if ((await findPersonByName(database.reader, email)) !== null) {
      faults.push({ path: 'email', code: 'taken', params: {} });
    }
    if (faults.length > 0) throw problems.inputInvalid(faults);
    if (project !== null && (await findProject(database.reader, project)) === null) {
      throw problems.notFound();
    }
    const minted = mintLink(dependencies, 'invitation', {
      madeById: caller.kind === 'person' ? caller.id : null,
      offer: {
        email,
        displayName: input.display_name ?? null,
        isAdmin,
        language: input.language ?? null,
        project,
        role,
      },
    });
    await database.inTransaction(async (transaction) => {
      await minted.insert(transaction);
      const details = { invitation: minted.id, admin: isAdmin, project, role };
      await logInInstallation(transaction, actorOf(caller), minted.createdAt, [
        { kind: 'person.invited', details },
      ]);
    });
    return {
      link: minted.link,
      expires_at: minted.expiresAt.toISOString(),
      invitation: {
        id: minted.id,
        email,
        is_admin: isAdmin,
        project,
        role,
        made_by: caller.kind === 'person' ? caller.name : null,
        made_at: minted.createdAt.toISOString(),
        expires_at: minted.expiresAt.toISOString(),
      },
    };
  },
});
