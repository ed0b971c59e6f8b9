/** What changes of tokens, runs, steps, questions and the group itself come down to in rows. */
import type { Prisma } from '@flowgate/database';
import { WORKER_SILENCE_SECONDS } from '../../gate/limits.ts';
import { questionDueAt } from '../../gate/questions.ts';
import type { Change } from '../../gate/ruling.ts';
import { alter, type Row, required, type Sheet, type Writers } from './sheet.ts';

type Kind = Extract<
  Change['kind'],
  | 'token_moved'
  | 'token_retargeted'
  | 'run_begun'
  | 'run_moved'
  | 'run_progressed'
  | 'run_placed'
  | 'run_granted'
  | 'steps_arranged'
  | 'question_asked'
  | 'assumption_recorded'
  | 'question_assigned'
  | 'question_raised'
  | 'question_closed'
  | 'plan_due'
  | 'group_moved'
>;

/** Its subject is the question; whoever finds it due raises the question again. */
export const QUESTION_TIMER = 'question_due';
/** Looks after a run: its time, its silence, and the morning's digest; `subject` is its id. */
export const RUN_WATCH_TIMER = 'run_watch';

export const WORKFLOW_WRITERS: Writers<Kind> = {
  token_moved: (sheet, change) =>
    void sheet.tokenMoves.push({
      id: change.tokenId,
      from: change.from,
      data: {
        state: change.to,
        ...(change.documentId === null ? {} : { documentId: change.documentId }),
      },
    }),
  token_retargeted: (sheet, { tokenId, targetStepId }) =>
    alter(sheet.tokens, tokenId, { targetStepId }),
  run_begun: (sheet, { run }, { now, projectId, groupId }) => {
    sheet.runsBegun.push({ ...run, projectId, groupId, startedAt: now, changedAt: now });
    const looked = now.getTime() + WORKER_SILENCE_SECONDS * 1000;
    sheet.timers.push({
      id: `${RUN_WATCH_TIMER}-${run.id}`,
      dueAt: new Date(Math.min(looked, run.endsAt.getTime())),
      kind: RUN_WATCH_TIMER,
      subject: run.id,
      createdAt: now,
    });
  },
  run_moved: (sheet, { runId, state, reason }, { now }) =>
    alterRun(sheet, runId, {
      state,
      reason,
      changedAt: now,
      ...(state === 'ended' ? { endedAt: now } : {}),
    }),
  run_progressed: (sheet, change, { now }) =>
    alterRun(sheet, change.runId, { ...progressOf(change), changedAt: now }),
  run_placed: (sheet, { runId, stepId }) =>
    alterRun(sheet, runId, { stepId, revisionsAtStep: 0, unchangedAtStep: 0 }),
  run_granted: (sheet, { runId, stepsMax, revisionsMax, endsAt }) =>
    alterRun(sheet, runId, { stepsMax, revisionsMax, endsAt, unchangedAtStep: 0 }),
  steps_arranged: (sheet, change, { now, groupId, typeVersionOf }) => {
    sheet.group = {
      ...sheet.group,
      sequenceVersion: change.version,
      sequenceDecidedAt: now,
    };
    sheet.stepsRemoved.push(...change.removedIds);
    for (const step of change.steps) {
      const { id, number, note, gate, assignee, type, series } = step;
      const row = {
        number,
        gate: JSON.stringify(gate),
        assignee,
        ...(note === undefined ? {} : { note }),
      };
      if (change.addedIds.includes(id)) {
        sheet.stepsAdded.push({
          id,
          groupId,
          type,
          series,
          ...row,
          ...typeVersionOf(type),
        });
      } else if (change.keptIds.includes(id)) sheet.stepsKept.set(id, row);
    }
  },
  question_asked: (sheet, { question }, material) => {
    sheet.group = {
      ...sheet.group,
      questionCount: { increment: material.questions.size },
    };
    sheet.questions.push(required(material.questions.get(question.id), `question ${question.id}`));
    sheet.timers.push({
      id: `${QUESTION_TIMER}:${question.id}`,
      dueAt: questionDueAt(question, material.now),
      kind: QUESTION_TIMER,
      subject: question.id,
      createdAt: material.now,
    });
  },
  question_assigned: (sheet, { questionId, assigneeId }, { now }) =>
    alter(sheet.questionChanges, questionId, { assigneeId, askedSince: now, raisedCount: 0 }),
  question_raised: (sheet, { questionId, raised }, { now }) =>
    alter(sheet.questionChanges, questionId, { raisedCount: raised, askedSince: now }),
  assumption_recorded: (sheet, { questionId, documentId }) =>
    void sheet.questionChanges.set(questionId, { assumedOnId: documentId }),
  question_closed: (sheet, { questionId, state }, material) =>
    void sheet.questionChanges.set(questionId, {
      state,
      closedAt: material.now,
      closedBecause: material.closedBecause,
    }),
  plan_due: () => undefined,
  group_moved: (sheet, { to }, material) => {
    sheet.group = {
      ...sheet.group,
      state: to,
      closedAt: to === 'open' ? null : material.now,
      closedBecause: to === 'open' ? null : material.closedBecause,
    };
  },
};

/** `revisionsAtStep` counts every revision handed in at the step, the first included; see gate/apply.ts. */
function progressOf({ stepId, newStep, unchanged }: Row<'run_progressed'>) {
  if (unchanged) return { unchangedAtStep: { increment: 1 } };
  if (!newStep) return { revisionsAtStep: { increment: 1 }, unchangedAtStep: 0 };
  return {
    stepId,
    stepsDone: { increment: 1 },
    revisionsAtStep: 1,
    unchangedAtStep: 0,
  };
}

/** A run that begins in this very transaction is altered before it is inserted. */
function alterRun(sheet: Sheet, runId: string, data: Prisma.RunUncheckedUpdateManyInput): void {
  const begun = sheet.runsBegun.find((run) => run.id === runId);
  if (begun === undefined) {
    alter(sheet.runs, runId, data);
    return;
  }
  for (const [column, value] of Object.entries(data)) {
    const before = begun[column as keyof typeof begun];
    const added = value !== null && typeof value === 'object' && 'increment' in value;
    Object.assign(begun, { [column]: added ? Number(before) + Number(value.increment) : value });
  }
}
