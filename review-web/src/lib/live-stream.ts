import type { EventFrame } from '@flowgate/server/contracts';
import { paths } from './paths.ts';

/** Every event of the stream. Each tells what to read again, never the news itself. */
const EVENTS = Object.keys({
  'project.created': 0,
  'project.changed': 0,
  'member.changed': 0,
  'type.added': 0,
  'type.changed': 0,
  'type.removed': 0,
  'preset.added': 0,
  'preset.changed': 0,
  'preset.removed': 0,
  'group.opened': 0,
  'group.completed': 0,
  'group.discarded': 0,
  'group.reopened': 0,
  'group.changed': 0,
  'document.submitted': 0,
  'document.approval_given': 0,
  'document.approved': 0,
  'document.revision_requested': 0,
  'document.rejected': 0,
  'document.reopened': 0,
  'document.withdrawn': 0,
  'document.stale': 0,
  'document.confirmed': 0,
  'document.read': 0,
  'document.overdue': 0,
  'document.handed_on': 0,
  'document.redacted': 0,
  'verdict.held': 0,
  'verdict.undone': 0,
  'verdict.voided': 0,
  'comment.added': 0,
  'thread.done': 0,
  'thread.resolved': 0,
  'review.stopped': 0,
  'review.advised': 0,
  'question.asked': 0,
  'question.answered': 0,
  'question.withdrawn': 0,
  'question.dismissed': 0,
  'question.reassigned': 0,
  'question.overdue': 0,
  'sequence.decided': 0,
  'sequence.changed': 0,
  'head.moved': 0,
  'run.started': 0,
  'run.resumed': 0,
  'run.stopped': 0,
  'run.digest': 0,
  'token.issued': 0,
  'token.extended': 0,
  'token.expiring': 0,
  'token.revoked': 0,
  'conversation.turn': 0,
  'checks.finished': 0,
  'evidence.observed': 0,
  'secret.allowed': 0,
  'secret.disallowed': 0,
  'person.created': 0,
  'person.signed_in': 0,
  'person.signed_out': 0,
  'person.invited': 0,
  'person.uninvited': 0,
  'person.joined': 0,
  'person.changed': 0,
  'person.deactivated': 0,
  'person.reactivated': 0,
  'person.unlocked': 0,
  'password.changed': 0,
  'password.reset_offered': 0,
  'password.reset': 0,
  'second_factor.turned_on': 0,
  'second_factor.turned_off': 0,
  'second_factor.reset_offered': 0,
  'second_factor.reset': 0,
  'second_factor.backup_code_used': 0,
  'second_factor.backup_codes_made': 0,
  'session.ended': 0,
  'session.reuse_found': 0,
  'installation.changed': 0,
  'notification.created': 0,
  // A record over the contract's own kinds: an event the server adds is a type error here, not a silence.
  'webhook.created': 0,
  'webhook.changed': 0,
  'webhook.removed': 0,
} satisfies Record<EventFrame['kind'], 0>);

const FIRST_RETRY_MILLISECONDS = 1_000;
const LONGEST_RETRY_MILLISECONDS = 30_000;
/** The server pings every 20 s; three missed pings and a bit mean a dead line. */
const SILENCE_MILLISECONDS = 75_000;

export type LineState = 'connecting' | 'live' | 'offline';

/** What a stream tells whoever opened it. */
export interface StreamListener {
  onstate(state: LineState): void;
  /** Something happened, here or there: ids only. */
  onframe(frame: { groupId: string | null; documentId: string | null }): void;
  /** Something may have been missed: everything must be read again. */
  ongap(): void;
  /** Before the line is tried again: whether there is a server to try it with. */
  beforeRetry(): Promise<boolean>;
}

/**
 * One EventSource, kept open until the returned function is called. Its reconnecting is our own: the
 * browser's gives up on some errors and never notices a silent line. The first connection is a gap
 * too: something may have happened since the page was written.
 */
export function openStream(listener: StreamListener): () => void {
  let source: EventSource | null = null;
  let retryIn = FIRST_RETRY_MILLISECONDS;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  let missed = true;

  function heard(): void {
    clearTimeout(watchdog);
    watchdog = setTimeout(reconnect, SILENCE_MILLISECONDS);
  }

  function noteFrame(event: MessageEvent<string>): void {
    heard();
    const { group_id, document_id } = JSON.parse(event.data) as EventFrame;
    listener.onframe({ groupId: group_id ?? null, documentId: document_id ?? null });
  }

  function open(): void {
    if (closed) return;
    source = new EventSource(paths.events());
    source.onopen = () => {
      retryIn = FIRST_RETRY_MILLISECONDS;
      heard();
      listener.onstate('live');
      if (missed) listener.ongap();
      missed = false;
    };
    source.onerror = reconnect;
    source.addEventListener('ping', heard);
    source.addEventListener('resync', () => {
      heard();
      listener.ongap();
    });
    for (const name of EVENTS) source.addEventListener(name, noteFrame);
  }

  function reconnect(): void {
    if (closed) return;
    source?.close();
    clearTimeout(watchdog);
    clearTimeout(retryTimer);
    listener.onstate(retryIn > FIRST_RETRY_MILLISECONDS ? 'offline' : 'connecting');
    missed = true;
    retryTimer = setTimeout(
      () => void listener.beforeRetry().then((reachable) => (reachable ? open() : reconnect())),
      retryIn,
    );
    retryIn = Math.min(retryIn * 2, LONGEST_RETRY_MILLISECONDS);
  }

  open();
  return () => {
    closed = true;
    source?.close();
    clearTimeout(watchdog);
    clearTimeout(retryTimer);
  };
}
