/** One of everything that has a page, so that each can be looked at. */
import { agentIn } from '../support/agents.ts';
import { ownPreset, riskType } from '../support/own-types.ts';
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

/** Comments of a person and of a reviewing agent, some settled, one whose words are gone, and a draft. */
async function commentOn({ gate, grace }: BrowserStage, group: string, document_id: string) {
  const must = { weight: 'must', text: 'Name the commit this stands on.' };
  const comments = [
    { ...must, anchor: { quote: 'The limit is read from one place' } },
    {
      ...{ weight: 'question', text: 'Gross or net?', anchor: { line_from: 5 } },
      suggestion: { old: '50.01 EUR', new: '50.01 EUR gross' },
    },
    { weight: 'nit', text: 'Two cents.', anchor: { quote: 'no rounding' }, revision: 1 },
    { weight: 'praise', text: 'Short and clear.' },
  ];
  const review = { document_id, revision: 2, comments };
  const { thread_ids } = await grace.must(grace.post('/reviews', review));
  await grace.must(grace.post(`/threads/${thread_ids[3]}/resolution`));
  await grace.must(grace.post(`/threads/${thread_ids[0]}/done`, { text: 'See the claim.' }));
  const token = { project: 'shop', group, kind: 'continuation', agent: 'second reader' };
  const { secret } = await grace.issueToken({ ...token, scopes: ['read', 'review'] });
  const reader = await gate.connect(secret);
  await reader.must('review', {
    ...{ document_id, revision: 2, verdict: 'request_revision' },
    findings: [{ anchor: { claim: 1 }, text: 'The output names no test.' }],
  });
  const draft = { ...must, anchor: { quote: 'cents' }, suggestion: { old: 'cents', new: '' } };
  await grace.must(grace.put(`/documents/${document_id}/draft`, { comments: [draft] }));
}

/** An unattended run that assumed something, went on unread, and proposes other steps; its root was reopened since. */
async function nightRun({ gate, grace }: Pick<BrowserStage, 'gate' | 'grace'>) {
  const scopes = ['read', 'submit', 'clarify', 'continue', 'plan'];
  const token = { mode: 'unattended', agent: 'night shift', scopes };
  const { agent, groupId, rootId } = await agentIn(gate, grace, token);
  const assuming = { text: 'Is the limit net?', blocking: false, assumption: 'It is net.' };
  await agent.must('clarify', { questions: [assuming] });
  const { document_id: taskId } = await agent.submit(task());
  const { document_id: planId } = await agent.submit({
    ...{ type: 'WP', title: 'Test it as well', body: '## Proposal\n\nA test at the end.\n' },
    fields: { steps: [{ type: 'TS', note: 'Orders of 50.00 and 50.01 EUR' }] },
  });
  const reopened = { revision: 1, reason: 'The limit is 60 EUR.' };
  await grace.must(grace.post(`/documents/${rootId}/reopening`, reopened));
  const [{ id: runId }] = (await grace.readGroup(groupId)).runs;
  return { groupId, taskId, planId, runId };
}

/** Fills the gate, and names the address of every page there is. */
export async function pagesOf({ gate, grace }: BrowserStage): Promise<Record<string, string>> {
  const { agent, groupId, tokenId } = await agentIn(gate, grace, {
    label: 'night run',
    agent: 'builder',
  });
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
  await commentOn({ gate, grace } as BrowserStage, groupId, first.document_id);
  await grace.must(grace.post('/types', riskType({ project: 'shop', code: 'HOUSE' })));
  const house = ownPreset({ project: 'shop', code: 'house', steps: [{ type: 'HOUSE' }] });
  await grace.must(grace.post('/presets', house));
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
  const talk = await grace.must(
    grace.post(`/groups/${groupId}/documents`, {
      type: 'CH',
      title: 'The trailer line of the export',
      body: '## Topic\n\nA last line with the count, or an aborted connection as the only sign?\n\n## Known\n\n- Our largest customer parses **strictly**.\n',
    }),
  );
  const turns = `/conversations/${talk.document_id}/turns`;
  await agent.must('converse', {
    document_id: talk.document_id,
    text: 'The line `#end,rows=…` would break importers that treat every line as an order.\n\n1. Send it only with `?trailer=1`.\n2. Send it always, and announce it.\n\nI lean to the first. Which one?',
  });
  await grace.must(grace.post(turns, { text: 'The first: nobody breaks.', based_on_turn: 1 }));
  await agent.must('converse', {
    document_id: talk.document_id,
    text: 'One more thing: the count is of orders, not of lines.',
    based_on_turn: 1,
  });
  const memo = await grace.must(
    grace.post(`/groups/${groupId}/documents`, {
      type: 'M',
      title: 'The terms page says gross',
      body: 'Seen on 12 March.',
      cites: [`${talk.document_id}#2`],
    }),
  );
  const night = await nightRun({ gate, grace });
  const report_ = `/documents/${first.document_id}`;
  const { webhook } = await grace.must(
    grace.post('/projects/shop/webhooks', {
      label: 'Night shift',
      url: 'https://example.org/hook',
    }),
  );
  await grace.must(grace.post(`/webhooks/${webhook.id}/test`));
  return {
    queue: '/queue',
    groups: '/groups',
    group: `/groups/${groupId}`,
    'group-undecided': `/groups/${undecided.id}`,
    'group-trace': `/groups/${groupId}/trace`,
    'group-edit': `/groups/${groupId}/edit`,
    'step-write': `/groups/${fresh.id}/write`,
    'revision-write': `${report_}/write`,
    'document-since-my-review': report_,
    'document-read': `${report_}?view=read`,
    'document-lines': `${report_}?view=changes&as=inline`,
    'document-side-by-side': `${report_}?view=changes&as=side`,
    'document-source': `${report_}?view=source`,
    'document-verdict': `${report_}?view=read&verdict=request_revision`,
    runs: '/runs',
    run: `/runs/${night.runId}`,
    'group-stale': `/groups/${night.groupId}`,
    'document-unread': `/documents/${night.taskId}`,
    'document-plan': `/documents/${night.planId}`,
    questions: '/questions',
    'questions-for-me': '/questions?show=mine',
    conversation: `/conversations/${talk.document_id}`,
    'conversation-write': `/groups/${groupId}/write?type=CH`,
    memo: `/documents/${memo.document_id}`,
    'memo-write': `/groups/${groupId}/write?type=M`,
    notifications: '/notifications?show=all',
    new: '/new',
    tokens: '/tokens',
    'tokens-filtered': '/tokens?kind=ci&state=live',
    token: `/tokens/${tokenId}`,
    'token-new': `/tokens/new?group=${groupId}`,
    'project-new': '/projects/new',
    projects: '/admin/projects',
    'project-settings': '/admin/projects/shop',
    account: '/account',
    webhooks: '/admin/webhooks',
    webhook: `/admin/webhooks/${webhook.id}`,
    'account-password': '/account/password',
    'account-second-factor': '/account/second-factor',
    audit: '/admin/audit',
    types: '/admin/types',
    'types-of-project': '/admin/types?project=shop',
    type: '/admin/types/HOUSE?project=shop',
    'type-shipped': '/admin/types/B?project=shop',
    'type-new': '/admin/types/new?project=shop',
    presets: '/admin/presets?project=shop',
    preset: '/admin/presets/house?project=shop',
    'preset-new': '/admin/presets/new?project=shop',
    secrets: '/admin/secrets',
    missing: '/documents/shop.default.0001.0099-T',
  };
}

/** Open to admins alone. */
export const ADMIN_PAGES = { users: '/admin/users', user: '/admin/users/grace' };

/** Open to strangers. */
export const PUBLIC_PAGES = { 'sign-in': '/sign-in', setup: '/setup', link: '/link' };
