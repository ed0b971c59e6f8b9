/** Somebody may no longer write in a project: the runs of their agents end by name, not at the next refused call. */
import type { Call, Dependencies } from '../../dependencies.ts';
import { endRunsOf } from '../../gate/run-commands.ts';
import { changeGroup, requireAllowed } from '../change-group.ts';

export async function endRunsOfIssuer(
  dependencies: Dependencies,
  call: Call,
  projectId: string,
  issuerId: string,
): Promise<void> {
  const runs = await dependencies.database.reader.run.findMany({
    where: { projectId, state: { not: 'ended' }, token: { issuerId } },
    select: { groupId: true, tokenId: true },
  });
  for (const { groupId, tokenId } of runs) {
    await changeGroup<void>(dependencies, call, groupId, { evenArchived: true }, ({ facts }) => {
      const ended = requireAllowed(endRunsOf(facts, tokenId, 'issuer_lost_right'));
      if (ended.changes.length === 0) return { settled: undefined };
      return { ...ended, answer: () => undefined };
    });
  }
}
