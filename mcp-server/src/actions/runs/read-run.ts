/** One run as people ask of it in the morning: done, approved but not read, assumed, waiting, stopped and why. */
import type { z } from 'zod';
import { RunDetailView, RunInput } from '../../contracts/runs.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { AttentionReason, DocumentState, QuestionState } from '../../gate/vocabulary.ts';
import { problems } from '../../problems.ts';
import { listRunEvents } from '../../store/events/list-events.ts';
import { countUnreadOf, findRun, type RunRow } from '../../store/runs/read-runs.ts';
import { action } from '../action.ts';
import { targetNames } from '../attention-targets.ts';
import { readScene } from '../change-group.ts';
import { sentenceOfEvent } from '../events/event-sentence.ts';
import { placeOfGroup } from '../places.ts';
import { wireTime, wireTimeOrNull } from '../times.ts';
import { sequenceView } from '../workflow/sequence-view.ts';
import { type Digest, isUnread, type RunDocument, readDigest } from './read-digest.ts';
import { runView } from './run-view.ts';

/** A run that stopped and went on more often has a timeline of its group as well. */
const HISTORY_SHOWN_MAX = 100;

export const readRun = action({
  name: 'read_run',
  input: RunInput,
  output: RunDetailView,
  permission: 'project.read',
  place: async ({ run_id }, _call, { database: { reader } }) => {
    const run = await reader.run.findUnique({ where: { id: run_id } });
    return run && placeOfGroup(run.groupId);
  },
  run: async (dependencies, call, { run_id: id }) => {
    const run = await findRun(dependencies.database.reader, id);
    if (run === null) throw problems.notFound();
    return view(dependencies, call, run);
  },
});

async function view(
  dependencies: Dependencies,
  call: Call,
  run: RunRow,
): Promise<z.input<typeof RunDetailView>> {
  const { database, clock } = dependencies;
  const { reader } = database;
  const [{ facts }, digest, events, counts] = await Promise.all([
    readScene(dependencies, call, run.groupId, clock.now(), {}),
    readDigest(reader, run),
    listRunEvents(reader, run.groupId, run.id, HISTORY_SHOWN_MAX),
    countUnreadOf(reader, [run]),
  ]);
  const nameOf = await targetNames(reader, call.say, digest.waiting);
  const own = new Set(digest.written.map((document) => document.id));
  const unread = new Set(digest.unread.map((document) => document.id));
  const { steps } = sequenceView(facts, new Map());
  return {
    run: runView(run, call, counts),
    steps: steps.map(({ number, type, state, is_head, document_id }) => ({
      ...{ number, type, state, is_head, document_id },
      own: own.has(document_id ?? ''),
      unread: unread.has(document_id ?? ''),
    })),
    done: digest.done.map(documentView),
    unread: digest.unread.map(documentView),
    assumed: digest.assumed.map(assumptionView),
    waiting: digest.waiting.map((row) => ({
      who: nameOf(row),
      reason: row.reason as AttentionReason,
      why: call.say.attention(row.reason as AttentionReason),
      since: wireTime(row.since),
      document_id: row.documentId,
      question_id: row.questionId,
    })),
    history: events.map((row) => ({
      position: row.position,
      at: wireTime(row.at),
      by: row.actorName,
      sentence: sentenceOfEvent(row, call.say),
    })),
    digested_at: wireTimeOrNull(run.digestedAt),
  };
}

function documentView(document: RunDocument) {
  const { id, type, title, state, revision, stale, verdicts } = document;
  const standing = verdicts.filter((verdict) => verdict.revision === revision);
  const [newest] = standing;
  return {
    ...{ id, type, title, revision, stale },
    state: state as DocumentState,
    approved_by: newest?.byName ?? null,
    approved_at: wireTimeOrNull(newest?.createdAt ?? null),
    read_by: isUnread(document) ? null : (newest?.readByName ?? null),
  };
}

function assumptionView(question: Digest['assumed'][number]) {
  const { id, text, assumption, assumedOnId, state, answers } = question;
  return {
    question_id: id,
    question: text,
    assumption: assumption ?? '',
    document_id: assumedOnId,
    state: state as QuestionState,
    agrees: answers[0]?.agrees ?? null,
  };
}
