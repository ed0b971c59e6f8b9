/** A group gets another title, another owner, or people who are asked to judge in it: so attention is corrected. */

import { GroupChangedView, UpdateGroupInput } from '../../contracts/groups.ts';
import type { Dependencies } from '../../dependencies.ts';
import { refuseClosedGroup } from '../../gate/closed.ts';
import type { GroupFacts } from '../../gate/facts.ts';
import { roleReaches } from '../../identity/permissions.ts';
import { faultAt, problems } from '../../problems.ts';
import { type GroupRow, updateGroupRow } from '../../store/groups/update-group-row.ts';
import { foldName } from '../../store/people/people.ts';
import { personNames } from '../../store/people/person-names.ts';
import { listMembersNamed, type MemberNamed } from '../../store/projects/members.ts';
import { action } from '../action.ts';
import { changeGroup, readScene } from '../change-group.ts';
import { placeOfGroup } from '../places.ts';
import { groupSummary } from './group-summary.ts';

export const updateGroup = action({
  name: 'update_group',
  input: UpdateGroupInput,
  output: GroupChangedView,
  permission: 'group.change',
  place: ({ group_id }) => placeOfGroup(group_id),
  run: async (dependencies, call, { group_id: groupId, title, owner, reviewers }) => {
    const { projectId = '' } = placeOfGroup(groupId);
    const found = await findPeople(dependencies, projectId, owner, reviewers);
    await changeGroup<void>(dependencies, call, groupId, {}, ({ record, facts }) => {
      const closed = refuseClosedGroup(facts);
      if (closed !== null) throw problems.refused(closed.refusal);
      const change: GroupRow = {
        ...(title === undefined || title === record.title ? {} : { title }),
        ...(found.owner === null || found.owner.personId === record.ownerId
          ? {}
          : { ownerId: found.owner.personId }),
        ...(found.reviewers === null
          ? {}
          : { reviewerIds: JSON.stringify(found.reviewers.map(({ personId }) => personId)) }),
      };
      const changed = Object.keys(change);
      if (changed.length === 0) return { settled: undefined };
      const { ownerId } = change;
      const details = {
        changed: changed.join(' '),
        ...(ownerId === undefined ? {} : { owner: ownerId }),
      };
      return {
        changes: [],
        events: [{ kind: 'group.changed', details }],
        also: (transaction) => updateGroupRow(transaction, groupId, change),
        reckon: (after) => reckon(after, found),
        answer: () => undefined,
      };
    });
    const { database, clock } = dependencies;
    const { record } = await readScene(dependencies, call, groupId, clock.now(), {});
    const names = await personNames(database.reader, [record.ownerId]);
    return { group: groupSummary(record, names.get(record.ownerId) ?? record.ownerId) };
  },
});

interface Found {
  readonly owner: MemberNamed | null;
  readonly reviewers: readonly MemberNamed[] | null;
}

/** Throws `person_unknown` for each who can't be what they are named for: an owner writes at least, a reviewer judges. */
async function findPeople(
  { database: { reader } }: Dependencies,
  projectId: string,
  owner: string | undefined,
  reviewers: readonly string[] | undefined,
): Promise<Found> {
  const names = [...(owner === undefined ? [] : [owner]), ...(reviewers ?? [])];
  const members = await listMembersNamed(reader, projectId, names);
  const find = (username: string, role: 'author' | 'reviewer', path: string) => {
    const member = members.get(foldName(username));
    if (member === undefined || !roleReaches(member.role, role)) {
      throw faultAt(path, 'person_unknown');
    }
    return member;
  };
  return {
    owner: owner === undefined ? null : find(owner, 'author', 'owner'),
    reviewers:
      reviewers?.map((name, index) => find(name, 'reviewer', `reviewers[${index}]`)) ?? null,
  };
}

function reckon(facts: GroupFacts, { owner, reviewers }: Found): GroupFacts {
  return {
    ...facts,
    ...(owner === null
      ? {}
      : { ownerId: owner.personId, ownerMayJudge: roleReaches(owner.role, 'reviewer') }),
    ...(reviewers === null ? {} : { reviewerIds: reviewers.map(({ personId }) => personId) }),
  };
}
