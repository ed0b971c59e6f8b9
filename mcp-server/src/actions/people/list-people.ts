/** Every account, for admins. */
import { UserListView } from '../../contracts/people.ts';
import { NoInput } from '../../contracts/primitives.ts';
import { listAccounts } from '../../store/people/people.ts';
import { action } from '../action.ts';
import { personView } from './person-view.ts';

/** An installation with more people needs a search, not a longer list. */
const PEOPLE_MAX = 1_000;

export const listPeople = action({
  name: 'list_people',
  input: NoInput,
  output: UserListView,
  permission: 'person.manage',
  place: () => ({}),
  async run({ database }) {
    const people = await listAccounts(database.reader, PEOPLE_MAX);
    return { users: people.map(personView) };
  },
});
