/** Conversations: opened, talked in by people and agents, marked where somebody hadn't read, cited by turn. */
import { describe, expect, test } from 'vitest';
import { ERAS } from '../support/agent-client.ts';
import { agentIn } from '../support/agents.ts';
import type { PersonClient } from '../support/person-client.ts';
import { codeOf, onEveryDatabase, report, submittedTask, task } from '../support/stories.ts';
import { brokenIn } from '../support/tables.ts';

const OPENING = { type: 'CH', title: 'The trailer line', body: '## Topic\n\nWith or without?\n' };

onEveryDatabase((stage) => {
  const say = (person: PersonClient, id: string, text: string, more: object = {}) =>
    person.must(person.post(`/conversations/${id}/turns`, { text, ...more }));
  const turnsOf = async (id: string, query = '') =>
    stage.grace.must(stage.grace.get(`/conversations/${id}/turns${query}`));
  const numbers = ({ turns }: { turns: { turn: number }[] }) => turns.map(({ turn }) => turn);

  describe.each(ERAS)('through the %s client', (era) => {
    test('an agent opens one, a person answers, and the agent that waits hears it', async () => {
      const { gate, grace } = stage;
      const { agent, groupId } = await agentIn(gate, grace, {}, era);
      const opened = await agent.submit(OPENING);
      expect(opened).toMatchObject({ state: 'approved', gate: null });
      expect(opened.next).toContain('`converse`');
      expect(opened.review_url).toContain('/conversations/');
      const { document_id } = opened;
      expect(document_id).toBe(`${groupId}.0002-CH`);
      // Nothing was spent: the step is still this agent's.
      expect((await agent.continue()).assignment).toMatchObject({ type: 'T' });

      const first = await agent.must('converse', { document_id, text: 'With, I say.' });
      expect(first).toMatchObject({ turn: 1, newer_turns: [], replayed: false });
      const waiting = Promise.withResolvers<void>();
      const heard = agent.awaitVerdict(
        { document_id, cursor: first.cursor },
        { onProgress: () => waiting.resolve() },
      );
      await waiting.promise;
      await say(grace, document_id, 'Without: importers are strict.', { based_on_turn: 1 });
      expect(await heard).toMatchObject({
        changed: true,
        state: null,
        turns: [{ turn: 2, by: 'grace', text: 'Without: importers are strict.' }],
        next: expect.stringContaining('`based_on_turn` 2'),
      });
      const answer = { document_id, text: 'Settled: without.', based_on_turn: 2 };
      expect(await agent.must('converse', answer)).toMatchObject({ turn: 3, newer_turns: [] });
      const { facts, text } = await agent.must('read', { id: document_id });
      expect(text).toContain('With or without?');
      expect(facts.turns.map(({ turn, by }: { turn: number; by: string }) => [turn, by])).toEqual([
        [1, expect.any(String)],
        [2, 'grace'],
        [3, expect.any(String)],
      ]);
    });

    test('a turn written without reading newer ones is marked, and the caller is told', async () => {
      const { gate, grace } = stage;
      const { agent } = await agentIn(gate, grace, {}, era);
      const { document_id } = await agent.submit(OPENING);
      await say(grace, document_id, 'One.');
      await say(grace, document_id, 'Two.');
      const blind = await agent.must('converse', { document_id, text: 'Three.', based_on_turn: 1 });
      expect(blind).toMatchObject({ turn: 3, newer_turns: [{ turn: 2, text: 'Two.' }] });
      expect(blind.next).toContain('`based_on_turn` 2');
      const { turns } = await turnsOf(document_id);
      expect(turns).toMatchObject([
        { turn: 1, stale_since: null, based_on_turn: 0 },
        { turn: 2, stale_since: null, based_on_turn: 1 },
        { turn: 3, stale_since: 2, based_on_turn: 1 },
      ]);
      const unread = { document_id, text: 'Four.', based_on_turn: 99 };
      expect((await agent.call('converse', unread)).text).toContain('out_of_range');
    });

    test('a repeated call is stored once', async () => {
      const { gate, grace } = stage;
      const { agent } = await agentIn(gate, grace, {}, era);
      const { document_id } = await agent.submit(OPENING);
      expect(await agent.submit(OPENING)).toMatchObject({ document_id, replayed: true });
      const turn = { document_id, text: 'Once.', based_on_turn: 0 };
      await agent.must('converse', turn);
      expect(await agent.must('converse', turn)).toMatchObject({ turn: 1, replayed: true });
      // Once somebody has answered, the same words are said anew; under a key they never are.
      await say(grace, document_id, 'Heard.');
      expect(await agent.must('converse', turn)).toMatchObject({ turn: 3, replayed: false });
      const keyed = { ...turn, text: 'Keyed.', idempotency_key: 'k1' };
      expect(await agent.must('converse', keyed)).toMatchObject({ turn: 4, replayed: false });
      await say(grace, document_id, 'Heard again.');
      expect(await agent.must('converse', keyed)).toMatchObject({
        turn: 4,
        replayed: true,
        newer_turns: [{ turn: 2 }, { turn: 5 }],
      });
      const other = await agent.call('converse', { ...keyed, text: 'Another.' });
      expect(codeOf(other)).toBe('idempotency_key_reused');
      expect(numbers(await turnsOf(document_id))).toEqual([1, 2, 3, 4, 5]);
      // An answered opening is not opened again by a retry.
      expect((await agent.submit(OPENING)).document_id).not.toBe(document_id);
    });
  });

  test('people page through it both ways', async () => {
    const { gate, grace } = stage;
    const { agent } = await agentIn(gate, grace);
    const { document_id } = await agent.submit(OPENING);
    for (let turn = 1; turn <= 7; turn += 1) await say(grace, document_id, `Turn ${turn}.`);
    const newest = await turnsOf(document_id, '?limit=3');
    expect(newest).toMatchObject({
      before: 5,
      after: null,
      opening: OPENING.body,
      may_write: true,
    });
    expect(numbers(newest)).toEqual([5, 6, 7]);
    const older = await turnsOf(document_id, `?limit=3&before=${newest.before}`);
    expect(older).toMatchObject({ before: 2, after: 4, opening: null });
    expect(numbers(older)).toEqual([2, 3, 4]);
    expect(numbers(await turnsOf(document_id, '?limit=3&after=0'))).toEqual([1, 2, 3]);
    expect(numbers(await turnsOf(document_id, '?after=7'))).toEqual([]);
  });

  test('a document cites a turn, and who works on is told to read it', async () => {
    const { gate, grace } = stage;
    const { agent } = await agentIn(gate, grace);
    const { document_id: talk } = await agent.submit(OPENING);
    await say(grace, talk, 'Without.');
    const unknown = await agent.call('submit', task({ cites: [`${talk}#2`] }));
    expect(unknown.text).toContain('cite_unknown');
    const { document_id } = await agent.submit(task({ cites: [`${talk}#1`] }));
    expect((await grace.readDocument(document_id)).cites).toEqual([`${talk}#1`]);
    await grace.approve(document_id);
    const { assignment } = await agent.continue();
    expect(assignment.read).toContainEqual({ id: `${talk}#1`, title: OPENING.title, why: 'cited' });
    expect(await agent.must('read', { id: `${talk}#1` })).toMatchObject({
      id: `${talk}#1`,
      text: 'Without.',
      facts: { turn: 1, by: 'grace' },
    });
    await agent.submit(report({ cites: [talk] }));
  });

  test('another group reads the turn it cites, and no other', async () => {
    const { gate, grace } = stage;
    const talker = await agentIn(gate, grace);
    const { document_id: talk } = await talker.agent.submit(OPENING);
    await say(grace, talk, 'For all.');
    await say(grace, talk, 'For us.');
    const { agent, groupId } = await agentIn(gate, grace);
    expect(codeOf(await agent.call('read', { id: `${talk}#1` }))).toBe('not_found');
    const reaching = await agent.call('submit', task({ cites: [`${talk}#1`] }));
    expect(reaching.text).toContain('cite_unknown');
    const memo = { type: 'M', title: 'See there', body: 'It is said.', cites: [`${talk}#1`] };
    await grace.must(grace.post(`/groups/${groupId}/documents`, memo));
    await agent.submit(task({ cites: [`${talk}#1`] }));
    expect((await agent.must('read', { id: `${talk}#1` })).text).toBe('For all.');
    for (const id of [`${talk}#2`, talk]) {
      expect(codeOf(await agent.call('read', { id })), id).toBe('not_found');
    }
    const foreign = { document_id: talk, text: 'I, too.' };
    expect(codeOf(await agent.call('converse', foreign))).toBe('not_found');
  });

  test('a spent token may talk while its document waits; without the scope nobody does', async () => {
    const { gate, grace } = stage;
    const { agent, groupId } = await submittedTask(stage, { kind: 'step' });
    const opened = await grace.must(grace.post(`/groups/${groupId}/documents`, OPENING));
    const turn = { document_id: opened.document_id, text: 'What do you think?' };
    expect(await agent.must('converse', turn)).toMatchObject({ turn: 1 });
    const issued = { project: 'shop', group: groupId, kind: 'continuation', scopes: ['read'] };
    const reader = await gate.connect((await grace.issueToken(issued)).secret);
    expect(await reader.toolNames()).not.toContain('converse');
    const memo = { type: 'M', title: 'A memo', body: 'Not a conversation.' };
    const { document_id } = await grace.must(grace.post(`/groups/${groupId}/documents`, memo));
    const wrong = await agent.call('converse', { document_id, text: 'Hello?' });
    expect(codeOf(wrong)).toBe('not_a_conversation');
  });

  test('a turn is at most 64 KiB, and a closed group takes none', async () => {
    const { gate, grace } = stage;
    const { agent, groupId } = await agentIn(gate, grace);
    const { document_id } = await agent.submit(OPENING);
    // Three bytes each: it is bytes that are counted.
    const long = await agent.call('converse', { document_id, text: '가'.repeat(21_846) });
    expect(long.text).toContain('too_long');
    await agent.must('converse', { document_id, text: '가'.repeat(21_845) });
    await grace.must(grace.post(`/groups/${groupId}/discard`, { reason: 'No.' }));
    const late = await grace.post(`/conversations/${document_id}/turns`, { text: 'Late.' });
    expect(late).toMatchObject({ status: 409, body: { code: 'group_closed' } });
    expect(await turnsOf(document_id)).toMatchObject({ may_write: false });
  });

  test('words that were changed behind the back of the log are named', async () => {
    const { gate, grace } = stage;
    const { agent } = await agentIn(gate, grace);
    const { document_id: documentId } = await agent.submit(OPENING);
    await say(grace, documentId, 'Without.');
    const verify = () => grace.must(grace.get('/audit/verification?project=shop'));
    expect(await verify()).toMatchObject({ intact: true });
    const { database } = gate.dependencies;
    const rewrite = (text: string) =>
      database.inTransaction((transaction) =>
        transaction.turn.updateMany({ where: { documentId, number: 1 }, data: { text } }),
      );
    await rewrite('With.');
    expect(await verify()).toMatchObject({
      intact: false,
      fault: { code: 'body_altered', revision: `${documentId}#1` },
    });
    await rewrite('Without.');
    expect(await verify()).toMatchObject({ intact: true });
  });

  test('people who talk are told once, until they have read', async () => {
    const { gate, grace } = stage;
    const walt = await gate.person('walt', 'author');
    const { agent } = await agentIn(gate, grace);
    const { document_id } = await agent.submit(OPENING);
    await say(walt, document_id, 'I am here.');
    await agent.must('converse', { document_id, text: 'One.' });
    await agent.must('converse', { document_id, text: 'Two.' });
    const { notifications } = await walt.must(walt.get('/notifications'));
    const mine = notifications.filter((one: { kind: string }) => one.kind === 'conversation.turn');
    expect(mine).toMatchObject([{ document_id, read: false }]);
    await walt.must(walt.post('/notifications/read', {}));
    await agent.must('converse', { document_id, text: 'Three.' });
    const again = await walt.must(walt.get('/notifications?unread=true'));
    expect(again.notifications).toMatchObject([{ kind: 'conversation.turn', document_id }]);
    expect(await brokenIn(gate.dependencies.database.reader)).toEqual([]);
  });
});
