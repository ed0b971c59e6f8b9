/** What a run has done, as people ask in the morning: approved, not read by a person, assumed, waiting. */
import type { Reader } from '@flowgate/database';
import { listAttentionOf } from '../../store/documents/read-document.ts';
import { listAssumptionsOf, listDocumentsOfRun } from '../../store/runs/read-runs.ts';

interface Place {
  readonly id: string;
  readonly tokenId: string;
  readonly groupId: string;
}

export type Digest = Awaited<ReturnType<typeof readDigest>>;
export type RunDocument = Awaited<ReturnType<typeof listDocumentsOfRun>>[number];

/** Three statements. Agents that must act are no one's morning: the run is one of them. */
export async function readDigest(reader: Reader, run: Place) {
  const [documents, assumed, attention] = await Promise.all([
    listDocumentsOfRun(reader, run.id),
    listAssumptionsOf(reader, run.groupId, run.tokenId),
    listAttentionOf(reader, { groupId: run.groupId }),
  ]);
  const approved = documents.filter(({ state }) => state === 'approved');
  return {
    written: documents,
    done: approved.filter((document) => !isUnread(document)),
    unread: approved.filter(isUnread),
    assumed,
    waiting: attention.filter(({ targetKind }) => targetKind !== 'token'),
  };
}

/** Its gate was opened by a policy, and nobody has read it since. */
export function isUnread({ verdicts, revision }: RunDocument): boolean {
  return verdicts.some((verdict) => {
    return verdict.revision === revision && verdict.policy !== null && verdict.readAt === null;
  });
}
