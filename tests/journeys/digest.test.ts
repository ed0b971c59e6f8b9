/** What a person finds in the morning: done, approved but not read, assumed, waiting, stopped and why. */
import { expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { MovingClock, passing } from '../support/moving-clock.ts';
import { codeOf, onEveryDatabase, report, task } from '../support/stories.ts';

const clock = new MovingClock();
const SLOWLY = { timeout: 60_000 };

onEveryDatabase(
  (stage) => {
    const as = (username: string) => stage.gate.signedIn(username);
    const digests = async (username: string, runId: string) => {
      const person = await as(username);
      const { notifications } = await person.must(person.get('/notifications'));
      return notifications.filter(
        (one: { kind: string; run_id: string }) =>
          one.kind === 'run.digest' && one.run_id === runId,
      );
    };

    test('each run is told of once in the morning, with its figures', SLOWLY, async () => {
      clock.until(20);
      const grace = await as('grace');
      const { agent, groupId } = await agentIn(stage.gate, grace, { mode: 'unattended' });
      await agent.continue();
      const assuming = { text: 'Gross or net?', blocking: false, assumption: 'Net.' };
      await agent.must('clarify', { questions: [assuming] });
      const { document_id: taskId } = await agent.submit(task());
      const [run] = (await grace.readGroup(groupId)).runs;
      await passing(stage.gate, clock, 8);
      expect(await digests('grace', run.id)).toEqual([]);
      await passing(stage.gate, clock, 6);
      const [told, ...more] = await digests('grace', run.id);
      expect(more).toEqual([]);
      expect(told.sentence).toContain('1 approved, 1 not read by a person, 1 assumption');

      const reader = await as('grace');
      const detail = await reader.must(reader.get(`/runs/${run.id}`));
      expect(detail).toMatchObject({
        run: { state: 'working', unread: 1 },
        done: [],
        unread: [{ id: taskId, approved_by: 'policy:run' }],
        assumed: [{ assumption: 'Net.', document_id: taskId, state: 'open' }],
      });
      expect(detail.waiting.map(({ reason }: { reason: string }) => reason)).toContain(
        'question_open',
      );
      // Nothing happened since: nobody is told the same twice.
      await passing(stage.gate, clock, 24);
      expect(await digests('grace', run.id)).toHaveLength(1);
      await agent.submit(report());
      await passing(stage.gate, clock, 24);
      expect(await digests('grace', run.id)).toHaveLength(2);
      const ended = await as('grace');
      const last = await ended.must(ended.get(`/runs/${run.id}`));
      expect(last.run).toMatchObject({ state: 'ended', reason: 'target_reached', unread: 2 });
      expect(last.history.map(({ sentence }: { sentence: string }) => sentence)[0]).toContain(
        'not read by a person',
      );
    });

    test('what a policy approved is read afterwards: recorded, and out of the queue', async () => {
      const grace = await as('grace');
      const { agent, groupId } = await agentIn(stage.gate, grace, { mode: 'unattended' });
      const { document_id: id } = await agent.submit(task());
      const unread = async () => {
        const { items } = await grace.must(grace.get('/queue'));
        return items.filter(
          (item: { section: string; document_id: string }) =>
            item.section === 'not_read_by_a_person' && item.document_id === id,
        );
      };
      expect(await unread()).toHaveLength(1);
      expect((await grace.readDocument(id)).headline).toContain('not read by a person');
      const wrong = await grace.post(`/documents/${id}/reading`, { revision: 2 });
      expect(wrong.body.code).toBe('revision_replaced');
      await grace.must(grace.post(`/documents/${id}/reading`, { revision: 1 }));
      await grace.must(grace.post(`/documents/${id}/reading`, { revision: 1 }));
      expect(await unread()).toEqual([]);
      const { headline, judgements } = await grace.readDocument(id);
      expect(headline).not.toContain('not read by a person');
      expect(judgements).toMatchObject([{ policy: 'policy:run', read: { by: 'grace' } }]);
      const [run] = (await grace.readGroup(groupId)).runs;
      const { done } = await grace.must(grace.get(`/runs/${run.id}`));
      expect(done).toMatchObject([{ id, read_by: 'grace' }]);
      const { entries } = await grace.must(grace.get(`/groups/${groupId}/timeline`));
      const read = entries.filter(({ kind }: { kind: string }) => kind === 'document.read');
      expect(read).toHaveLength(1);
    });

    test(
      'a run pauses when its time is up, though nobody calls, and a person gives it more',
      SLOWLY,
      async () => {
        const grace = await as('grace');
        const limits = { seconds: 2 * 3600 };
        const { agent, groupId } = await agentIn(stage.gate, grace, { limits });
        await agent.continue();
        await passing(stage.gate, clock, 2.5);
        const later = await as('grace');
        const [run] = (await later.readGroup(groupId)).runs;
        expect(run).toMatchObject({ state: 'paused', reason: 'time_limit' });
        expect(codeOf(await agent.call('submit', task()))).toBe('run_paused');
        await later.must(later.post(`/runs/${run.id}/resume`));
        expect(await agent.submit(task())).toMatchObject({ state: 'in_review' });
      },
    );

    test('a run pauses at its steps and at its revisions, and says how many it had', async () => {
      const grace = await as('grace');
      const few = { mode: 'unattended', limits: { steps: 1 } };
      const { agent, groupId } = await agentIn(stage.gate, grace, few);
      await agent.submit(task());
      const [run] = (await grace.readGroup(groupId)).runs;
      expect(run).toMatchObject({
        state: 'paused',
        reason: 'step_limit',
        message: expect.stringContaining('1'),
      });
      const once = await agentIn(stage.gate, grace, { limits: { revisions_per_step: 1 } });
      const { document_id } = await once.agent.submit(task());
      await grace.requestRevision(document_id, 'Name the currency.');
      const [other] = (await grace.readGroup(once.groupId)).runs;
      expect(other).toMatchObject({ state: 'paused', reason: 'revision_limit' });
    });

    test('a silent worker loses its step to the one that waits for it', SLOWLY, async () => {
      const grace = await as('grace');
      const { group } = await grace.openGroup('shop');
      const worker = async (agent: string) => {
        const issued = { project: 'shop', kind: 'worker', types: ['T'], label: agent };
        return stage.gate.connect((await grace.issueToken(issued)).secret);
      };
      const [ada, bob] = [await worker('ada'), await worker('bob')];
      const offered = async (agent: typeof ada) =>
        ((await agent.continue()).assignments ?? []).map(({ group: id }: { group: string }) => id);
      expect(await offered(ada)).toContain(group.id);
      expect((await ada.continue({ group: group.id })).assignment).toMatchObject({ type: 'T' });
      expect(await offered(bob)).not.toContain(group.id);
      expect(await bob.continue({ group: group.id })).toMatchObject({
        assignment: null,
        run: { reason: 'not_yours' },
      });
      await passing(stage.gate, clock, 1);
      const { runs } = await (await as('grace')).readGroup(group.id);
      const reasons = runs.map(({ token_label, reason }: Record<string, string>) => [
        token_label,
        reason,
      ]);
      expect(reasons).toEqual(
        expect.arrayContaining([
          ['ada', 'not_yours'],
          ['bob', null],
        ]),
      );
      expect(await offered(bob)).toContain(group.id);
      const at = { group: group.id };
      expect(codeOf(await ada.call('submit', task(at)))).toBe('not_yours');
      expect(await bob.submit(task(at))).toMatchObject({ state: 'in_review' });
    });
  },
  { clock, timers: false },
);
