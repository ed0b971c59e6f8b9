/** Every account, and every invitation that is still open, for admins. */
import { UserListView } from '../../contracts/accounts-admin.ts';
import { NoInput } from '../../contracts/primitives.ts';
import { listOpenInvitations } from '../../store/people/one-time-links.ts';
import { lastSeen, listAccounts } from '../../store/people/people.ts';
import { personNames } from '../../store/people/person-names.ts';
import { action } from '../action.ts';
import { accountView } from './account-view.ts';
import { invitationView } from './invitation-view.ts';

/** An installation with more people needs a search, not a longer list. */
const PEOPLE_MAX = 1_000;
const INVITATIONS_MAX = 200;

export const listPeople = action({
  name: 'list_people',
  input: NoInput,
  output: UserListView,
  permission: 'person.manage',
  place: () => ({}),
  async run({ database, clock }) {
    const { reader } = database;
    const people = await listAccounts(reader, PEOPLE_MAX);
    const seen = await lastSeen(reader);
    const invitations = await listOpenInvitations(reader, clock.now(), INVITATIONS_MAX);
    const makers = await personNames(
      reader,
      invitations.map(({ madeById }) => madeById),
    );
    return {
      users: people.map((person) => accountView(person, seen.get(person.id) ?? null)),
      invitations: invitations.map((row) => invitationView(row, makers)),
    };
  },
});
