/** What a reviewer has written and not sent: theirs alone, on the server, until it is sent. */
import { expect, test } from 'vitest';
import type { PersonClient } from '../support/person-client.ts';
import { onEveryDatabase, submittedTask, task } from '../support/stories.ts';

let now = Date.parse('2026-11-22T09:00:00.000Z');
const clock = { now: () => new Date(now) };

const COMMENTS = [
  {
    ...{ anchor: { quote: 'Orders above 50 EUR ship for free.' }, weight: 'must' },
    text: 'Gross or net?',
  },
];

onEveryDatabase(
  (stage) => {
    const draftOf = (person: PersonClient, id: string) =>
      person.must(person.get(`/documents/${id}/draft`));

    test('a draft is its writer’s alone, survives a new revision, and makes no event', async () => {
      const { gate, grace } = stage;
      const rita = await gate.person('rita', 'reviewer');
      const { agent, documentId, groupId } = await submittedTask(stage);
      const timeline = async () =>
        (await grace.must(grace.get(`/groups/${groupId}/timeline`))).entries?.length;
      const before = await timeline();
      const content = { revision: 1, summary: 'Nearly.', comments: COMMENTS };
      await grace.must(grace.put(`/documents/${documentId}/draft`, content));
      expect(await timeline()).toBe(before);
      expect(await draftOf(rita, documentId)).toMatchObject({ summary: '', comments: [] });
      await agent.submit(task({ document_id: documentId, title: 'Another' }));
      expect(await draftOf(grace, documentId)).toMatchObject(content);
      expect((await rita.get(`/documents/${documentId}/threads`)).body.threads).toEqual([]);
    });

    test('it goes with the review that is sent, and an empty one is none', async () => {
      const { grace } = stage;
      const { documentId } = await submittedTask(stage);
      const path = `/documents/${documentId}/draft`;
      await grace.must(grace.put(path, { summary: 'Nearly.' }));
      await grace.must(grace.put(path, {}));
      expect(await draftOf(grace, documentId)).toMatchObject({ summary: '', updated_at: null });
      await grace.must(grace.put(path, { comments: COMMENTS }));
      const review = { document_id: documentId, revision: 1, comments: COMMENTS };
      await grace.must(grace.post('/reviews', review));
      expect(await draftOf(grace, documentId)).toMatchObject({ comments: [], updated_at: null });
    });

    test('a comment written on an older revision keeps its place there, though its words are gone', async () => {
      const { grace } = stage;
      const { agent, documentId } = await submittedTask(stage);
      await agent.submit(task({ document_id: documentId, body: 'Something else.\n' }));
      const review = { document_id: documentId, revision: 2, verdict: 'request_revision' };
      const late = await grace.post('/reviews', { ...review, comments: COMMENTS });
      expect(late.body.errors).toMatchObject([{ code: 'anchor_unknown' }]);
      const comments = COMMENTS.map((comment) => ({ ...comment, revision: 1 }));
      await grace.must(grace.post('/reviews', { ...review, comments }));
      const { threads } = await grace.must(grace.get(`/documents/${documentId}/threads`));
      expect(threads).toMatchObject([{ revision: 1, outdated: true }]);
    });

    test('only who may judge has one, and it is bounded', async () => {
      const { gate, grace } = stage;
      const vera = await gate.person('vera', 'viewer');
      const { documentId } = await submittedTask(stage);
      const path = `/documents/${documentId}/draft`;
      expect((await vera.put(path, { summary: 'Hm.' })).status).toBe(403);
      expect((await vera.get(path)).status).toBe(403);
      const many = Array.from({ length: 51 }, () => COMMENTS[0]);
      expect((await grace.put(path, { comments: many })).body.errors).toMatchObject([
        { path: 'comments', code: 'too_many_items' },
      ]);
    });

    test('while a review is held its comments are nobody’s, and undoing it gives the draft back', async () => {
      const { grace } = stage;
      const { agent, documentId, cursor } = await submittedTask(stage);
      await grace.must(grace.put(`/documents/${documentId}/draft`, { comments: COMMENTS }));
      now += 1000;
      const review = {
        ...{ document_id: documentId, revision: 1, verdict: 'request_revision' },
        ...{ comments: COMMENTS, hold_seconds: 5 },
      };
      const { held } = await grace.must(grace.post('/reviews', review));
      const threads = () => grace.must(grace.get(`/documents/${documentId}/threads`));
      expect((await threads()).threads).toEqual([]);
      await grace.must(grace.delete(`/verdicts/${held.id}`));
      expect(await draftOf(grace, documentId)).toMatchObject({ comments: COMMENTS });
      await grace.must(grace.post('/reviews', review));
      now += 6000;
      expect(await agent.awaitVerdict({ document_id: documentId, cursor })).toMatchObject({
        ...{ verdict: 'request_revision' },
        reasons: [{ text: 'Gross or net?', anchor: { line_from: 3 } }],
      });
      expect((await threads()).threads).toMatchObject([{ state: 'open', weight: 'must' }]);
      expect(await draftOf(grace, documentId)).toMatchObject({ comments: [] });
    });
  },
  { clock },
);
