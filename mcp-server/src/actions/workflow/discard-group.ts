/** Ends a group without approval, with a reason; from then on it is read-only. */
import { DiscardGroupInput, GroupChangedView } from '../../contracts/groups.ts';
import { rule } from '../../gate/rule.ts';
import { personNames } from '../../store/people/person-names.ts';
import { action } from '../action.ts';
import { changeGroup, readScene, requireAllowed } from '../change-group.ts';
import { gatePerson } from '../gate-callers.ts';
import { placeOfGroup } from '../places.ts';
import { groupSummary } from './group-summary.ts';

export const discardGroup = action({
  name: 'discard_group',
  input: DiscardGroupInput,
  output: GroupChangedView,
  permission: 'group.discard',
  place: ({ group_id }) => placeOfGroup(group_id),
  run: async (dependencies, call, { group_id: groupId, reason }) => {
    await changeGroup(dependencies, call, groupId, {}, ({ facts }) => ({
      ...requireAllowed(
        rule(facts, { verb: 'discard', by: gatePerson(call.caller, facts.projectId) }),
      ),
      texts: { closedBecause: reason },
      answer: () => null,
    }));
    const { database, clock } = dependencies;
    const { record } = await readScene(dependencies, call, groupId, clock.now(), {});
    const names = await personNames(database.reader, [record.ownerId]);
    return { group: groupSummary(record, names.get(record.ownerId) ?? record.ownerId) };
  },
});
