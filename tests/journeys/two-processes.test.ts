/** Two servers on one database: whichever is asked, numbers, tokens and the log are the same for both. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import type { PersonClient } from '../support/person-client.ts';
import { type SecondServer, startSecondServer } from '../support/second-server.ts';
import { onEveryDatabase, report, submittedTask, task } from '../support/stories.ts';
import { brokenIn } from '../support/tables.ts';

onEveryDatabase((stage) => {
  let second: SecondServer;
  let there: PersonClient;
  beforeAll(async () => {
    second = await startSecondServer(stage.gate);
    there = await second.signedIn('grace');
  });
  afterAll(() => second?.stop());

  const broken = () => brokenIn(stage.gate.dependencies.database.reader);

  test('neither takes a number that the other took', async () => {
    const { grace } = stage;
    const opened = await Promise.all(
      Array.from({ length: 12 }, (_, index) => [grace, there][index % 2]?.openGroup('shop')),
    );
    expect(new Set(opened.map((answer) => answer.group.id)).size).toBe(12);
    expect(await broken()).toEqual([]);
  });

  test('a step token is spent once, whoever is asked', async () => {
    const { gate, grace } = stage;
    for (let times = 0; times < 4; times += 1) {
      const { agent, secret, groupId } = await agentIn(gate, grace, { kind: 'step' });
      const twin = await second.connect(secret);
      const answers = await Promise.all([
        agent.call('submit', task({ title: 'Here' })),
        twin.call('submit', task({ title: 'There' })),
      ]);
      expect(answers.filter(({ isError }) => !isError)).toHaveLength(1);
      const { documents } = await there.readGroup(groupId);
      expect(documents).toHaveLength(2);
    }
    expect(await broken()).toEqual([]);
  });

  test('a retry at the other is answered as the first was', async () => {
    const { documentId, secret } = await submittedTask(stage);
    const twin = await second.connect(secret);
    expect(await twin.submit(task())).toMatchObject({ document_id: documentId, replayed: true });
  });

  test('an agent that waits at one is told of a verdict given at the other', async () => {
    const { agent, documentId, cursor } = await submittedTask(stage);
    const waiting = Promise.withResolvers<void>();
    const answer = agent.awaitVerdict(
      { document_id: documentId, cursor },
      { onProgress: () => waiting.resolve() },
    );
    await waiting.promise;
    await there.approve(documentId);
    expect(await answer).toMatchObject({ changed: true, state: 'approved' });
  });

  test('turns said at both at once are numbered without a gap, and each knows what it missed', async () => {
    const { gate, grace } = stage;
    const { agent } = await agentIn(gate, grace);
    const opening = { type: 'CH', title: 'At once', body: 'Who speaks first?' };
    const { document_id } = await agent.submit(opening);
    const address = `/conversations/${document_id}/turns`;
    const said = await Promise.all(
      Array.from({ length: 16 }, (_, index) => {
        const person = index % 2 === 0 ? grace : there;
        return person.must(person.post(address, { text: `Say ${index}.` }));
      }),
    );
    const numbers = said.map(({ turn }: { turn: number }) => turn).sort((one, two) => one - two);
    expect(numbers).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    const keyed = { text: 'Once, wherever.', idempotency_key: 'both' };
    const twins = await Promise.all(
      [grace, there].map((one) => one.must(one.post(address, keyed))),
    );
    expect(twins.map(({ turn }) => turn)).toEqual([17, 17]);
    expect(await broken()).toEqual([]);
  });

  test('an agent that waits at one hears a turn said at the other', async () => {
    const { gate, grace } = stage;
    const { agent } = await agentIn(gate, grace);
    const opening = { type: 'CH', title: 'Across', body: 'Can you hear me?' };
    const { document_id, cursor } = await agent.submit(opening);
    const waiting = Promise.withResolvers<void>();
    const heard = agent.awaitVerdict(
      { document_id, cursor },
      { onProgress: () => waiting.resolve() },
    );
    await waiting.promise;
    await there.must(there.post(`/conversations/${document_id}/turns`, { text: 'Yes.' }));
    expect(await heard).toMatchObject({ changed: true, turns: [{ turn: 1, text: 'Yes.' }] });
  });

  test('opposite verdicts at both: one falls', async () => {
    const { grace } = stage;
    const { documentId } = await submittedTask(stage);
    const answers = await Promise.all([
      grace.post(`/documents/${documentId}/approval`, { revision: 1 }),
      there.post(`/documents/${documentId}/rejection`, { revision: 1, reason: 'No.' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('whole journeys at both leave a log without gaps and with every hash in place', async () => {
    const { gate, grace } = stage;
    const journey = async (index: number) => {
      const { group } = await grace.openGroup('shop');
      const issued = { project: 'shop', group: group.id, kind: 'continuation' };
      const { secret } = await grace.issueToken(issued);
      const agents = [await gate.connect(secret), await second.connect(secret)];
      const people = [grace, there];
      const [author, other] = index % 2 === 0 ? agents : agents.toReversed();
      const [judge, next] = index % 2 === 0 ? people : people.toReversed();
      const first = await author?.submit(task());
      await next?.approve(first.document_id);
      const done = await other?.submit(report());
      await judge?.approve(done.document_id);
    };
    await Promise.all(Array.from({ length: 6 }, (_, index) => journey(index)));
    expect(await broken()).toEqual([]);
  });
});
