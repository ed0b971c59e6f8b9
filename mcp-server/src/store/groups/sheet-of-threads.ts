/** What comments come down to in rows: a thread, the remarks in it, and where it stands. */
import type { Change } from '../../gate/ruling.ts';
import { alter, required, type Writers } from './sheet.ts';

type Kind = Extract<
  Change['kind'],
  'thread_opened' | 'thread_moved' | 'thread_commented' | 'review_stopped'
>;

export const THREAD_WRITERS: Writers<Kind> = {
  thread_opened: (sheet, { documentId, revision, thread }, material) => {
    const { id, weight, state, raisedByKind, raisedById, advice } = thread;
    const written = required(material.threads.get(id), `thread ${id}`);
    const { anchor, text, suggestion } = written;
    sheet.threads.push({
      ...{ id, documentId, anchor, weight, state, advice },
      revision: written.revision ?? revision,
      raisedKind: raisedByKind,
      raisedBy: raisedById,
      createdAt: material.now,
    });
    sheet.comments.push({
      // The remark that starts a thread bears its id, so it comes first whatever the clock says.
      ...{ id, threadId: id, text },
      ...byActor(material.actor),
      suggestionOld: suggestion?.old ?? null,
      suggestionNew: suggestion?.new ?? null,
      createdAt: material.now,
    });
  },
  thread_commented: (sheet, { threadId }, material) => {
    const reply = material.replies.get(threadId);
    const { id, text } = required(reply, `reply in ${threadId}`);
    sheet.comments.push({
      ...{ id, threadId, text },
      ...byActor(material.actor),
      createdAt: material.now,
    });
  },
  thread_moved: (sheet, { threadId, state, answered }, { now }) =>
    void sheet.threadChanges.set(threadId, {
      state,
      answeredAt: answered ? now : null,
      resolvedAt: state === 'resolved' ? now : null,
    }),
  review_stopped: (sheet, { documentId, stop }) =>
    alter(sheet.documents, documentId, { reviewStop: stop }),
};

function byActor({ kind, id, name }: { kind: string; id: string; name: string }) {
  return { byKind: kind, byId: id, byName: name };
}
