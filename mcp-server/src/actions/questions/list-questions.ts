/** Questions a person may read, longest open first. */
import type { Prisma } from '@flowgate/database';
import { ListQuestionsInput, QuestionListView } from '../../contracts/questions.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { PAGE_ITEMS_DEFAULT } from '../../gate/limits.ts';
import { listQuestionsAskedOf } from '../../store/attention/list-attention.ts';
import { listQuestions as listRows } from '../../store/questions/read-questions.ts';
import { action } from '../action.ts';
import { decodeCursor, encodeCursor } from '../cursors.ts';
import { requirePerson } from '../people/require-person.ts';
import { placeOfGroup } from '../places.ts';
import { inReadableProjects } from '../readable-projects.ts';
import { reachesOf } from '../role-reaches.ts';
import { questionViews } from './question-view.ts';

export const listQuestions = action({
  name: 'list_questions',
  input: ListQuestionsInput,
  output: QuestionListView,
  permission: 'self.read',
  place: () => ({}),
  run: async (dependencies, call, input) => {
    const { reader } = dependencies.database;
    const { caller } = call;
    const limit = input.limit ?? PAGE_ITEMS_DEFAULT;
    // A group names its project: one that isn't theirs to read is not found, as if the project had been named.
    const named = input.group === undefined ? undefined : placeOfGroup(input.group).projectId;
    const inReach = inReadableProjects(caller, input.project ?? named);
    const where = {
      ...inReach,
      ...(input.group === undefined ? {} : { groupId: input.group }),
      ...ofState(input.state ?? 'open'),
      AND: [...beyond(input.cursor), ...(await asked(dependencies, call, input.asked))],
    };
    const rows = await listRows(reader, where, limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      questions: await questionViews(dependencies, page, call),
      cursor:
        rows.length > limit && last ? encodeCursor([last.createdAt.getTime(), last.id]) : null,
    };
  },
});

/** What was left open in a closed group waits for nobody: only `all` has it. */
function ofState(state: NonNullable<ListQuestionsInput['state']>): Prisma.QuestionWhereInput {
  if (state === 'all') return {};
  return state === 'open' ? { state, group: { state: 'open' } } : { state };
}

/** Those the caller is asked now, as attention has them. */
async function asked({ database: { reader } }: Dependencies, { caller }: Call, whom?: 'me') {
  if (whom === undefined) return [];
  const { id, roles } = requirePerson(caller);
  return [{ id: { in: await listQuestionsAskedOf(reader, id, reachesOf(roles)) } }];
}

function beyond(cursor: string | undefined) {
  if (cursor === undefined) return [];
  const [time, id] = decodeCursor(cursor, 2);
  const createdAt = new Date(Number(time));
  return [{ OR: [{ createdAt: { gt: createdAt } }, { createdAt, id: { gt: String(id) } }] }];
}
