/** What waits for a person, across projects: read from attention, the one table that badge and notices read too. */
import type { z } from 'zod';
import { ListQueueInput, type QueueItemView, QueueView } from '../../contracts/queue.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { PAGE_ITEMS_DEFAULT } from '../../gate/limits.ts';
import type { AttentionReason } from '../../gate/vocabulary.ts';
import { problems } from '../../problems.ts';
import { type AttentionRow, listMine, mine } from '../../store/attention/list-attention.ts';
import { action } from '../action.ts';
import { targetNames } from '../attention-targets.ts';
import { decodeCursor, encodeCursor } from '../cursors.ts';
import { inReadableProjects } from '../readable-projects.ts';
import { reachesOf } from '../role-reaches.ts';
import { doneToday, notReadByAPerson } from './queue-history.ts';
import { queueItem, readQueueSubjects } from './queue-item.ts';

type Section = QueueItemView['section'];

/** The other side's rows are shown, not worked off: one page of them is enough. */
const OTHERS_SHOWN_MAX = 50;

export const listQueue = action({
  name: 'list_queue',
  input: ListQueueInput,
  output: QueueView,
  permission: 'self.read',
  place: () => ({}),
  run: async (dependencies, call, input): Promise<z.input<typeof QueueView>> => {
    const { reader } = dependencies.database;
    if (call.caller.kind !== 'person') throw problems.notPermitted();
    const { id, roles } = call.caller;
    const inReach = inReadableProjects(call.caller, input.project);
    const own = mine(id, reachesOf(roles));
    const forMe = { AND: [inReach, own] };
    const limit = input.limit ?? PAGE_ITEMS_DEFAULT;
    const [rows, others, waiting, runsWorking] = await Promise.all([
      listMine(reader, forMe, afterOf(input.cursor), limit + 1),
      input.cursor === undefined
        ? listMine(reader, { AND: [inReach, { NOT: own }] }, null, OTHERS_SHOWN_MAX)
        : [],
      reader.attention.count({ where: forMe }),
      reader.run.count({ where: { ...inReach, state: 'working' } }),
    ]);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const history =
      input.cursor === undefined
        ? await Promise.all([
            notReadByAPerson(dependencies, call, inReach),
            doneToday(dependencies, call, id),
          ])
        : [];
    return {
      items: [...(await itemsOf(dependencies, call, page, others)), ...history.flat()],
      waiting,
      runs_working: runsWorking,
      cursor: rows.length > limit && last ? encodeCursor([last.since.getTime(), last.id]) : null,
    };
  },
});

const QUESTION_REASONS: readonly string[] = ['question_open'];
const VERDICT_REASONS: readonly string[] = [
  'asked_to_judge',
  'resubmitted',
  'final_approval',
  'review_stopped',
  'contradicted',
  'checks_failed',
  'stale',
  'stand_in',
];

function sectionOf({ reason, targetKind }: AttentionRow, isMine: boolean): Section {
  if (!isMine) {
    const returned = targetKind === 'token' && reason === 'revision_requested';
    return returned ? 'returned_to_agents' : 'waiting_for_others';
  }
  if (QUESTION_REASONS.includes(reason)) return 'questions_for_me';
  return VERDICT_REASONS.includes(reason) ? 'needs_my_verdict' : 'needs_me';
}

async function itemsOf(
  { database: { reader } }: Dependencies,
  call: Call,
  own: readonly AttentionRow[],
  others: readonly AttentionRow[],
): Promise<QueueItemView[]> {
  const subjects = await readQueueSubjects(reader, [...own, ...others]);
  const nameOf = await targetNames(reader, call.say, others);
  const itemOf = (row: AttentionRow, isMine: boolean) =>
    queueItem(subjects, row, {
      id: row.id,
      section: sectionOf(row, isMine),
      reason: row.reason as AttentionReason,
      why: call.say.attention(row.reason as AttentionReason),
      who: isMine ? null : nameOf(row),
      since: row.since,
    });
  return [
    ...inOrder(own).map((row) => itemOf(row, true)),
    ...others.map((row) => itemOf(row, false)),
  ];
}

const WEIGHTS: Partial<Record<AttentionReason, number>> = {
  contradicted: 0,
  checks_failed: 1,
  resubmitted: 2,
  run_paused: 3,
  stand_in: 3,
};

/** What was found untrue, then what blocks most: handed in again after a request, stopped runs, then age. */
function inOrder(rows: readonly AttentionRow[]): AttentionRow[] {
  const weightOf = ({ reason }: AttentionRow) => WEIGHTS[reason as AttentionReason] ?? 4;
  return [...rows].sort((one, other) => weightOf(one) - weightOf(other));
}

function afterOf(cursor: string | undefined) {
  if (cursor === undefined) return null;
  const [since, id] = decodeCursor(cursor, 2);
  return { since: new Date(Number(since)), id: String(id) };
}
