/** The clock of a gate that gives its judges so many hours: it starts whenever the document begins to wait. */
import type { GatePolicy } from '../../gate/facts.ts';
import type { Material } from './material.ts';
import { documentBefore, type Sheet } from './sheet.ts';

export const DEADLINE_TIMER = 'gate_deadline';

const HOUR_MILLISECONDS = 3600 * 1000;

/** The document, and since when it waits: a timer of an earlier wait finds that it is none of its business. */
export function deadlineSubject(documentId: string, since: Date): string {
  return `${documentId}@${since.getTime()}`;
}

/** Nothing where the gate gives no hours. `gate` where the document is only now made. */
export function startDeadline(
  sheet: Sheet,
  material: Material,
  documentId: string,
  gate: GatePolicy | null = documentBefore(material, documentId)?.gate ?? null,
): void {
  const { now } = material;
  if (gate?.dueHours === undefined) return;
  const subject = deadlineSubject(documentId, now);
  // One that is revised and so sent back into review begins to wait once.
  if (sheet.timers.some((timer) => timer.subject === subject)) return;
  sheet.timers.push({
    id: `${DEADLINE_TIMER}-${subject}`,
    dueAt: new Date(now.getTime() + gate.dueHours * HOUR_MILLISECONDS),
    kind: DEADLINE_TIMER,
    subject,
    createdAt: now,
  });
}
