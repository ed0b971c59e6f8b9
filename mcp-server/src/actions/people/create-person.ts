/** An admin makes an account, as a member of a project where one is named. */
import { CreatePersonInput, PersonCreatedView } from '../../contracts/people.ts';
import { problems } from '../../problems.ts';
import { appendEvents, INSTALLATION_LOG } from '../../store/events/append-events.ts';
import { insertPerson } from '../../store/people/people.ts';
import { insertMembership } from '../../store/projects/members.ts';
import { findProject } from '../../store/projects/projects.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { memberChanged } from '../projects/member-changed.ts';
import { newAccount, orTaken } from './new-account.ts';
import { personView } from './person-view.ts';
import { togetherFaults } from './together-faults.ts';

export const createPerson = action({
  name: 'create_person',
  input: CreatePersonInput,
  output: PersonCreatedView,
  permission: 'person.manage',
  place: () => ({}),
  async run(dependencies, call, input) {
    const { database } = dependencies;
    const { project, role } = input;
    const faults = togetherFaults(project, role);
    if (faults.length > 0) throw problems.inputInvalid(faults);
    if (project !== undefined && (await findProject(database.reader, project)) === null) {
      throw problems.notFound();
    }
    const account = await newAccount(dependencies, input);
    const log = { groupId: null, actor: actorOf(call.caller), at: account.createdAt };
    const person = await orTaken(dependencies, input, () =>
      database.inTransaction(async (transaction) => {
        const made = await insertPerson(transaction, account);
        const membership = project !== undefined && role !== undefined ? { project, role } : null;
        if (membership !== null) {
          await insertMembership(transaction, {
            projectId: membership.project,
            personId: made.id,
            role: membership.role,
            createdAt: account.createdAt,
          });
        }
        await appendEvents(transaction, {
          ...log,
          projectId: INSTALLATION_LOG,
          events: [
            {
              kind: 'person.created',
              details: { person: made.id, username: made.username, admin: made.isAdmin },
            },
          ],
        });
        if (membership !== null) {
          await appendEvents(transaction, {
            ...log,
            projectId: membership.project,
            events: [memberChanged(made, null, membership.role)],
          });
        }
        return made;
      }),
    );
    return { user: personView(person) };
  },
});
