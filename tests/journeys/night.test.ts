/**
 * A night's journey: one agent, one token, from the requirement to the last report, with a question, a revision request,
 * a restart and a revoked right on the way. It ends at the final approval, which waits for a person.
 */
import { expect, test } from 'vitest';
import { ERAS } from '../support/agent-client.ts';
import { filled } from '../support/naive-agent.ts';
import { codeOf, onEveryDatabase, task } from '../support/stories.ts';
import { brokenIn } from '../support/tables.ts';

interface Step {
  readonly id: string;
  readonly type: string;
}

const evidence = [{ kind: 'command', command: 'pnpm test', exit_code: 0, output: '12 passed' }];
/** A report claims every criterion it is told of. */
const claimsFor = ({ criteria }: { criteria: { id: string; text: string }[] }) =>
  criteria.length === 0
    ? [{ statement: 'It is the rounding.', evidence }]
    : criteria.map(({ id, text }) => ({ statement: text, meets: [id], evidence }));

onEveryDatabase((stage) => {
  test.each(ERAS)('through the %s client', async (era) => {
    const { gate, grace, admin } = stage;
    const rita = await gate.person(`rita-${era}`, 'reviewer');
    const { group, sequence } = await grace.openGroup('shop', { preset: 'investigate' });
    // The task is the one thing a person wants to have read before the night's work goes on.
    const steps = sequence.steps.slice(1, -1).map(({ id, type }: Step) => ({
      ...{ id, type },
      ...(type === 'T' ? { gate: { by: 'human', unattended: false } } : {}),
    }));
    const { version } = sequence;
    await grace.must(grace.put(`/groups/${group.id}/sequence`, { version, steps }));
    const issued = { project: 'shop', group: group.id, kind: 'continuation', mode: 'unattended' };
    const { secret } = await grace.issueToken(issued);
    const agent = await gate.connect(secret, era);
    const written: string[] = [];

    /** Does the next assignment, which must be of this type. */
    const handIn = async (type: string, more: object = {}) => {
      const { assignment } = await agent.continue();
      expect(assignment).toMatchObject({ type });
      const claims = assignment.claims_required ? { claims: claimsFor(assignment) } : {};
      const fields = assignment.fields?.required ? { fields: filled(assignment.fields) } : {};
      const given = task({ title: `${type} of the night`, ...claims, ...fields, ...more });
      expect(await agent.must('dry_run', given)).toMatchObject({ valid: true });
      const answer = await agent.submit(given);
      written.push(answer.document_id);
      return answer;
    };

    // A question holds the head until it is answered.
    const asked = await agent.must('clarify', { questions: [{ text: 'Gross or net?' }] });
    expect(codeOf(await agent.call('submit', task()))).toBe('question_open');
    const [questionId] = asked.question_ids;
    const heard = agent.awaitVerdict({ question_id: questionId, cursor: asked.cursor });
    await grace.must(grace.post(`/questions/${questionId}/answers`, { text: 'Net.' }));
    expect((await heard).answers).toMatchObject([{ text: 'Net.', state: 'answered' }]);

    expect(await handIn('N')).toMatchObject({ state: 'approved' });
    expect(await handIn('NR')).toMatchObject({ state: 'approved' });

    // The task waits for a person, who sends it back.
    const waiting = await handIn('T');
    expect(waiting.state).toBe('in_review');
    const { document_id } = waiting;
    await rita.requestRevision(document_id, 'Name the currency.');
    const sentBack = await agent.awaitVerdict({ document_id, cursor: waiting.cursor });
    expect(sentBack).toMatchObject({ state: 'revision_requested' });
    const again = await agent.submit(
      task({
        ...{ document_id, title: 'T of the night, in EUR' },
        responses: [{ reason_id: sentBack.reasons[0].reason_id, text: 'EUR.' }],
      }),
    );
    expect(again).toMatchObject({ revision: 2, state: 'in_review' });

    // The server restarts while the agent waits for the verdict.
    const started = Promise.withResolvers<void>();
    const cut = agent.awaitVerdict(
      { document_id, cursor: again.cursor },
      { onProgress: () => started.resolve() },
    );
    await started.promise;
    await gate.restart();
    const { cursor } = await cut;

    // Whoever sent it back may judge no more: their approval is refused, and another's is needed.
    await admin.must(admin.put(`/projects/shop/members/rita-${era}`, { role: 'author' }));
    const refused = await rita.post(`/documents/${document_id}/approval`, { revision: 2 });
    expect(refused.status).toBe(403);
    expect((await grace.readDocument(document_id)).document.state).toBe('in_review');
    await grace.approve(document_id, 2);
    expect(await agent.awaitVerdict({ document_id, cursor })).toMatchObject({ state: 'approved' });

    for (const type of ['TR', 'TS', 'TSR']) {
      expect(await handIn(type)).toMatchObject({ state: 'approved' });
    }

    // All that was asked of it is done; the final approval is a person's.
    const last = await agent.continue();
    expect(last).toMatchObject({
      assignment: null,
      run: { state: 'ended', reason: 'target_reached' },
      next: expect.stringContaining('End here'),
    });
    expect(new Set(written).size).toBe(6);
    const view = await grace.readGroup(group.id);
    expect(view.group).toMatchObject({ state: 'open', head: { type: 'AC', state: 'in_review' } });
    const [{ id: runId }] = view.runs;
    const detail = await grace.must(grace.get(`/runs/${runId}`));
    expect(detail.unread.map(({ type }: Step) => type)).toEqual(['N', 'NR', 'TR', 'TS', 'TSR']);
    expect(detail.done.map(({ type }: Step) => type)).toEqual(['T']);
    expect(detail.waiting).toMatchObject([{ reason: 'final_approval' }]);
    const closing = view.documents.find(({ type }: Step) => type === 'AC');
    expect(codeOf(await agent.call('submit', task({ document_id: closing.id })))).toMatch(
      /closing_is_approve_only|target_reached|token_ended|run_ended/,
    );
    await grace.approve(closing.id, closing.revision);
    expect((await grace.readGroup(group.id)).group.state).toBe('completed');
    expect(await brokenIn(gate.dependencies.database.reader)).toEqual([]);
  });
});
