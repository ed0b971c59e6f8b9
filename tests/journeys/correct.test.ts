/** Attention put right by hand, and stale documents confirmed together. */
import { describe, expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { onEveryDatabase, report, submittedTask, task } from '../support/stories.ts';
import { brokenIn } from '../support/tables.ts';

onEveryDatabase((stage) => {
  const waitingFor = async (groupId: string) => {
    const { waiting_for } = await stage.grace.readGroup(groupId);
    return waiting_for.map(({ who, reason }: { who: string; reason: string }) => [who, reason]);
  };

  describe('a group', () => {
    test('gets another title and another owner, who is asked from then on and told', async () => {
      const { gate, grace } = stage;
      const olga = await gate.person('olga', 'reviewer');
      const { groupId, documentId } = await submittedTask(stage);
      expect(await waitingFor(groupId)).toEqual([['grace', 'asked_to_judge']]);
      const { group } = await grace.must(
        grace.patch(`/groups/${groupId}`, { title: 'Shipping, free', owner: 'olga' }),
      );
      expect(group).toMatchObject({ title: 'Shipping, free', owner: { name: 'olga' } });
      expect(await waitingFor(groupId)).toEqual([['olga', 'asked_to_judge']]);
      const { notifications } = await olga.must(olga.get('/notifications'));
      expect(notifications).toContainEqual(
        expect.objectContaining({ kind: 'group.changed', document_id: documentId }),
      );
    });

    test('names who is asked to judge, as many as are named; who has left is not', async () => {
      const { gate, grace } = stage;
      await gate.person('rita', 'reviewer');
      await gate.person('sam', 'reviewer');
      const { groupId, documentId } = await submittedTask(stage);
      const reviewers = ['rita', 'sam'];
      await grace.must(grace.patch(`/groups/${groupId}`, { reviewers }));
      expect(await waitingFor(groupId)).toEqual(
        expect.arrayContaining([
          ['rita', 'asked_to_judge'],
          ['sam', 'asked_to_judge'],
        ]),
      );
      await grace.must(grace.put('/projects/shop/members/sam', { role: 'author' }));
      expect(await waitingFor(groupId)).toEqual([['rita', 'asked_to_judge']]);
      await grace.must(grace.patch(`/groups/${groupId}`, { reviewers: [] }));
      expect(await waitingFor(groupId)).toEqual([['grace', 'asked_to_judge']]);
      await grace.approve(documentId);
    });

    test.each([
      ['an owner who is no member', { owner: 'nobody' }, 'owner'],
      ['a reviewer who may not judge', { reviewers: ['walt'] }, 'reviewers[0]'],
    ])('refuses %s', async (_, change, path) => {
      const { gate, grace } = stage;
      await gate.person(`walt`, 'author').catch(() => undefined);
      const { groupId } = await agentIn(gate, grace);
      const { status, body } = await grace.patch(`/groups/${groupId}`, change);
      expect(status).toBe(422);
      expect(body.errors).toMatchObject([{ path, code: 'person_unknown' }]);
    });

    test('that is closed is not changed', async () => {
      const { grace } = stage;
      const { groupId } = await agentIn(stage.gate, grace);
      await grace.must(grace.post(`/groups/${groupId}/discard`, { reason: 'Not needed.' }));
      const refused = await grace.patch(`/groups/${groupId}`, { title: 'Still' });
      expect(refused).toMatchObject({ status: 409, body: { code: 'group_closed' } });
    });
  });

  describe('stale documents', () => {
    /** The root of a finished group is reopened and approved as another: the task and its report are stale. */
    async function staleGroup() {
      const { gate, grace } = stage;
      const { agent, groupId, rootId } = await agentIn(gate, grace);
      const first = await agent.submit(task());
      await grace.approve(first.document_id);
      const second = await agent.submit(report());
      await grace.approve(second.document_id);
      const reopened = { revision: 1, reason: 'The limit is 60 EUR.' };
      await grace.must(grace.post(`/documents/${rootId}/reopening`, reopened));
      const { reasons } = await grace.readDocument(rootId);
      const written = {
        title: 'Free shipping above 60 EUR',
        body: '# Free shipping\n\n## Acceptance criteria\n\n1. An order of 60.01 EUR ships free.\n',
        responses: [{ reason_id: reasons[0].id, text: 'Changed.' }],
      };
      const ids = [first.document_id, second.document_id] as string[];
      return { groupId, rootId, written, ids };
    }
    const on = (ids: string[]) => ids.map((document_id) => ({ document_id, revision: 1 }));

    test('are confirmed together, once what they rest on stands again', async () => {
      const { gate, grace } = stage;
      const { groupId, rootId, written, ids } = await staleGroup();
      const confirm = (documents: object[]) =>
        grace.post(`/groups/${groupId}/confirmations`, { documents, comment: 'Still true.' });
      expect((await confirm(on(ids))).body.code).toBe('stale_predecessor');
      await grace.must(grace.post(`/documents/${rootId}/revisions`, written));
      const late = await confirm([...on(ids.slice(0, 1)), { document_id: ids[1], revision: 9 }]);
      expect(late.body.code).toBe('revision_replaced');
      const stale = async () =>
        (await grace.readGroup(groupId)).documents.filter((one: { stale: boolean }) => one.stale);
      expect(await stale()).toHaveLength(2);
      expect((await grace.must(confirm(on(ids.toReversed())))).confirmed).toEqual(ids);
      expect(await stale()).toEqual([]);
      expect(await brokenIn(gate.dependencies.database.reader)).toEqual([]);
    });

    test('of another group are not confirmed with these', async () => {
      const { grace } = stage;
      const { groupId } = await staleGroup();
      const other = on([`${groupId.replace(/\d+$/, '9999')}.0001-R`]);
      const refused = await grace.post(`/groups/${groupId}/confirmations`, { documents: other });
      expect(refused).toMatchObject({ status: 422, body: { code: 'input_invalid' } });
    });
  });

  test('two approvals stay counted while something else is confirmed beside them', async () => {
    const { gate, grace } = stage;
    const vera = await gate.person('vera', 'reviewer');
    const { groupId, agent } = await agentIn(gate, grace);
    const { sequence } = await grace.readGroup(groupId);
    const [, first, second] = sequence.steps;
    await grace.must(
      grace.put(`/groups/${groupId}/sequence`, {
        version: sequence.version,
        steps: [
          { id: first.id, type: 'T', gate: { by: 'human', approvals: 2 } },
          { id: second.id, type: 'TR' },
        ],
      }),
    );
    const { document_id } = await agent.submit(task());
    await grace.approve(document_id);
    const waiting = await waitingFor(groupId);
    await grace.must(grace.patch(`/groups/${groupId}`, { title: 'Renamed' }));
    expect(await waitingFor(groupId)).toEqual(waiting);
    await vera.approve(document_id);
    expect((await grace.readDocument(document_id)).document.state).toBe('approved');
  });
});
