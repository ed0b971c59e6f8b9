/** How long a document has waited for its judges: the time since, less that in which a blocking question was open. */
import type { Reader } from '@flowgate/database';

export interface WaitedFor {
  readonly milliseconds: number;
  /** A blocking question is open now. */
  readonly standsStill: boolean;
}

/** More questions than a group may have open at once, several times over. */
const QUESTIONS_READ_MAX = 500;

export async function waitedFor(
  reader: Reader,
  groupId: string,
  since: Date,
  now: Date,
): Promise<WaitedFor> {
  const questions = await reader.question.findMany({
    where: { groupId, blocking: true, OR: [{ closedAt: null }, { closedAt: { gt: since } }] },
    select: { createdAt: true, closedAt: true },
    orderBy: { createdAt: 'asc' },
    take: QUESTIONS_READ_MAX,
  });
  let stood = 0;
  let counted = since.getTime();
  for (const { createdAt, closedAt } of questions) {
    // Two that were open at once held it once.
    const from = Math.max(createdAt.getTime(), counted);
    const to = (closedAt ?? now).getTime();
    if (to <= from) continue;
    stood += to - from;
    counted = to;
  }
  return {
    milliseconds: now.getTime() - since.getTime() - stood,
    standsStill: questions.some(({ closedAt }) => closedAt === null),
  };
}
