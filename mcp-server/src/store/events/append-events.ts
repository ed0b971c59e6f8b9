/** The event log's writer: numbers without gaps, one hash chain per project. Always a transaction's last act. */
import { createHash } from 'node:crypto';
import type { Transaction } from '@flowgate/database';
import type { GateEvent } from '../../gate/ruling.ts';
import type { ActorKind } from '../../gate/vocabulary.ts';

export interface Actor {
  readonly kind: ActorKind;
  readonly id: string;
  readonly name: string;
}

/** What belongs to no project. */
export const INSTALLATION_LOG = 'installation';

/** The chain's beginning: there is no entry before the first. */
export const FIRST_PREVIOUS_HASH = '0'.repeat(64);

export interface NewEvents {
  readonly projectId: string;
  readonly groupId: string | null;
  readonly actor: Actor;
  readonly at: Date;
  readonly events: readonly GateEvent[];
  /** Where the log stood when the caller read it. Still true, and its row is moved in one statement. */
  readonly seen?: LogHead | undefined;
}

export interface LogHead {
  readonly position: number;
  readonly headHash: string;
}

/**
 * Appends events and returns the position of the newest. Takes the project's log row, so it must come last:
 * the lock order is group, token, project log. Without events it only returns 0 and touches nothing.
 */
export async function appendEvents(transaction: Transaction, added: NewEvents): Promise<number> {
  if (added.events.length === 0) return 0;
  const rows =
    (await moveFromSeen(transaction, added)) ?? (await moveFromCurrent(transaction, added));
  await transaction.event.createMany({ data: rows });
  return rows.at(-1)?.position ?? 0;
}

type EventRow = ChainedEvent & { readonly hash: string };

/** Null: the log has moved on since it was read, by work in another group. */
async function moveFromSeen(
  transaction: Transaction,
  added: NewEvents,
): Promise<EventRow[] | null> {
  if (added.seen === undefined) return null;
  const rows = rowsAfter(added.seen, added);
  const moved = await transaction.projectLog.updateMany({
    where: { projectId: added.projectId, ...added.seen },
    data: headOf(rows, added.seen),
  });
  return moved.count === 1 ? rows : null;
}

/** The first update takes the row's lock, so the head it shows stays the head until the second. */
async function moveFromCurrent(transaction: Transaction, added: NewEvents): Promise<EventRow[]> {
  const { projectId, events } = added;
  const moved = await transaction.projectLog.update({
    where: { projectId },
    data: { position: { increment: events.length } },
  });
  const current = { position: moved.position - events.length, headHash: moved.headHash };
  const rows = rowsAfter(current, added);
  await transaction.projectLog.updateMany({ where: { projectId }, data: headOf(rows, current) });
  return rows;
}

function headOf(rows: readonly EventRow[], before: LogHead): LogHead {
  const newest = rows.at(-1);
  return newest ? { position: newest.position, headHash: newest.hash } : before;
}

function rowsAfter(
  { position, headHash }: LogHead,
  { projectId, groupId, actor, at, events }: NewEvents,
): EventRow[] {
  let previousHash = headHash;
  return events.map((event, index) => {
    const row = {
      projectId,
      position: position + index + 1,
      kind: event.kind,
      at,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      groupId,
      documentId: event.documentId ?? null,
      stepId: event.stepId ?? null,
      questionId: event.questionId ?? null,
      runId: event.runId ?? null,
      details: JSON.stringify(event.details ?? {}),
      previousHash,
    };
    previousHash = hashOfEvent(row);
    return { ...row, hash: previousHash };
  });
}

export interface ChainedEvent {
  readonly projectId: string;
  readonly position: number;
  readonly kind: string;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly groupId: string | null;
  readonly documentId: string | null;
  readonly stepId: string | null;
  readonly questionId: string | null;
  readonly runId: string | null;
  readonly details: string;
  readonly previousHash: string;
}

/** SHA-256 over a JSON array in fixed order: the entry and the hash of the one before. Hex. */
export function hashOfEvent(event: ChainedEvent): string {
  const entry = [
    event.projectId,
    event.position,
    event.kind,
    event.at.toISOString(),
    event.actorKind,
    event.actorId,
    event.actorName,
    event.groupId,
    event.documentId,
    event.stepId,
    event.questionId,
    event.runId,
    event.details,
    event.previousHash,
  ];
  return createHash('sha256').update(JSON.stringify(entry)).digest('hex');
}
