/** One worker goes, the next comes: what is handed on holds all they need, and `continue` gives the same without pasting. */
import { describe, expect, test } from 'vitest';
import { ERAS } from '../support/agent-client.ts';
import { agentIn } from '../support/agents.ts';
import { onEveryDatabase, report, task } from '../support/stories.ts';

const BODY = '## Result\n\nThe limit is read from one place.\n';

onEveryDatabase((stage) => {
  describe.each(ERAS)('through the %s client', (era) => {
    test('the second agent takes over a report that was sent back', async () => {
      const { gate, grace } = stage;
      const instructions = 'Amounts are cents.';
      await grace.must(
        grace.patch('/projects/shop', {
          instructions,
          type_instructions: { TR: 'Name the page.' },
        }),
      );
      const { root: other } = await grace.openGroup('shop', { title: 'Terms' });
      const first = await agentIn(gate, grace, {}, era);
      const { groupId } = first;
      // A person refers to another group's document: from then on the tokens of this one read it.
      const own = await grace.must(
        grace.post(`/groups/${groupId}/documents`, task({ cites: [other.id] })),
      );
      const taskId = own.document?.id ?? own.document_id;
      const asked = { questions: [{ text: 'Gross or net?', options: ['Gross', 'Net'] }] };
      const { question_ids } = await first.agent.must('clarify', asked);
      await grace.must(grace.post(`/questions/${question_ids[0]}/answers`, { text: 'Net.' }));
      const { document_id: reportId } = await first.agent.submit(report({ body: BODY }));
      await grace.requestRevision(reportId, 'Say where the limit is kept.');
      await grace.must(grace.delete(`/tokens/${first.tokenId}`));

      const { secret, handoff, token } = await grace.issueToken({
        project: 'shop',
        group: groupId,
        kind: 'continuation',
        agent: 'bee',
      });
      const second = await gate.connect(secret, era);
      const { assignment } = await second.continue();

      expect(assignment).toMatchObject({ type: 'TR', step: 3, document_id: reportId });
      expect(assignment.read.map(({ id, why }: { id: string; why: string }) => [id, why])).toEqual([
        [first.rootId, 'root'],
        [taskId, 'predecessor'],
        [other.id, 'cited'],
      ]);
      const facts: string[] = [
        groupId,
        ...assignment.read.flatMap(({ id, title }: { id: string; title: string }) => [id, title]),
        ...assignment.criteria.flatMap(({ id, text }: { id: string; text: string }) => [id, text]),
        ...assignment.reasons.flatMap((one: { reason_id: string; text: string }) => [
          one.reason_id,
          one.text,
        ]),
        ...assignment.answers.map((one: { text: string }) => one.text),
        ...assignment.instructions.split('\n\n'),
        assignment.document_id,
        `${gate.url}/mcp`,
      ];
      expect(facts).toContain('Say where the limit is kept.');
      expect(facts).toContain('Amounts are cents.');
      expect(facts).toContain('Name the page.');
      for (const fact of facts) expect(handoff).toContain(fact);
      expect(handoff).not.toContain(secret);

      // What is named can be read, the cited one of the other group too.
      for (const { id } of assignment.read) await second.must('read', { id });
      const responses = assignment.reasons.map(({ reason_id }: { reason_id: string }) => ({
        reason_id,
        text: 'In limits.ts.',
      }));
      const body = `${BODY}\nIt is in limits.ts.\n`;
      expect(await second.submit(report({ body, document_id: reportId, responses }))).toMatchObject(
        { document_id: reportId, revision: 2 },
      );

      // Later it can be looked at again, up to date, and without the secret.
      const again = await grace.must(grace.get(`/tokens/${token.id}/handoff`));
      expect(again.token).toMatchObject({ id: token.id, agent: 'bee' });
      expect(again.handoff).not.toContain('Say where the limit is kept.');
      expect(again.handoff).not.toContain(secret);
    });
  });

  test('it is written in the language of who hands it on', async () => {
    const { gate, grace } = stage;
    const { groupId } = await agentIn(gate, grace);
    const input = { project: 'shop', group: groupId, kind: 'continuation' };
    const inLanguage = async (language: string) => {
      await grace.must(grace.patch('/me', { language }));
      const { handoff } = await grace.issueToken(input);
      return handoff;
    };
    expect(await inLanguage('ko')).toContain('맡은 단계');
    expect(await inLanguage('ja')).toContain('担当するステップ');
    expect(await inLanguage('en')).toContain('Your step');
  });
});
