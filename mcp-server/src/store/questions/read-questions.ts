/** Questions with their answers. */
import type { Prisma, Reader } from '@flowgate/database';

const WITH_ANSWERS = {
  answers: { orderBy: { createdAt: 'asc' } },
  group: { select: { title: true, state: true, version: true } },
} as const;

export type QuestionRow = NonNullable<Awaited<ReturnType<typeof findQuestion>>>;

export function findQuestion(reader: Reader, id: string) {
  return reader.question.findUnique({ where: { id }, include: WITH_ANSWERS });
}

/** Newest last, at most `limit`. */
export function listQuestions(reader: Reader, where: Prisma.QuestionWhereInput, limit: number) {
  return reader.question.findMany({
    where,
    include: WITH_ANSWERS,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
}
