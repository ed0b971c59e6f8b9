/**
 * The acceptance scenarios of the system this one follows, as far as no other journey tells them whole; `docs/parity.md`
 * names the test of each of the fifteen. Their numbers are those of its list.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ERAS, type ToolAnswer } from '../support/agent-client.ts';
import { agentIn } from '../support/agents.ts';
import type { Answer } from '../support/person-client.ts';
import { PlainWorker } from '../support/plain-worker.ts';
import { type SecondServer, startSecondServer } from '../support/second-server.ts';
import { codeOf, onEveryDatabase, report, submittedTask, TASK, task } from '../support/stories.ts';
import { brokenIn, contentOf } from '../support/tables.ts';

interface Listed {
  readonly id: string;
  readonly type: string;
}

/** Whoever hears that the group changed under their call makes it again, as they are told to. */
async function settled<Told>(
  call: () => Promise<Told>,
  code: (told: Told) => string | undefined,
): Promise<Told> {
  for (;;) {
    const told = await call();
    if (code(told) !== 'changed_meanwhile') return told;
  }
}
const codeOfTool = (told: ToolAnswer) => (told.isError ? codeOf(told) : undefined);
const codeOfPlain = ({ body }: Answer) => body.code as string | undefined;

onEveryDatabase((stage) => {
  let second: SecondServer;
  beforeAll(async () => {
    second = await startSecondServer(stage.gate);
  });
  afterAll(() => second?.stop());
  const content = () => contentOf(stage.gate.dependencies.database.reader);
  const broken = () => brokenIn(stage.gate.dependencies.database.reader);
  const documentsOf = async (groupId: string): Promise<Listed[]> =>
    (await stage.grace.readGroup(groupId)).documents;

  test.each(ERAS)(
    '1: two parallel submits, one token: one document; the other gets the same answer or "used" (%s)',
    async (era) => {
      const { gate, grace } = stage;
      const same = await agentIn(gate, grace, { kind: 'step' }, era);
      const twin = await gate.connect(same.secret, era);
      const told = await Promise.all(
        [same.agent, twin].map((one) => settled(() => one.call('submit', task()), codeOfTool)),
      );
      expect(told.map(({ isError }) => isError)).toEqual([false, false]);
      const [first, other] = told.map(({ structured: { replayed, ...rest } }) => rest);
      expect(other).toEqual(first);
      expect(told.filter(({ structured }) => structured.replayed)).toHaveLength(1);
      expect(await documentsOf(same.groupId)).toHaveLength(2);

      const different = await agentIn(gate, grace, { kind: 'step' }, era);
      const rival = new PlainWorker(gate.url, different.secret);
      const [overMcp, plain] = await Promise.all([
        settled(() => different.agent.call('submit', task({ title: 'One' })), codeOfTool),
        settled(() => rival.tool('submit', task({ title: 'Other' })), codeOfPlain),
      ]);
      const codes = [codeOfTool(overMcp), codeOfPlain(plain)];
      expect(codes).toEqual(expect.arrayContaining([undefined, 'token_spent']));
      expect(await documentsOf(different.groupId)).toHaveLength(2);
      expect(await broken()).toEqual([]);
    },
  );

  test('2: two processes in one group: no duplicate number, no 500', async () => {
    const { gate, grace } = stage;
    const { agent, groupId } = await agentIn(gate, grace);
    const there = await second.signedIn('grace');
    const statuses: number[] = [];
    const memo = (count: number) =>
      settled(async () => {
        const body = { type: 'M', title: `Memo ${count}`, body: 'Worth keeping.\n' };
        const answer = await [grace, there][count % 2]?.post(`/groups/${groupId}/documents`, body);
        statuses.push(answer?.status ?? 0);
        return answer as Answer;
      }, codeOfPlain);
    const [submitted, ...memos] = await Promise.all([
      settled(() => agent.call('submit', task()), codeOfTool),
      ...Array.from({ length: 8 }, (_, count) => memo(count)),
    ]);
    expect(submitted.isError, submitted.text).toBe(false);
    expect(memos.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    const numbers = (await documentsOf(groupId)).map(({ id }) =>
      Number(id.split('.')[3]?.slice(0, 4)),
    );
    expect(numbers.sort((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await broken()).toEqual([]);
  });

  test('4: wrong scope, project, group, document, type: own code each, nothing changed', async () => {
    const { gate, admin, grace } = stage;
    const scene = await agentIn(gate, grace);
    const { groupId } = await agentIn(gate, grace);
    const slug = `yard-${Date.now()}`;
    await admin.createProject(slug);
    await admin.must(admin.put(`/projects/${slug}/members/grace`, { role: 'maintainer' }));
    const abroad = (await grace.openGroup(slug)).root.id;
    const secretWith = async (more: object) => {
      const token = { project: 'shop', group: scene.groupId, kind: 'continuation', ...more };
      return new PlainWorker(gate.url, (await grace.issueToken(token)).secret);
    };
    const worker = new PlainWorker(gate.url, scene.secret);
    const deaf = await secretWith({ scopes: ['read'] });
    const narrow = await secretWith({ types: ['TR'] });
    const before = await content();
    const cases: readonly [string, Promise<Answer>, number, string][] = [
      ['scope', deaf.tool('submit', task()), 403, 'not_permitted'],
      ['project', worker.tool('read', { id: abroad }), 404, 'not_found'],
      ['group', worker.tool('submit', task({ group: groupId })), 404, 'not_found'],
      [
        'document',
        worker.tool('submit', task({ document_id: scene.rootId })),
        409,
        'state_forbids',
      ],
      [
        'predecessor',
        worker.tool('submit', task({ predecessor_id: abroad })),
        409,
        'wrong_predecessor',
      ],
      ['type of the step', worker.tool('submit', task({ type: 'DS' })), 409, 'wrong_type'],
      ['type of the token', narrow.tool('submit', task()), 409, 'token_not_for_type'],
    ];
    for (const [what, answer, status, code] of cases) {
      expect(await answer, what).toMatchObject({ status, body: { code } });
    }
    expect(await content()).toEqual(before);
  });

  test.each(ERAS)(
    '6: advance refused while the head is pending or sent back; goes on after fix and approval (%s)',
    async (era) => {
      const { grace } = stage;
      const { agent, groupId, documentId } = await submittedTask(stage, {}, era);
      const refused = async () => {
        const answer = await agent.call('submit', report({ type: 'TR' }));
        expect(answer.isError).toBe(true);
        expect((await documentsOf(groupId)).map(({ type }) => type)).toEqual(['R', 'T']);
        return codeOf(answer);
      };
      expect(await agent.continue()).toMatchObject({
        assignment: null,
        run: { reason: 'waiting_for_verdict' },
      });
      expect(await refused()).toBe('wrong_type');
      await grace.requestRevision(documentId, 'Name the currency.');
      expect(await refused()).toBe('wrong_type');
      const { assignment } = await agent.continue();
      expect(assignment).toMatchObject({ type: 'T', document_id: documentId });
      const responses = [{ reason_id: assignment.reasons[0].reason_id, text: 'EUR.' }];
      await agent.submit(task({ document_id: documentId, title: 'In EUR', responses }));
      expect(await refused()).toBe('wrong_type');
      await grace.approve(documentId, 2);
      expect((await agent.continue()).assignment).toMatchObject({ type: 'TR' });
      expect(await agent.submit(report())).toMatchObject({ state: 'in_review' });
    },
  );

  test('8: an edit on a stale revision is refused, the body unchanged', async () => {
    const { gate, grace } = stage;
    const { agent, groupId, documentId } = await submittedTask(stage);
    await grace.requestRevision(documentId, 'Name the currency.');
    const issued = { project: 'shop', group: groupId, kind: 'step' };
    const other = await gate.connect((await grace.issueToken(issued)).secret, 'legacy');
    const [{ id: reason_id }] = (await grace.readDocument(documentId)).reasons;
    const next = (text: string) =>
      task({
        document_id: documentId,
        body: `${TASK}\n${text}\n`,
        responses: [{ reason_id, text }],
      });
    const told = await Promise.all([
      settled(() => agent.call('submit', next('In EUR.')), codeOfTool),
      settled(() => other.call('submit', next('In USD.')), codeOfTool),
    ]);
    expect(told.filter(({ isError }) => !isError)).toHaveLength(1);
    const won = told[0]?.isError ? 'In USD.' : 'In EUR.';
    const lost = told.find(({ isError }) => isError);
    expect(lost && codeOf(lost)).toBe('awaiting_verdict');
    const { document, body } = await grace.readDocument(documentId);
    expect(document).toMatchObject({ revision: 2, state: 'in_review' });
    expect(body).toContain(won);
    const first = await grace.must(grace.get(`/documents/${documentId}/revisions/1`));
    expect(first.body).toBe(TASK);
    const late = await grace.post(`/documents/${documentId}/approval`, { revision: 1 });
    expect(late).toMatchObject({ status: 409, body: { code: 'revision_replaced' } });
    expect(await broken()).toEqual([]);
  });
});
