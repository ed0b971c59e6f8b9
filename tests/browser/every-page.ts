/** One of everything that has a page, so that each can be looked at. */
import { agentIn } from '../support/agents.ts';
import { report, task } from '../support/stories.ts';
import type { BrowserStage } from './browser-stage.ts';

const FULL_BODY = `## Result

The limit is read from **one** place, \`limits.ts\`, and the cart asks it.

1. An order of 50.01 EUR has no shipping line.
2. An order of 50.00 EUR has one.

| order | shipping |
| --- | --- |
| 50.00 | 4.90 |
| 50.01 | 0.00 |

\`\`\`ts
export const FREE_SHIPPING_ABOVE_CENTS = 5_000;
\`\`\`

> Amounts are cents, so that no rounding can move the limit.

- [x] tests
- [ ] the terms page, see [the ticket](https://example.org/ticket)

![the cart](https://example.org/cart.png)
`;

/** Fills the gate, and names the address of every page there is. */
export async function pagesOf({ gate, grace }: BrowserStage): Promise<Record<string, string>> {
  const { agent, groupId } = await agentIn(gate, grace, { label: 'night run', agent: 'builder' });
  const { document_id: taskId } = await agent.submit(task());
  await grace.approve(taskId);
  const first = await agent.submit(report({ body: FULL_BODY }));
  await grace.requestRevision(first.document_id, 'Say where the limit is kept.');
  const [reason] = (await grace.readDocument(first.document_id)).reasons;
  await agent.submit(
    report({
      document_id: first.document_id,
      body: FULL_BODY.replace('one of everything', 'all').replace('no rounding', 'nothing'),
      responses: [{ reason_id: reason.id, text: 'In limits.ts, and only there.', done: true }],
      questions: [
        { text: 'Is the limit gross or net?', options: ['Gross', 'Net'], blocking: true },
        { text: 'Which page says so?', blocking: false, assumption: 'The terms page.' },
      ],
    }),
  );
  const { group: undecided } = await grace.openGroup('shop', { preset: undefined, title: 'Later' });
  const { group: fresh } = await grace.openGroup('shop', { title: 'Fresh' });
  const leak = ['a', 'b'].map((end) => ({
    text: `Is it ghp_${'aB3dE5fG7h'.repeat(3)}aB3dE${end}?`,
  }));
  await agent.call('clarify', { questions: leak });
  const { findings } = await grace.must(grace.get('/projects/shop/secrets'));
  await grace.must(
    grace.put(`/projects/shop/secrets/${findings[1].id}`, { note: 'From the public handbook.' }),
  );
  const report_ = `/documents/${first.document_id}`;
  return {
    queue: '/queue',
    groups: '/groups',
    group: `/groups/${groupId}`,
    'group-undecided': `/groups/${undecided.id}`,
    'group-edit': `/groups/${groupId}/edit`,
    'step-write': `/groups/${fresh.id}/write`,
    'revision-write': `${report_}/write`,
    'document-since-my-review': report_,
    'document-read': `${report_}?view=read`,
    'document-lines': `${report_}?view=changes&as=inline`,
    'document-side-by-side': `${report_}?view=changes&as=side`,
    'document-source': `${report_}?view=source`,
    'document-verdict': `${report_}?view=read&verdict=request_revision`,
    questions: '/questions',
    notifications: '/notifications?show=all',
    new: '/new',
    tokens: '/tokens',
    'token-new': `/tokens/new?group=${groupId}`,
    'project-new': '/projects/new',
    account: '/account',
    audit: '/admin/audit',
    secrets: '/admin/secrets',
    missing: '/documents/shop.default.0001.0099-T',
  };
}

/** Open to strangers. */
export const PUBLIC_PAGES = { 'sign-in': '/sign-in', setup: '/setup' };
