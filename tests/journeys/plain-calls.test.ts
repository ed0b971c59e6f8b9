/** A worker that speaks no MCP has every tool as a plain call, and help that says what its token may do. */
import { expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { PlainWorker } from '../support/plain-worker.ts';
import { CLAIM, onEveryDatabase, TASK } from '../support/stories.ts';

onEveryDatabase((stage) => {
  const begin = async () => {
    const scene = await agentIn(stage.gate, stage.grace);
    return { scene, worker: new PlainWorker(stage.gate.url, scene.secret) };
  };

  test('help shows what the token may do, what it may not and why, and examples that are taken', async () => {
    const { scene, worker } = await begin();
    const help = await worker.must(worker.get('/help'));
    expect(help.actions.map(({ action }: { action: string }) => action)).toEqual(['new', 'edit']);
    expect(help.tools.map(({ name }: { name: string }) => name)).toContain('await_verdict');
    const { doc_types } = await worker.must(worker.get('/help/doc_type'));
    expect(doc_types.map(({ code }: { code: string }) => code)).toContain('TR');
    const one = await worker.must(worker.get('/help/doc_type?code=TR'));
    expect(one.doc_types).toMatchObject([{ code: 'TR', claims_required: true }]);
    expect(one.doc_types[0].template).toContain('##');
    const asking = await worker.must(worker.get('/help/question'));
    const { question_ids } = await worker.must(worker.tool('clarify', asking.example));
    expect(question_ids).toHaveLength(1);

    const { secret } = await stage.grace.issueToken({
      project: 'shop',
      group: scene.groupId,
      kind: 'continuation',
      scopes: ['read'],
    });
    const reader = new PlainWorker(stage.gate.url, secret);
    const seen = await reader.must(reader.get('/help'));
    expect(seen.actions).toEqual([]);
    expect(seen.hidden).toContainEqual({ name: 'new', reason: expect.stringContaining('submit') });
    expect(await reader.get('/help/question')).toMatchObject({ status: 403 });
    expect(
      await reader.inbox({ action: 'new', project: 'shop', group_name: scene.groupId }),
    ).toMatchObject({ status: 403, body: { ok: false } });
  });

  test('without MCP the whole loop goes by plain calls', async () => {
    const { grace } = stage;
    const { worker } = await begin();
    const { assignment } = await worker.must(worker.tool('continue'));
    const input = { title: 'Free shipping', body: TASK };
    expect(await worker.must(worker.tool('dry_run', input))).toMatchObject({ valid: true });
    const { document_id, cursor } = await worker.must(worker.tool('submit', input));
    expect(assignment.type).toBe('T');
    const waiting = worker.must(worker.tool('await_verdict', { document_id, cursor }));
    await grace.approve(document_id);
    expect(await waiting).toMatchObject({ changed: true, state: 'approved' });
    const report = { title: 'Done', body: '## Result\n\nDone.\n', claims: [CLAIM] };
    expect(await worker.must(worker.tool('submit', report))).toMatchObject({ state: 'in_review' });
    expect(await worker.tool('nope')).toMatchObject({ status: 404 });
  });
});
