/** One group: its root, its steps and where they stand, its documents, questions and runs. */
import { GroupView, ReadGroupInput } from '../../contracts/groups.ts';
import type { Call } from '../../dependencies.ts';
import type { AttentionReason } from '../../gate/vocabulary.ts';
import { can } from '../../identity/permissions.ts';
import { listAttentionOf } from '../../store/documents/read-document.ts';
import { listGroupDocuments } from '../../store/groups/list-groups.ts';
import { personNames } from '../../store/people/person-names.ts';
import { listQuestions } from '../../store/questions/read-questions.ts';
import { countUnreadOf, listRuns } from '../../store/runs/read-runs.ts';
import { action } from '../action.ts';
import { targetNames } from '../attention-targets.ts';
import { readScene } from '../change-group.ts';
import { documentSummary } from '../documents/document-summary.ts';
import { placeOfGroup } from '../places.ts';
import { questionViews } from '../questions/question-view.ts';
import { runView } from '../runs/run-view.ts';
import { wireTime } from '../times.ts';
import { groupSummary } from './group-summary.ts';
import { notesOf, sequenceView } from './sequence-view.ts';

/** More than one screen; older ones are found by search. */
const SHOWN_MAX = 200;

export const readGroup = action({
  name: 'read_group',
  input: ReadGroupInput,
  output: GroupView,
  permission: 'project.read',
  place: ({ group_id }) => placeOfGroup(group_id),
  run: async (dependencies, call, { group_id: groupId }) => {
    const { database, clock } = dependencies;
    const { reader } = database;
    const { record, facts } = await readScene(dependencies, call, groupId, clock.now(), {});
    const [documents, questions, runs, attention] = await Promise.all([
      listGroupDocuments(reader, groupId, SHOWN_MAX),
      listQuestions(reader, { groupId }, SHOWN_MAX),
      listRuns(reader, { groupId }, SHOWN_MAX),
      listAttentionOf(reader, { groupId }),
    ]);
    const unread = await countUnreadOf(reader, runs);
    const names = await personNames(reader, [record.ownerId, ...facts.reviewerIds]);
    const nameOf = await targetNames(reader, call.say, attention);
    const root = documents.find(({ series }) => series === 'root');
    if (root === undefined) throw new Error(`group ${groupId} has no root`);
    return {
      reviewers: facts.reviewerIds.map((id) => ({ id, name: names.get(id) ?? id })),
      group: groupSummary(record, names.get(record.ownerId) ?? record.ownerId),
      root: documentSummary(root, record.steps),
      sequence: sequenceView(facts, notesOf(record)),
      documents: documents.map((document) => documentSummary(document, record.steps)),
      questions: await questionViews(dependencies, questions, call),
      runs: runs.map((row) => runView(row, call, unread)),
      waiting_for: attention.map((row) => ({
        who: nameOf(row),
        reason: row.reason,
        why: call.say.attention(row.reason as AttentionReason),
        since: wireTime(row.since),
        document_id: row.documentId,
      })),
      may: mayHere(call, record.projectId, record.state === 'open'),
    };
  },
});

function mayHere({ caller }: Call, projectId: string, open: boolean) {
  const may = (permission: Parameters<typeof can>[1]) =>
    open && can(caller, permission, { projectId });
  return {
    arrange: may('sequence.arrange'),
    change: may('group.change'),
    confirm: may('document.confirm'),
    set_gates: may('gate.set'),
    write: may('document.write'),
    issue_tokens: may('token.issue'),
    discard: may('group.discard'),
  };
}
