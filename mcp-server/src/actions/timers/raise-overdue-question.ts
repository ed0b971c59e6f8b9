/** Nobody answered in time: whoever is asked hears of it again, and from now on the reviewers are asked too. */
import type { Call, Dependencies } from '../../dependencies.ts';
import { ruleQuestion } from '../../gate/questions.ts';
import { findQuestion } from '../../store/questions/read-questions.ts';
import { SYSTEM_ACTOR } from '../actor-of.ts';
import { changeGroup, requireAllowed } from '../change-group.ts';
import { dueAtOf } from '../questions/question-view.ts';

/** Looks again when it is due next, until it is closed or its group is. */
export async function raiseOverdueQuestion(
  dependencies: Dependencies,
  call: Call,
  questionId: string,
): Promise<Date | null> {
  const { database, clock } = dependencies;
  const question = await findQuestion(database.reader, questionId);
  if (question === null || question.state !== 'open') return null;
  if (question.group.state !== 'open') return null;
  if (dueAtOf(question) > clock.now()) return dueAtOf(question);
  return changeGroup<Date | null>(
    dependencies,
    call,
    question.groupId,
    { actor: SYSTEM_ACTOR },
    ({ facts, record }, now) => {
      const row = record.questions.find(({ id }) => id === questionId);
      if (row === undefined || facts.state !== 'open') return { settled: null };
      // In an archived project nobody is asked anything; brought back, it is asked again.
      if (facts.archived) return { settled: dueAtOf({ ...row, askedSince: now }) };
      // Another process has raised it, or somebody handed it on, since it was looked at.
      if (dueAtOf(row) > now) return { settled: dueAtOf(row) };
      const raised = requireAllowed(ruleQuestion(facts, { verb: 'raise', questionId }));
      const next = { ...row, raisedCount: (row.raisedCount ?? 0) + 1, askedSince: now };
      return { ...raised, answer: () => dueAtOf(next) };
    },
  );
}
