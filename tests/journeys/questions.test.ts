/** Questions among people: asked, handed on, raised again when nobody answers, taken back. */
import { expect, test } from 'vitest';
import { runDueTimers } from '../../mcp-server/src/actions/timers/run-due-timers.ts';
import { agentIn } from '../support/agents.ts';
import type { PersonClient } from '../support/person-client.ts';
import { codeOf, onEveryDatabase, report, submittedTask, task } from '../support/stories.ts';
import { brokenIn } from '../support/tables.ts';

let now = Date.parse('2026-11-22T09:00:00.000Z');
const clock = { now: () => new Date(now) };

const QUESTION = { text: 'Gross or net?', options: ['Gross', 'Net'] };

onEveryDatabase(
  (stage) => {
    const passHours = async (hours: number) => {
      now += hours * 3_600_000;
      await runDueTimers(stage.gate.dependencies);
    };
    const ask = async (person: PersonClient, groupId: string, more: object = {}) =>
      (
        await person.must(
          person.post(`/groups/${groupId}/questions`, { questions: [QUESTION], ...more }),
        )
      ).questions[0];
    const read = async (id: string) =>
      (await stage.grace.must(stage.grace.get(`/questions/${id}`))).question;
    const openGroup = async () => (await stage.grace.openGroup('shop')).group.id;

    test('an author asks; the owner is asked; the answer reaches who asked', async () => {
      const { gate, grace } = stage;
      const walt = await gate.person('walt', 'author');
      const groupId = await openGroup();
      const asked = await ask(walt, groupId);
      expect(asked).toMatchObject({
        id: `${groupId}-Q1`,
        blocking: true,
        asked: [{ who: 'grace' }],
        overdue: false,
        may_answer: false,
        may_withdraw: true,
      });
      expect((await grace.readGroup(groupId)).group.clarifying).toBe(true);
      await grace.must(grace.post(`/questions/${asked.id}/answers`, { option: 'o1' }));
      const { notifications } = await walt.must(walt.get('/notifications'));
      expect(notifications.map(({ kind }: { kind: string }) => kind)).toContain(
        'question.answered',
      );
    });

    test('what the owner asks goes to the reviewers, and those asked find it', async () => {
      const { gate, grace } = stage;
      const rita = await gate.person('rita', 'reviewer');
      const groupId = await openGroup();
      const { id } = await ask(grace, groupId, { idempotency_key: 'once' });
      const again = await ask(grace, groupId, { idempotency_key: 'once' });
      expect(again.id).toBe(id);
      expect((await read(id)).asked).toMatchObject([{ who: 'reviewer' }]);
      const { questions } = await rita.must(rita.get('/questions?asked=me&limit=200'));
      expect(questions.map((one: { id: string }) => one.id)).toContain(id);
      const changed = { questions: [{ text: 'Another?' }], idempotency_key: 'once' };
      const reused = await grace.post(`/groups/${groupId}/questions`, changed);
      expect(reused).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
    });

    test('a question is handed to somebody who may answer it, and back', async () => {
      const { gate, grace } = stage;
      const olga = await gate.person('olga', 'reviewer');
      await gate.person('wendy', 'author');
      const groupId = await openGroup();
      const { id } = await ask(grace, groupId, { assignee: 'olga' });
      expect(await read(id)).toMatchObject({ assignee: 'olga', asked: [{ who: 'olga' }] });
      for (const assignee of ['wendy', 'nobody']) {
        const refused = await grace.patch(`/questions/${id}`, { assignee });
        expect(refused.status).toBe(422);
        expect(JSON.stringify(refused.body)).toContain('person_unknown');
      }
      const handed = await olga.must(olga.patch(`/questions/${id}`, { assignee: 'grace' }));
      expect(handed.question).toMatchObject({ assignee: 'grace', asked: [{ who: 'grace' }] });
      const { notifications } = await grace.must(grace.get('/notifications'));
      const told = { kind: 'question.reassigned', group_id: groupId };
      expect(notifications).toContainEqual(expect.objectContaining(told));
      const back = await olga.must(olga.patch(`/questions/${id}`, { assignee: null }));
      expect(back.question).toMatchObject({ assignee: null, asked: [{ who: 'reviewer' }] });
    });

    test('nobody answers: whoever is asked hears again, the reviewers are asked too', async () => {
      const { gate, grace } = stage;
      const vera = await gate.person('vera', 'reviewer');
      const { agent, groupId } = await agentIn(gate, grace);
      const { question_ids } = await agent.must('clarify', { questions: [QUESTION] });
      const [id] = question_ids;
      await passHours(23);
      expect(await read(id)).toMatchObject({ overdue: false, asked: [{ who: 'grace' }] });
      await passHours(2);
      expect(await read(id)).toMatchObject({
        overdue: true,
        asked: [{ who: 'grace' }, { who: 'reviewer' }],
      });
      const { notifications } = await grace.must(grace.get('/notifications'));
      const overdue = { kind: 'question.overdue', group_id: groupId };
      expect(notifications).toContainEqual(expect.objectContaining(overdue));
      const { items } = await vera.must(vera.get('/queue?limit=200'));
      expect(items).toContainEqual(
        expect.objectContaining({ question_id: id, section: 'questions_for_me' }),
      );
      // Raised a second time after two days more, and not before.
      const raised = async () => {
        const { entries } = await grace.must(grace.get(`/groups/${groupId}/timeline`));
        return entries.filter(({ kind }: { kind: string }) => kind === 'question.overdue').length;
      };
      await passHours(47);
      expect(await raised()).toBe(1);
      await passHours(2);
      expect(await raised()).toBe(2);
      await vera.must(vera.patch(`/questions/${id}`, { assignee: 'vera' }));
      expect(await read(id)).toMatchObject({ overdue: false, asked: [{ who: 'vera' }] });
      await vera.must(vera.post(`/questions/${id}/answers`, { option: 'o2' }));
      await passHours(100);
      expect(await raised()).toBe(2);
    });

    test('two processes raise an overdue question once', async () => {
      const { gate, grace } = stage;
      const groupId = await openGroup();
      const { id } = await ask(grace, groupId);
      now += 25 * 3_600_000;
      const { dependencies } = gate;
      await Promise.all([runDueTimers(dependencies), runDueTimers(dependencies)]);
      const { entries } = await grace.must(grace.get(`/groups/${groupId}/timeline`));
      const raised = entries.filter(({ kind }: { kind: string }) => kind === 'question.overdue');
      expect(raised).toHaveLength(1);
      expect(await read(id)).toMatchObject({ overdue: true });
    });

    test('who asked takes it back, and nobody else does', async () => {
      const { gate, grace } = stage;
      const wanda = await gate.person('wanda', 'author');
      const groupId = await openGroup();
      const { id } = await ask(wanda, groupId);
      expect(await grace.post(`/questions/${id}/withdrawal`)).toMatchObject({
        status: 409,
        body: { code: 'not_your_question' },
      });
      const { question } = await wanda.must(wanda.post(`/questions/${id}/withdrawal`));
      expect(question).toMatchObject({ state: 'withdrawn', asked: [], due_at: null });
      expect((await grace.readGroup(groupId)).group.clarifying).toBe(false);
    });

    test('what was left open in a discarded group waits for nobody', async () => {
      const { grace } = stage;
      const groupId = await openGroup();
      const { id } = await ask(grace, groupId);
      await grace.must(grace.post(`/groups/${groupId}/discard`, { reason: 'No.' }));
      const listed = async (query: string) => {
        const { questions } = await grace.must(grace.get(`/questions?limit=200${query}`));
        return questions.some((one: { id: string }) => one.id === id);
      };
      expect(await listed('')).toBe(false);
      expect(await listed('&state=all')).toBe(true);
      expect(await read(id)).toMatchObject({ state: 'open', asked: [], may_answer: false });
    });

    test('a question is about a document of its own group', async () => {
      const { grace } = stage;
      const { agent, documentId } = await submittedTask(stage);
      const groupId = await openGroup();
      const asked = { questions: [QUESTION], document_id: documentId };
      expect((await grace.post(`/groups/${groupId}/questions`, asked)).status).toBe(404);
      const unknown = {
        questions: [QUESTION],
        document_id: documentId.replace('0002-T', '0099-T'),
      };
      expect(codeOf(await agent.call('clarify', unknown))).toBe('not_found');
      const twice = { questions: [{ text: 'Which?', options: ['A', 'A'] }] };
      expect((await agent.call('clarify', twice)).text).toContain('not_unique');
    });

    test("an agent's late disagreement makes the document stale, and what cites it", async () => {
      const { gate, admin, grace } = stage;
      await admin.must(admin.put('/projects/shop/members/admin', { role: 'maintainer' }));
      const assuming = { ...QUESTION, blocking: false, assumption: 'Gross.' };
      const { agent, documentId, groupId } = await submittedTask(stage);
      const { question_ids } = await agent.must('clarify', { questions: [assuming] });
      await grace.requestRevision(documentId, 'Say which.');
      const { reasons } = await grace.readDocument(documentId);
      const responses = [{ reason_id: reasons[0].id, text: 'Gross.' }];
      const second = { document_id: documentId, title: 'Free shipping, gross', responses };
      await agent.submit(task(second));
      await grace.approve(documentId, 2);
      const { document_id: citing } = await agent.submit(report({ cites: [documentId] }));
      const issued = { project: 'shop', group: groupId, kind: 'continuation' };
      const { secret } = await admin.issueToken({ ...issued, scopes: ['read', 'answer'] });
      const answering = await gate.connect(secret);
      const answer = { question_id: question_ids[0], option: 'o2', agrees: false };
      await answering.must('clarify', { answers: [answer] });
      expect((await grace.readDocument(documentId)).document.stale).toBe(true);
      expect((await grace.readDocument(citing)).document.stale).toBe(true);
      expect(await brokenIn(gate.dependencies.database.reader)).toEqual([]);
    });
  },
  { clock, timers: false },
);
