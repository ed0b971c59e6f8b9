/** Runs: people see them, hold them and end them; they stop where they were told to. */
import { describe, expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { codeOf, onEveryDatabase, report, submittedTask, task } from '../support/stories.ts';
import { brokenIn } from '../support/tables.ts';

interface Step {
  readonly id: string;
  readonly type: string;
}

onEveryDatabase((stage) => {
  const runOf = async (groupId: string) => (await stage.grace.readGroup(groupId)).runs[0];
  const control = (runId: string, verb: string) =>
    stage.grace.must(stage.grace.post(`/runs/${runId}/${verb}`));

  describe('a person', () => {
    test('pauses a run, which ends the wait of its agent, and resumes it', async () => {
      const { agent, groupId, documentId, cursor } = await submittedTask(stage);
      const { id, controls } = await runOf(groupId);
      expect(controls).toEqual(expect.arrayContaining(['pause', 'stop']));
      const waiting = Promise.withResolvers<void>();
      const answer = agent.awaitVerdict(
        { document_id: documentId, cursor },
        { onProgress: () => waiting.resolve() },
      );
      await waiting.promise;
      await control(id, 'pause');
      expect(await answer).toMatchObject({
        changed: true,
        run: { state: 'paused', reason: 'paused_by_person' },
        next: expect.stringContaining('paused'),
      });
      await stage.grace.approve(documentId);
      expect(codeOf(await agent.call('submit', report()))).toBe('run_paused');
      expect((await agent.continue()).assignment).toBeNull();
      await control(id, 'resume');
      expect((await agent.continue()).assignment).toMatchObject({ type: 'TR' });
    });

    test('stops a run for good', async () => {
      const { agent, groupId, documentId, cursor } = await submittedTask(stage);
      const { id } = await runOf(groupId);
      const heard = agent.awaitVerdict({ document_id: documentId, cursor });
      await control(id, 'stop');
      expect(await heard).toMatchObject({
        run: { state: 'ended', reason: 'stopped_by_person' },
        next: expect.stringContaining('End here'),
      });
      await stage.grace.approve(documentId);
      expect(codeOf(await agent.call('submit', report()))).toBe('run_ended');
      const again = await stage.grace.post(`/runs/${id}/resume`);
      expect(again).toMatchObject({ status: 409, body: { code: 'run_ended' } });
    });

    test('withdraws a document, and the run waits for a person', async () => {
      const { grace } = stage;
      const { agent, groupId, documentId, cursor } = await submittedTask(stage);
      const heard = agent.awaitVerdict({ document_id: documentId, cursor });
      await grace.must(grace.post(`/documents/${documentId}/withdrawal`, { revision: 1 }));
      expect(await heard).toMatchObject({ changed: true, state: 'withdrawn' });
      const run = await runOf(groupId);
      expect(run.state).toBe('paused');
      await control(run.id, 'resume');
      const next = await agent.submit(task({ title: 'Begun anew' }));
      expect(next.document_id).toBe(`${groupId}.0003-T`);
    });
  });

  test('a continuation stops exactly at its target', async () => {
    const { gate, grace } = stage;
    const { group, sequence } = await grace.openGroup('shop', { preset: 'investigate' });
    const target = sequence.steps.find(({ type }: Step) => type === 'NR');
    const { secret } = await grace.issueToken({
      project: 'shop',
      group: group.id,
      kind: 'continuation',
      target_step: target.id,
    });
    const agent = await gate.connect(secret);
    expect((await agent.continue()).remaining).toBe(2);
    const { document_id } = await agent.submit({ title: 'Why', body: '## Question\n\nWhy?\n' });
    await grace.approve(document_id);
    expect((await agent.continue()).remaining).toBe(1);
    const claims = [
      { statement: 'It is the rounding.', evidence: [{ kind: 'commit', sha: '7be4f10' }] },
    ];
    const found = await agent.submit({ title: 'Why', body: 'The rounding.\n', claims });
    await grace.approve(found.document_id);
    expect(await runOf(group.id)).toMatchObject({ state: 'ended', reason: 'target_reached' });
    expect((await agent.continue()).next).toContain('End here');
    const beyond = await agent.call('submit', task());
    expect(['target_reached', 'run_ended', 'token_ended']).toContain(codeOf(beyond));
    expect((await grace.readGroup(group.id)).group.head).toMatchObject({
      type: 'T',
      state: 'open',
    });
  });

  describe('unattended', () => {
    const unattended = { mode: 'unattended' };

    test('steps are approved in the name of the run, and the final approval still waits', async () => {
      const { gate, grace } = stage;
      const { agent, groupId } = await agentIn(gate, grace, unattended);
      const first = await agent.submit(task());
      expect(first).toMatchObject({ state: 'approved', next: expect.stringContaining('policy') });
      const { judgements } = await grace.readDocument(first.document_id);
      expect(judgements).toMatchObject([{ verb: 'approve', policy: 'policy:run' }]);
      const second = await agent.submit(report());
      expect(second).toMatchObject({
        state: 'approved',
        next: expect.stringContaining('End here'),
      });
      const { group, runs, documents } = await grace.readGroup(groupId);
      expect(group).toMatchObject({ state: 'open', head: { type: 'AC', state: 'in_review' } });
      expect(runs).toMatchObject([{ state: 'ended', reason: 'target_reached' }]);
      const closing = documents.find(({ type }: { type: string }) => type === 'AC');
      const { items } = await grace.must(grace.get('/queue'));
      expect(items).toContainEqual(expect.objectContaining({ document_id: closing.id }));
      await grace.approve(closing.id);
      expect(await brokenIn(gate.dependencies.database.reader)).toEqual([]);
    });

    test('a step that a person must read waits for one', async () => {
      const { gate, grace } = stage;
      const { group, sequence } = await grace.openGroup('shop');
      const [, first, second] = sequence.steps;
      await grace.must(
        grace.put(`/groups/${group.id}/sequence`, {
          version: sequence.version,
          steps: [
            { id: first.id, type: 'T', gate: { by: 'human', unattended: false } },
            { id: second.id, type: 'TR' },
          ],
        }),
      );
      const issued = { project: 'shop', group: group.id, kind: 'continuation', ...unattended };
      const { secret } = await grace.issueToken(issued);
      const agent = await gate.connect(secret);
      const { document_id, state } = await agent.submit(task());
      expect(state).toBe('in_review');
      await grace.approve(document_id);
      expect(await agent.submit(report())).toMatchObject({ state: 'approved' });
    });

    test('an issuer who may no longer judge ends it, and the document waits for a person', async () => {
      const { gate, admin, grace } = stage;
      const mary = await gate.person('mary', 'maintainer');
      const { agent, groupId } = await agentIn(gate, mary, unattended);
      await agent.continue();
      await admin.must(admin.put('/projects/shop/members/mary', { role: 'author' }));
      const { document_id, state } = await agent.submit(task());
      expect(state).toBe('in_review');
      expect(await runOf(groupId)).toMatchObject({ state: 'ended', reason: 'issuer_lost_right' });
      expect(codeOf(await agent.call('submit', task({ title: 'More' })))).toBe('run_ended');
      await grace.approve(document_id);
    });

    test('an issuer who may no longer write ends the run at once, before any call', async () => {
      const { gate, admin } = stage;
      const nora = await gate.person('nora', 'maintainer');
      const { agent, groupId } = await agentIn(gate, nora, {});
      await agent.continue();
      await admin.must(admin.put('/projects/shop/members/nora', { role: 'viewer' }));
      expect(await runOf(groupId)).toMatchObject({ state: 'ended', reason: 'issuer_lost_right' });
      expect(codeOf(await agent.call('submit', task()))).toBe('not_permitted');
    });

    test('an open question holds it', async () => {
      const { gate, grace } = stage;
      const { agent } = await agentIn(gate, grace, unattended);
      const asking = task({ questions: [{ text: 'Gross or net?' }] });
      const { document_id, state, question_ids } = await agent.submit(asking);
      expect(state).toBe('in_review');
      await grace.must(grace.post(`/questions/${question_ids[0]}/answers`, { text: 'Net.' }));
      expect((await agent.awaitVerdict({ document_id })).answers).toMatchObject([{ text: 'Net.' }]);
    });

    test('in mode review it begins with a round of questions that a person closes', async () => {
      const { gate, grace } = stage;
      const { agent, groupId } = await agentIn(gate, grace, { mode: 'review' });
      const first = await agent.continue();
      // It hears what the work is, or it could ask nothing worth an answer.
      expect(first).toMatchObject({
        assignment: { type: 'T' },
        run: { state: 'paused', reason: 'clarification_open' },
        next: expect.stringContaining('`clarify`'),
      });
      expect(codeOf(await agent.call('submit', task()))).toBe('run_paused');
      await agent.must('clarify', { questions: [{ text: 'Gross or net?', blocking: false }] });
      const waiting = Promise.withResolvers<void>();
      const heard = agent.awaitVerdict(
        { cursor: first.cursor },
        { onProgress: () => waiting.resolve() },
      );
      await waiting.promise;
      const { id } = await runOf(groupId);
      await control(id, 'resume');
      expect(await heard).toMatchObject({ changed: true, run: { state: 'working' } });
      expect(await agent.submit(task())).toMatchObject({ state: 'approved' });
    });
  });
});
