/** Questions a person may read, longest open first. */
import { ListQuestionsInput, QuestionListView } from '../../contracts/questions.ts';
import { PAGE_ITEMS_DEFAULT } from '../../gate/limits.ts';
import { personNames } from '../../store/people/person-names.ts';
import { listQuestions as listRows } from '../../store/questions/read-questions.ts';
import { action } from '../action.ts';
import { decodeCursor, encodeCursor } from '../cursors.ts';
import { inReadableProjects } from '../readable-projects.ts';
import { questionView } from './question-view.ts';

export const listQuestions = action({
  name: 'list_questions',
  input: ListQuestionsInput,
  output: QuestionListView,
  permission: 'self.read',
  place: () => ({}),
  run: async ({ database: { reader } }, call, input) => {
    const limit = input.limit ?? PAGE_ITEMS_DEFAULT;
    const where = {
      ...inReadableProjects(call.caller, input.project),
      state: input.state ?? 'open',
      AND: beyond(input.cursor),
    };
    const rows = await listRows(reader, where, limit + 1);
    const page = rows.slice(0, limit);
    const [steps, names] = await Promise.all([
      reader.step.findMany({
        where: { id: { in: page.flatMap(({ stepId }) => stepId ?? []) } },
        select: { id: true, number: true },
      }),
      personNames(
        reader,
        page.map(({ assigneeId }) => assigneeId),
      ),
    ]);
    const last = page.at(-1);
    return {
      questions: page.map((row) =>
        questionView(row, steps, names.get(row.assigneeId ?? '') ?? null, call),
      ),
      cursor:
        rows.length > limit && last ? encodeCursor([last.createdAt.getTime(), last.id]) : null,
    };
  },
});

function beyond(cursor: string | undefined) {
  if (cursor === undefined) return [];
  const [time, id] = decodeCursor(cursor, 2);
  const createdAt = new Date(Number(time));
  return [{ OR: [{ createdAt: { gt: createdAt } }, { createdAt, id: { gt: String(id) } }] }];
}
