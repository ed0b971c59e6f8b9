/** A token in each of its states, and at each thing it isn't for. */
import { describe, expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { rawMcp } from '../support/raw-mcp.ts';
import { codeOf, onEveryDatabase, report, submittedTask, task } from '../support/stories.ts';
import { contentOf } from '../support/tables.ts';

let now = Date.parse('2026-11-22T09:00:00.000Z');
const clock = { now: () => new Date(now) };
const HOUR_SECONDS = 3600;

onEveryDatabase(
  (stage) => {
    const stateOf = async (groupId: string, tokenId: string) => {
      const { tokens } = await stage.grace.must(stage.grace.get(`/tokens?group=${groupId}`));
      return tokens.find(({ id }: { id: string }) => id === tokenId).state;
    };
    const knock = (secret: string) => rawMcp(stage.gate.url, secret, { method: 'tools/list' });

    describe('a step token', () => {
      test('is spent by its document, armed again when that is sent back, and ended by its approval', async () => {
        const { grace } = stage;
        const { agent, tokenId, groupId, documentId } = await submittedTask(stage, {
          kind: 'step',
        });
        expect(await stateOf(groupId, tokenId)).toBe('spent');
        expect((await agent.must('read', { id: documentId })).text).toContain('50 EUR');
        await grace.requestRevision(documentId, 'Name the currency.');
        expect(await stateOf(groupId, tokenId)).toBe('live');
        const { reasons } = await agent.awaitVerdict({ document_id: documentId });
        const responses = [{ reason_id: reasons[0].reason_id, text: 'Done.' }];
        await agent.submit(task({ document_id: documentId, body: 'EUR.\n', responses }));
        expect(await stateOf(groupId, tokenId)).toBe('spent');
        await grace.approve(documentId, 2);
        expect(await stateOf(groupId, tokenId)).toBe('ended');
      });

      test('that has ended reads its group, hears the verdict, and admits nothing', async () => {
        const { gate, grace } = stage;
        const { agent, documentId } = await submittedTask(stage, { kind: 'step' });
        await grace.approve(documentId);
        expect(await agent.awaitVerdict({ document_id: documentId })).toMatchObject({
          state: 'approved',
          next: expect.stringContaining('End here'),
        });
        expect((await agent.must('read', { id: documentId })).kind).toBe('document');
        expect((await agent.continue()).next).toContain('End here');
        const before = await contentOf(gate.dependencies.database.reader);
        expect(codeOf(await agent.call('submit', report()))).toBe('token_ended');
        expect(await contentOf(gate.dependencies.database.reader)).toEqual(before);
      });

      test('for a later step is too early, and says so', async () => {
        const { gate, grace } = stage;
        const { group, sequence } = await grace.openGroup('shop');
        const { secret } = await grace.issueToken({
          project: 'shop',
          group: group.id,
          kind: 'step',
          step: sequence.steps[2].id,
        });
        const agent = await gate.connect(secret);
        expect(codeOf(await agent.call('submit', report({ claims: undefined })))).toBe('not_head');
      });
    });

    describe('at the door', () => {
      test('a revoked token is refused at once, and its run ends', async () => {
        const { grace } = stage;
        const { secret, tokenId, groupId } = await submittedTask(stage);
        expect((await knock(secret)).status).toBe(200);
        await grace.must(grace.delete(`/tokens/${tokenId}`));
        const refused = await knock(secret);
        expect(refused.status).toBe(401);
        expect(refused.messages[0].code).toBe('token_revoked');
        expect((await grace.readGroup(groupId)).runs).toMatchObject([
          { state: 'ended', reason: 'token_revoked' },
        ]);
      });

      test('an expired token is refused, and one whose life was extended is not', async () => {
        const { gate, grace } = stage;
        const short = { expires_in_seconds: 2 * HOUR_SECONDS };
        const dying = await agentIn(gate, grace, short);
        const saved = await agentIn(gate, grace, short);
        const longer = { expires_in_seconds: 24 * HOUR_SECONDS };
        await grace.must(grace.post(`/tokens/${saved.tokenId}/extension`, longer));
        now += 3 * HOUR_SECONDS * 1000;
        const refused = await knock(dying.secret);
        expect(refused.status).toBe(401);
        expect(refused.messages[0].code).toBe('token_expired');
        expect(await stateOf(dying.groupId, dying.tokenId)).toBe('expired');
        expect((await knock(saved.secret)).status).toBe(200);
      });

      test('unknown, malformed, revoked and expired are four answers to who knows the secret', async () => {
        const { secret } = await agentIn(stage.gate, stage.grace);
        const guess = secret.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
        for (const wrong of [guess, 'fg_nonsense', 'nonsense']) {
          const refused = await knock(wrong);
          expect(refused.status).toBe(401);
          expect(refused.messages[0].code).toBe('token_invalid');
        }
      });
    });

    describe('used for what it is not for', () => {
      test('another type than the head asks for', async () => {
        const { agent } = await agentIn(stage.gate, stage.grace);
        expect(codeOf(await agent.call('submit', report({ type: 'TR' })))).toBe('wrong_type');
      });

      test('a type that the token may not write', async () => {
        const { agent } = await agentIn(stage.gate, stage.grace, { types: ['TR'] });
        expect(codeOf(await agent.call('submit', task()))).toBe('token_not_for_type');
      });

      test('a predecessor that is not the document before the step', async () => {
        const { gate, grace } = stage;
        const { agent, rootId } = await agentIn(gate, grace);
        const { root: other } = await grace.openGroup('shop');
        const tried = (predecessor_id: string) => agent.call('submit', task({ predecessor_id }));
        expect(codeOf(await tried(other.id))).toBe('wrong_predecessor');
        expect((await tried(rootId)).isError).toBe(false);
      });

      test('another group of the same project is as good as none', async () => {
        const { gate, grace } = stage;
        const { agent } = await agentIn(gate, grace);
        const { documentId, groupId } = await submittedTask(stage);
        const codes = await Promise.all([
          agent.call('submit', task({ group: groupId })),
          agent.call('submit', task({ document_id: documentId })),
          agent.call('await_verdict', { document_id: documentId }),
          agent.call('read', { id: documentId }),
          agent.call('continue', { group: groupId }),
        ]);
        expect(codes.map(codeOf)).toEqual(Array(5).fill('not_found'));
      });

      test('a scope that it lacks: the tool is not there', async () => {
        const { agent } = await agentIn(stage.gate, stage.grace, { scopes: ['read', 'continue'] });
        expect(await agent.toolNames()).not.toContain('submit');
        await expect(agent.call('submit', task())).rejects.toThrow(/not found/);
      });

      test('a document that waits for its verdict takes no second one', async () => {
        const { agent } = await submittedTask(stage);
        expect(codeOf(await agent.call('submit', task({ title: 'Another' })))).toBe(
          'awaiting_verdict',
        );
      });
    });

    test('an issuer who loses the right takes it from the token', async () => {
      const { gate, admin, grace } = stage;
      const mary = await gate.person('mary', 'maintainer');
      const { agent, groupId } = await agentIn(gate, mary);
      await agent.continue();
      await admin.must(admin.put('/projects/shop/members/mary', { role: 'viewer' }));
      const refused = await agent.call('submit', task());
      expect(codeOf(refused)).toBe('not_permitted');
      const { documents } = await grace.readGroup(groupId);
      expect(documents).toHaveLength(1);
      expect((await agent.must('read', { id: groupId })).kind).toBe('group');
    });

    test('a worker takes what is addressed to its name, and no other', async () => {
      const { gate, grace } = stage;
      const { group, sequence } = await grace.openGroup('shop');
      const [, first, second] = sequence.steps;
      await grace.must(
        grace.put(`/groups/${group.id}/sequence`, {
          version: sequence.version,
          steps: [
            { id: first.id, type: 'T', assignee: 'ant' },
            { id: second.id, type: 'TR', assignee: 'bee' },
          ],
        }),
      );
      const worker = async (agent: string) => {
        const { secret } = await grace.issueToken({ project: 'shop', kind: 'worker', agent });
        return gate.connect(secret);
      };
      const [ant, bee] = [await worker('ant'), await worker('bee')];
      const offered = (await ant.continue()).assignments;
      expect(offered.map((one: { group: string }) => one.group)).toContain(group.id);
      expect((await ant.continue({ group: group.id })).assignment).toMatchObject({ type: 'T' });
      const idle = await bee.continue({ group: group.id });
      expect(idle).toMatchObject({ assignment: null, run: { reason: 'not_yours' } });
      expect(codeOf(await bee.call('submit', task({ group: group.id })))).toBe('not_yours');
      const { document_id } = await ant.submit(task({ group: group.id }));
      await grace.approve(document_id);
      expect((await bee.continue({ group: group.id })).assignment).toMatchObject({ type: 'TR' });
    });
  },
  { clock },
);
