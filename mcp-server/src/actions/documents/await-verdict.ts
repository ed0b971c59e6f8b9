/** Waits, bounded and resumable, until something happens to a document, its questions or the run. Repeating it with the cursor misses nothing. */
import type { z } from 'zod';
import {
  AwaitVerdictInput,
  AwaitVerdictView,
  type AwaitVerdictInput as Input,
} from '../../contracts/work.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import {
  AWAIT_PROGRESS_SECONDS,
  AWAIT_SECONDS_DEFAULT,
  AWAIT_SECONDS_LEGACY,
  AWAIT_SECONDS_MAX,
  AWAIT_SECONDS_WITHOUT_PROGRESS,
  RETRY_AFTER_SECONDS,
} from '../../gate/limits.ts';
import { action } from '../action.ts';
import { decodeCursor, encodeCursor } from '../cursors.ts';
import { groupOfQuestion, placeOfBearer, placeOfDocument, placeOfGroup } from '../places.ts';
import { type Awaited, readAwaited } from './awaited.ts';
import { subjectOf } from './awaited-subject.ts';
import { readAwaitedWork } from './awaited-work.ts';
import { happenedSince } from './happened-since.ts';
import { untilWoken } from './until-woken.ts';

type View = z.input<typeof AwaitVerdictView>;

/** The server is stopping: come back at once, another process answers. */
const RETRY_AFTER_STOP_SECONDS = 5;

export const awaitVerdict = action({
  name: 'await_verdict',
  input: AwaitVerdictInput,
  output: AwaitVerdictView,
  permission: 'verdict.await',
  place: (input, call) => {
    if (input.document_id !== undefined) return placeOfDocument(input.document_id);
    if (input.question_id !== undefined) return placeOfGroup(groupOfQuestion(input.question_id));
    return input.group === undefined ? placeOfBearer(call) : placeOfGroup(input.group);
  },
  run: async (dependencies, call, input): Promise<View> => {
    const { announcer, clock } = dependencies;
    const startedAt = clock.now().getTime();
    const seen = seenBy(input.cursor, startedAt);
    const watched = await watchedBy(dependencies, call, input);
    const endsAt = startedAt + secondsOf(call, input) * 1000;
    const waiter = untilWoken(announcer, watched.projectId, call.signal);
    try {
      let awaited = await watched.read(seen.position);
      const since = Math.min(seen.position ?? awaited.position, awaited.position);
      let progressAt = startedAt;
      for (;;) {
        if (awaited.changed) {
          return {
            ...awaited.view,
            cursor: encodeCursor([awaited.position]),
            retry_after_seconds: null,
          };
        }
        const now = clock.now().getTime();
        const isOver = now >= endsAt || waiter.stopped();
        if (isOver) return unchanged(call, awaited, seen, waiter.stopped(), now);
        if (now >= progressAt) {
          call.progress?.(progressText(awaited.view.state, now - startedAt));
          progressAt = now + AWAIT_PROGRESS_SECONDS * 1000;
        }
        await waiter.next(Math.min(endsAt, progressAt) - now);
        // A whole project is woken for one document: most of its waiters need only this one look.
        if (waiter.stopped() || (await watched.hasNews(since))) awaited = await watched.read(since);
      }
    } finally {
      waiter.leave();
    }
  },
});

interface Watched {
  readonly projectId: string;
  /** Null: the caller has heard nothing yet. */
  read(since: number | null): Promise<Awaited>;
  /** A cheap look whether reading again is worth it. */
  hasNews(since: number): Promise<boolean>;
}

async function watchedBy(dependencies: Dependencies, call: Call, input: Input): Promise<Watched> {
  const subject = await subjectOf(dependencies, call, input);
  if (subject === null) {
    const { caller } = call;
    return {
      projectId: caller.kind === 'agent' ? caller.token.projectId : '',
      read: () => readAwaitedWork(dependencies, call),
      hasNews: async () => true,
    };
  }
  return {
    projectId: subject.projectId,
    read: (since) => readAwaited(dependencies, call, subject, since),
    hasNews: async (since) => (await happenedSince(dependencies, call, subject, since)).any,
  };
}

interface Seen {
  /** Null: the caller has seen nothing; what is decided already is news. */
  readonly position: number | null;
  /** Answers in a row that said "nothing yet": the advice when to ask again grows with them. */
  readonly unchanged: number;
  /** The caller comes back before the time it was advised. */
  readonly early: boolean;
}

function seenBy(cursor: string | undefined, now: number): Seen {
  if (cursor === undefined) return { position: null, unchanged: 0, early: false };
  const [position, unchanged = 0, adviceAt = 0] = decodeCursor(cursor).map(Number);
  return { position: position ?? null, unchanged, early: now < adviceAt };
}

function secondsOf(call: Call, { max_wait_seconds }: AwaitVerdictInput): number {
  if (call.progress === undefined) {
    return Math.min(max_wait_seconds ?? AWAIT_SECONDS_MAX, AWAIT_SECONDS_WITHOUT_PROGRESS);
  }
  if (call.era === 'legacy') {
    return Math.min(max_wait_seconds ?? AWAIT_SECONDS_MAX, AWAIT_SECONDS_LEGACY);
  }
  return max_wait_seconds ?? AWAIT_SECONDS_DEFAULT;
}

/** Reaching the end is a success. The cursor says how often nothing had happened, and when asking again makes sense. */
function unchanged(
  { say }: Call,
  { view, position }: Awaited,
  { unchanged: times, early }: Seen,
  stopped: boolean,
  now: number,
): View {
  const last = RETRY_AFTER_SECONDS.length - 1;
  const advised = RETRY_AFTER_SECONDS[Math.min(times, last)] ?? RETRY_AFTER_STOP_SECONDS;
  const seconds = stopped ? RETRY_AFTER_STOP_SECONDS : advised;
  return {
    ...view,
    changed: false,
    cursor: encodeCursor([position, times + 1, now + seconds * 1000]),
    retry_after_seconds: seconds,
    next: say.next(early && !stopped ? 'asked_early' : 'nothing_yet', { seconds }),
  };
}

/** For the person who watches the agent's screen. */
function progressText(state: string | null, milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const time = `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${(state ?? 'waiting').replaceAll('_', ' ')}, ${time}`;
}
