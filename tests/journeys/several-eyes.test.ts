/** Gates that ask for more than one pair of eyes. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonClient } from '../support/person-client.ts';
import { codeOf, onEveryDatabase, report, task } from '../support/stories.ts';
import { brokenIn } from '../support/tables.ts';

onEveryDatabase((stage) => {
  let rita: PersonClient;
  beforeAll(async () => {
    rita = await stage.gate.person('rita', 'reviewer');
  });

  /** A group whose task two people must approve. */
  async function gatedByTwo() {
    const { gate, grace } = stage;
    const { group, sequence } = await grace.openGroup('shop');
    const [, taskStep, reportStep] = sequence.steps;
    await grace.must(
      grace.put(`/groups/${group.id}/sequence`, {
        version: sequence.version,
        steps: [
          { id: taskStep.id, type: 'T', gate: { by: 'human', approvals: 2 } },
          { id: reportStep.id, type: 'TR' },
        ],
      }),
    );
    const issued = { project: 'shop', group: group.id, kind: 'continuation' };
    const { secret } = await grace.issueToken(issued);
    const agent = await gate.connect(secret);
    const { document_id, cursor, gate: shown } = await agent.submit(task());
    return { agent, document_id, cursor, shown };
  }

  describe('a gate of two', () => {
    test('opens when both have approved the same revision, and not before', async () => {
      const { grace } = stage;
      const { agent, document_id, cursor, shown } = await gatedByTwo();
      expect(shown).toMatchObject({ by: 'human', approvals: 2, have: 0 });
      const first = await grace.approve(document_id);
      expect(first).toMatchObject({
        document: { state: 'in_review' },
        approvals: { have: 1, need: 2 },
      });
      const heard = await agent.awaitVerdict({ document_id, cursor });
      expect(heard).toMatchObject({ changed: true, state: 'in_review' });
      expect(heard.next).toContain('1 of 2');
      const twice = await grace.post(`/documents/${document_id}/approval`, { revision: 1 });
      expect(twice).toMatchObject({ status: 409, body: { code: 'already_approved_by_you' } });
      await rita.approve(document_id);
      expect(await agent.awaitVerdict({ document_id, cursor: heard.cursor })).toMatchObject({
        state: 'approved',
      });
    });

    test('begins anew with a new revision', async () => {
      const { grace } = stage;
      const { agent, document_id } = await gatedByTwo();
      await grace.approve(document_id);
      await agent.submit(task({ document_id, title: 'Another body' }));
      const second = await rita.approve(document_id, 2);
      expect(second).toMatchObject({
        document: { state: 'in_review' },
        approvals: { have: 1, need: 2 },
      });
      await grace.approve(document_id, 2);
      expect((await grace.readDocument(document_id)).document.state).toBe('approved');
    });

    test('is decided by one negative verdict', async () => {
      const { grace } = stage;
      const { document_id } = await gatedByTwo();
      await grace.approve(document_id);
      await rita.requestRevision(document_id, 'Name the currency.');
      expect((await grace.readDocument(document_id)).document.state).toBe('revision_requested');
      expect(await brokenIn(stage.gate.dependencies.database.reader)).toEqual([]);
    });

    test('two at once open it exactly once', async () => {
      const { grace } = stage;
      const { document_id } = await gatedByTwo();
      await Promise.all([grace.approve(document_id), rita.approve(document_id)]);
      const { document, approvals } = await grace.readDocument(document_id);
      expect(document.state).toBe('approved');
      expect(approvals).toEqual({ have: 2, need: 2 });
    });
  });

  test('a gate that nobody can meet is refused, and only maintainers set one', async () => {
    const { gate, grace } = stage;
    const author = await gate.person('ada', 'author');
    const { group, sequence } = await grace.openGroup('shop');
    const put = (by: PersonClient, approvals: number) =>
      by.put(`/groups/${group.id}/sequence`, {
        version: sequence.version,
        steps: [{ type: 'T', gate: { by: 'human', approvals } }],
      });
    expect(await put(grace, 20)).toMatchObject({
      status: 409,
      body: { code: 'gate_unsatisfiable' },
    });
    expect(await put(author, 1)).toMatchObject({ status: 409, body: { code: 'gate_not_yours' } });
    expect((await grace.readGroup(group.id)).sequence.version).toBe(sequence.version);
  });

  test('under four eyes whoever issued the token neither approves its work nor the end', async () => {
    const { gate, admin } = stage;
    await admin.createProject('vault');
    await admin.must(admin.patch('/projects/vault', { four_eyes: true }));
    const mary = await gate.person('mary', 'maintainer', 'vault');
    const nora = await gate.person('nora', 'reviewer', 'vault');
    const { group, root } = await mary.openGroup('vault');
    expect(root.state).toBe('in_review');
    await nora.approve(root.id);
    const issued = { project: 'vault', group: group.id, kind: 'continuation' };
    const { secret } = await mary.issueToken(issued);
    const agent = await gate.connect(secret);
    const { document_id } = await agent.submit(task());
    const refused = await mary.post(`/documents/${document_id}/approval`, { revision: 1 });
    expect(refused).toMatchObject({ status: 409, body: { code: 'four_eyes' } });
    await nora.approve(document_id);
    const { document_id: reportId } = await agent.submit(report());
    await nora.approve(reportId);
    const { documents } = await mary.readGroup(group.id);
    const closing = documents.find(({ type }: { type: string }) => type === 'AC');
    const end = await mary.post(`/documents/${closing.id}/approval`, { revision: 1 });
    expect(end).toMatchObject({ status: 409, body: { code: 'four_eyes' } });
    await nora.approve(closing.id);
    expect((await mary.readGroup(group.id)).group.state).toBe('completed');
  });

  test("a person with one agent is the smallest team, and the record says that it is one's own", async () => {
    const { grace } = stage;
    const { document_id } = await gatedByTwo();
    await rita.approve(document_id);
    await grace.approve(document_id);
    const { judgements } = await grace.readDocument(document_id);
    const own = judgements.map(({ by, own_work }: { by: { name: string }; own_work: boolean }) => [
      by.name,
      own_work,
    ]);
    expect(own).toContainEqual(['grace', true]);
    expect(own).toContainEqual(['rita', false]);
  });

  test('no token records a verdict: there is no tool for it', async () => {
    const { agent } = await gatedByTwo();
    const names = await agent.toolNames();
    expect(names.filter((name) => /approve|verdict|review|reject/.test(name))).toEqual([
      'await_verdict',
    ]);
    expect(codeOf(await agent.call('submit', task({ type: 'AC' })))).toBe('wrong_type');
  });
});
