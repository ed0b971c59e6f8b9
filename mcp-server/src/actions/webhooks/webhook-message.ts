/** What a webhook is told: the event as the stream tells it, ids and one line, never a body or a secret. */
import type { Sentences } from '../../dependencies.ts';
import type { EventRow } from '../../store/events/list-events.ts';
import { sentenceOfEvent } from '../events/event-sentence.ts';
import { wireTime } from '../times.ts';

export function webhookMessage(row: EventRow, say: Sentences, publicUrl: string): string {
  return JSON.stringify({
    type: row.kind,
    timestamp: wireTime(row.at),
    data: {
      project: row.projectId,
      position: row.position,
      group_id: row.groupId,
      document_id: row.documentId,
      question_id: row.questionId,
      run_id: row.runId,
      actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
      summary: sentenceOfEvent(row, say),
      url: row.documentId === null ? null : `${publicUrl}/documents/${row.documentId}`,
    },
  });
}

/** Proves that the address is there and that the signature is understood; nothing has happened. */
export function testMessage(project: string, now: Date): string {
  return JSON.stringify({
    type: 'webhook.test',
    timestamp: wireTime(now),
    data: { project, summary: 'A test from FlowGate. Nothing has happened.' },
  });
}
