/** Looks for documents in the caller's reach by words of id and title, type and state. */
import type { Prisma, Reader } from '@flowgate/database';
import type { z } from 'zod';
import { FindInput, FindView } from '../../contracts/work.ts';
import type { Call } from '../../dependencies.ts';
import { FIND_TOTAL_MAX, PAGE_ITEMS_DEFAULT } from '../../gate/limits.ts';
import type { DocumentState } from '../../gate/vocabulary.ts';
import { problems } from '../../problems.ts';
import { action } from '../action.ts';
import { decodeCursor, encodeCursor } from '../cursors.ts';
import { placeOfBearer, placeOfGroup } from '../places.ts';
import { inReadableProjects } from '../readable-projects.ts';

type View = z.input<typeof FindView>;

export const findDocuments = action({
  name: 'find_documents',
  input: FindInput,
  output: FindView,
  permission: 'project.read',
  place: ({ group }, call) => (group === undefined ? placeOfBearer(call) : placeOfGroup(group)),
  run: async ({ database: { reader } }, call, input): Promise<View> => {
    const where = whereOf(call, input);
    const limit = input.limit ?? PAGE_ITEMS_DEFAULT;
    const [rows, total] = await Promise.all([
      listPage(reader, where, input.cursor, limit + 1),
      // Counting stops at a bound: cost must not grow with the number of documents.
      reader.document.findMany({ where, select: { id: true }, take: FIND_TOTAL_MAX }),
    ]);
    const page = rows.slice(0, limit);
    if (page.length === 0 && input.group !== undefined) await requireGroup(reader, input.group);
    const last = page.at(-1);
    const cursor =
      rows.length > limit && last ? encodeCursor([last.changedAt.getTime(), last.id]) : null;
    return {
      items: page.map(({ id, type, title, state, revision, stale }) => ({
        id,
        type,
        title,
        state: state as DocumentState,
        revision,
        stale,
      })),
      total: total.length,
      cursor,
      next: call.say.next(
        page.length === 0 ? 'find_nothing' : cursor === null ? 'find_complete' : 'find_more',
      ),
    };
  },
});

/** A group that isn't there is no group in which nothing was found. */
async function requireGroup(reader: Reader, id: string): Promise<void> {
  if ((await reader.group.count({ where: { id } })) === 0) throw problems.notFound();
}

/** A group token finds what stands in its group; everybody else what stands in their projects. */
function whereOf({ caller }: Call, input: z.output<typeof FindInput>): Prisma.DocumentWhereInput {
  const bound = caller.kind === 'agent' ? caller.token.groupId : null;
  const group = input.group ?? bound;
  const words = (input.query ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return {
    ...inReadableProjects(caller),
    ...(group === null ? {} : { groupId: group }),
    ...(input.type === undefined ? {} : { type: input.type }),
    ...(input.state === undefined ? {} : { state: input.state }),
    AND: words.map((word) => ({
      OR: [{ titleLower: { contains: word } }, { id: { contains: word } }],
    })),
  };
}

/** Changed last first. */
function listPage(
  reader: Reader,
  where: Prisma.DocumentWhereInput,
  cursor: string | undefined,
  take: number,
) {
  const beyond: Prisma.DocumentWhereInput[] = [];
  if (cursor !== undefined) {
    const [time, id] = decodeCursor(cursor, 2);
    const changedAt = new Date(Number(time));
    beyond.push({ OR: [{ changedAt: { lt: changedAt } }, { changedAt, id: { gt: String(id) } }] });
  }
  return reader.document.findMany({
    where: { AND: [where, ...beyond] },
    orderBy: [{ changedAt: 'desc' }, { id: 'asc' }],
    take,
  });
}
