/** What a type said before: who changed which of its members, and when. */
import { TypePlaceInput, TypeVersionListView } from '../../contracts/types.ts';
import { TYPE_VERSIONS_SHOWN_MAX } from '../../gate/limits.ts';
import {
  listTypeVersions as listRows,
  type TypeVersionRecord,
} from '../../store/types/definition-rows.ts';
import { action } from '../action.ts';
import { placeInReach, projectInReach } from '../projects/place-in-reach.ts';
import { changedMembers } from './changed-members.ts';
import { readTypeRecord } from './read-type-record.ts';

export const listTypeVersions = action({
  name: 'list_type_versions',
  input: TypePlaceInput,
  output: TypeVersionListView,
  permission: 'project.read',
  place: ({ project }, call) => placeInReach(project, call),
  async run({ database: { reader } }, call, { project, code }) {
    const { id } = await readTypeRecord(reader, projectInReach(project, call), code);
    // One more than is shown: the oldest shown is compared with it.
    const rows = await listRows(reader, id, { take: TYPE_VERSIONS_SHOWN_MAX + 1 });
    return {
      versions: rows
        .slice(0, TYPE_VERSIONS_SHOWN_MAX)
        .map((row, index) => versionView(row, rows[index + 1])),
    };
  },
});

function versionView(row: TypeVersionRecord, before: TypeVersionRecord | undefined) {
  const { version, at, authorId, authorName } = row;
  return {
    version,
    at: at.toISOString(),
    by:
      authorId === null || authorName === null
        ? null
        : { kind: 'person' as const, id: authorId, name: authorName },
    changed: before === undefined ? [] : changedMembers(before, row),
  };
}
