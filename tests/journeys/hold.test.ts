/** A verdict held for some seconds can be undone; until it falls only people see it. */
import { expect, test } from 'vitest';
import { onEveryDatabase, submittedTask, task } from '../support/stories.ts';
import { brokenIn } from '../support/tables.ts';

let now = Date.parse('2026-11-22T09:00:00.000Z');
const clock = { now: () => new Date(now) };
const pass = (seconds: number) => {
  now += seconds * 1000;
};

onEveryDatabase(
  (stage) => {
    const hold = async (documentId: string, more: object = {}) =>
      (await stage.grace.approve(documentId, 1, { hold_seconds: 5, ...more })).held;

    test('people see that it is held and the agent does not, until it falls by itself', async () => {
      const { grace } = stage;
      const { agent, documentId, cursor } = await submittedTask(stage);
      const held = await hold(documentId);
      expect(held).toMatchObject({ verb: 'approve', revision: 1, mine: true });
      const { document, held: shown } = await grace.readDocument(documentId);
      expect(document.state).toBe('in_review');
      expect(shown).toMatchObject([{ id: held.id }]);
      const waiting = { document_id: documentId, cursor };
      expect(await agent.awaitVerdict({ ...waiting, max_wait_seconds: 0 })).toMatchObject({
        changed: false,
        state: 'in_review',
        verdict: null,
      });
      const due = agent.awaitVerdict(waiting);
      pass(6);
      expect(await due).toMatchObject({ changed: true, state: 'approved', verdict: 'approve' });
    });

    test('its giver takes it back, and nothing has happened', async () => {
      const { grace } = stage;
      const { agent, documentId, cursor } = await submittedTask(stage);
      const { id } = await hold(documentId);
      await grace.must(grace.delete(`/verdicts/${id}`));
      pass(6);
      expect((await grace.readDocument(documentId)).held).toEqual([]);
      expect(
        await agent.awaitVerdict({ document_id: documentId, cursor, max_wait_seconds: 0 }),
      ).toMatchObject({ changed: false, state: 'in_review' });
      expect((await grace.delete(`/verdicts/${id}`)).status).toBe(404);
    });

    test('a new revision voids it: it was given for another body', async () => {
      const { grace } = stage;
      const { agent, documentId } = await submittedTask(stage);
      await hold(documentId);
      await agent.submit(task({ document_id: documentId, title: 'Another body' }));
      const { document, held } = await grace.readDocument(documentId);
      expect(document).toMatchObject({ state: 'in_review', revision: 2 });
      expect(held).toEqual([]);
      pass(6);
      expect((await grace.readDocument(documentId)).document.state).toBe('in_review');
    });

    test("another's negative verdict voids it", async () => {
      const { gate, grace } = stage;
      const rita = await gate.person('rita', 'reviewer');
      const { documentId } = await submittedTask(stage);
      await hold(documentId);
      await rita.requestRevision(documentId, 'Name the currency.');
      expect((await grace.readDocument(documentId)).held).toEqual([]);
      pass(6);
      expect((await grace.readDocument(documentId)).document.state).toBe('revision_requested');
    });

    test('whoever reads the document when it is due finds it applied', async () => {
      const { grace } = stage;
      const { documentId } = await submittedTask(stage);
      await grace.must(
        grace.post(`/documents/${documentId}/revision-request`, {
          revision: 1,
          reason: 'Name the currency.',
          hold_seconds: 5,
        }),
      );
      pass(6);
      const { document, reasons } = await grace.readDocument(documentId);
      expect(document.state).toBe('revision_requested');
      expect(reasons).toMatchObject([{ text: 'Name the currency.', by: { name: 'grace' } }]);
    });

    test('one who lost the right meanwhile approves nothing', async () => {
      const { gate, admin, grace } = stage;
      const robin = await gate.person('robin', 'reviewer');
      const { documentId } = await submittedTask(stage);
      await robin.approve(documentId, 1, { hold_seconds: 5 });
      await admin.must(admin.put('/projects/shop/members/robin', { role: 'viewer' }));
      pass(6);
      const { document, held } = await grace.readDocument(documentId);
      expect(document.state).toBe('in_review');
      expect(held).toEqual([]);
    });

    test('a rejection is never held', async () => {
      const { grace } = stage;
      const { documentId } = await submittedTask(stage);
      const answer = await grace.post(`/documents/${documentId}/rejection`, {
        revision: 1,
        reason: 'No.',
        hold_seconds: 5,
      });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: 'unknown_key' }] } });
      expect(await brokenIn(stage.gate.dependencies.database.reader)).toEqual([]);
    });
  },
  { clock },
);
