/** The inbox's `review`: a worker that may only judge, in the older wire form. */
import { expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { PlainWorker } from '../support/plain-worker.ts';
import { onEveryDatabase, task } from '../support/stories.ts';

onEveryDatabase((stage) => {
  test('a reviewing worker of somebody else passes or sends back, on the revision it read', async () => {
    const { gate, grace } = stage;
    const scene = await agentIn(gate, grace);
    const { document_id: doc_id } = await scene.agent.submit(task());
    const rita = await gate.person(`rita-${scene.groupId.slice(-4)}`, 'maintainer');
    const { secret } = await rita.issueToken({
      project: 'shop',
      group: scene.groupId,
      kind: 'continuation',
      scopes: ['read', 'review'],
    });
    const reviewer = new PlainWorker(gate.url, secret);
    const review = {
      action: 'review',
      project: 'shop',
      doc_id,
      revision: 1,
      verdict: 'issues',
      findings: [{ locus: 'Goal', note: 'Which country?' }],
    };
    const { revision: _, ...unread } = review;
    const blind = await reviewer.inbox(unread);
    expect(blind.body.errors).toMatchObject([{ path: 'revision', code: 'missing' }]);
    expect(await reviewer.must(reviewer.inbox(review))).toMatchObject({
      ok: true,
      verdict: 'issues',
      finding_count: 1,
      counts: false,
      state: 'in_review',
    });
    const unfit = await reviewer.inbox({ action: 'new', project: 'shop', group: scene.groupId });
    expect(unfit.body).toMatchObject({ code: 'scope_missing' });
    expect((await grace.readDocument(doc_id)).document.state).toBe('in_review');
  });
});
