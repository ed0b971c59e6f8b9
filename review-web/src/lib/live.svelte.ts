import type { EventFrame } from '@flowgate/server/contracts';
import { invalidate } from '$app/navigation';
import { liveOn } from './live-topics.ts';
import { paths } from './paths.ts';

/** Every event of the stream. Each tells what to read again, never the news itself. */
const EVENTS = Object.keys({
  'project.created': 0,
  'project.changed': 0,
  'member.changed': 0,
  'group.opened': 0,
  'group.completed': 0,
  'group.discarded': 0,
  'group.reopened': 0,
  'document.submitted': 0,
  'document.approval_given': 0,
  'document.approved': 0,
  'document.revision_requested': 0,
  'document.rejected': 0,
  'document.reopened': 0,
  'document.withdrawn': 0,
  'document.stale': 0,
  'document.confirmed': 0,
  'verdict.held': 0,
  'verdict.undone': 0,
  'verdict.voided': 0,
  'comment.added': 0,
  'review.advised': 0,
  'question.asked': 0,
  'question.answered': 0,
  'question.withdrawn': 0,
  'question.dismissed': 0,
  'sequence.decided': 0,
  'sequence.changed': 0,
  'head.moved': 0,
  'run.started': 0,
  'run.resumed': 0,
  'run.stopped': 0,
  'token.issued': 0,
  'token.extended': 0,
  'token.revoked': 0,
  'conversation.turn': 0,
  'checks.finished': 0,
  'person.created': 0,
  'person.signed_in': 0,
  'person.signed_out': 0,
  'notification.created': 0,
  // A record over the contract's own kinds: an event the server adds is a type error here, not a silence.
} satisfies Record<EventFrame['kind'], 0>);

const FIRST_RETRY_MILLISECONDS = 1_000;
const LONGEST_RETRY_MILLISECONDS = 30_000;
/** The server pings every 20 s; three missed pings and a bit mean a dead line. */
const SILENCE_MILLISECONDS = 75_000;
/** One act often writes several events; they are read again once. */
const BURST_MILLISECONDS = 250;

/** The one line to the server: `connecting`, `live` or `offline`. */
export const live = $state<{ state: 'connecting' | 'live' | 'offline' }>({ state: 'connecting' });

/** Opens the stream and keeps it open until the returned function is called. */
export function keepLive(): () => void {
  let source: EventSource | null = null;
  let retryIn = FIRST_RETRY_MILLISECONDS;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let burst: ReturnType<typeof setTimeout> | undefined;
  let touched = new Set<string>();
  let readAll = false;
  let missedSome = false;

  function heard(): void {
    clearTimeout(watchdog);
    watchdog = setTimeout(reconnect, SILENCE_MILLISECONDS);
  }

  function readAgainSoon(): void {
    burst ??= setTimeout(() => {
      burst = undefined;
      const all = readAll;
      const these = touched;
      readAll = false;
      touched = new Set();
      void invalidate((url) => url.protocol === 'live:' && (all || these.has(url.href)));
    }, BURST_MILLISECONDS);
  }

  function noteFrame(event: MessageEvent<string>): void {
    heard();
    const frame = JSON.parse(event.data) as EventFrame;
    touched.add(liveOn.everything);
    if (frame.group_id) touched.add(liveOn.group(frame.group_id));
    if (frame.document_id) touched.add(liveOn.document(frame.document_id));
    readAgainSoon();
  }

  function noteGap(): void {
    readAll = true;
    readAgainSoon();
  }

  function open(): void {
    source = new EventSource(paths.events());
    source.onopen = () => {
      live.state = 'live';
      retryIn = FIRST_RETRY_MILLISECONDS;
      heard();
      if (missedSome) noteGap();
      missedSome = false;
    };
    source.onerror = reconnect;
    source.addEventListener('ping', heard);
    source.addEventListener('resync', () => {
      heard();
      noteGap();
    });
    for (const name of EVENTS) source.addEventListener(name, noteFrame);
  }

  /** Our own, because the browser's gives up on some errors and never notices a silent line. */
  function reconnect(): void {
    source?.close();
    clearTimeout(watchdog);
    clearTimeout(retryTimer);
    live.state = retryIn > FIRST_RETRY_MILLISECONDS ? 'offline' : 'connecting';
    missedSome = true;
    retryTimer = setTimeout(async () => {
      // A session that is over looks like any other error here; reading it again asks to sign in.
      await invalidate(liveOn.session).catch(() => undefined);
      open();
    }, retryIn);
    retryIn = Math.min(retryIn * 2, LONGEST_RETRY_MILLISECONDS);
  }

  open();
  return () => {
    source?.close();
    for (const timer of [retryTimer, watchdog, burst]) clearTimeout(timer);
  };
}
