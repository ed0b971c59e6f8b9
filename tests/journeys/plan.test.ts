/** A work plan: an agent proposes the steps, a person approves them, and they are the sequence. */
import { describe, expect, test } from 'vitest';
import { codeOf, onEveryDatabase, type Stage, task } from '../support/stories.ts';
import { brokenIn } from '../support/tables.ts';

interface Step {
  readonly id: string;
  readonly type: string;
  readonly note: string | null;
}
const typesOf = ({ steps }: { steps: Step[] }) => steps.map(({ type }) => type).join(' ');

const AUTHOR_AND_PLANNER = ['read', 'submit', 'dry_run', 'clarify', 'continue', 'plan'];
const STEPS = [{ type: 'N', note: 'Which orders round wrongly?' }, { type: 'T' }];
const plan = (more: object = {}) => ({
  type: 'WP',
  title: 'First find out, then mend',
  body: '## Proposal\n\nN, then T.\n',
  fields: { steps: STEPS },
  ...more,
});

/** A group whose steps nobody has decided, and an agent that may propose them. */
async function undecided({ gate, grace }: Stage, scopes = AUTHOR_AND_PLANNER) {
  const { group, sequence } = await grace.openGroup('shop', { preset: undefined });
  const issued = { project: 'shop', group: group.id, kind: 'continuation', scopes };
  const { secret } = await grace.issueToken(issued);
  return { groupId: group.id, sequence, agent: await gate.connect(secret) };
}

onEveryDatabase((stage) => {
  const sequenceOf = async (groupId: string) => (await stage.grace.readGroup(groupId)).sequence;
  const put = (groupId: string, body: object) =>
    stage.grace.put(`/groups/${groupId}/sequence`, body);

  test('an agent proposes the steps of an undecided group, and goes on along them', async () => {
    const { gate, grace } = stage;
    const { agent, groupId } = await undecided(stage);
    expect((await agent.continue()).next).toContain('"WP"');
    expect(await agent.must('dry_run', plan())).toMatchObject({ valid: true });
    const { document_id, state, cursor } = await agent.submit(plan());
    expect(state).toBe('in_review');
    expect((await agent.continue()).next).toContain(document_id);

    const { plan: shown } = await grace.readDocument(document_id);
    expect(shown.present.map(({ type }: Step) => type)).toEqual(['R']);
    expect(shown.proposed.map(({ type }: Step) => type)).toEqual(['R', 'N', 'NR', 'T', 'TR', 'AC']);
    expect(shown.proposed[1]).toMatchObject({ note: STEPS[0]?.note, kept: false });

    await grace.approve(document_id);
    expect(typesOf(await sequenceOf(groupId))).toBe('R N NR T TR AC');
    expect(await agent.awaitVerdict({ document_id, cursor })).toMatchObject({
      state: 'approved',
      next: expect.stringContaining('continue'),
    });
    expect((await agent.continue()).assignment).toMatchObject({ type: 'N', note: STEPS[0]?.note });
    expect(await brokenIn(gate.dependencies.database.reader)).toEqual([]);
  });

  test('one that is sent back is mended, and each reason answered', async () => {
    const { grace } = stage;
    const { agent, groupId } = await undecided(stage);
    const { document_id } = await agent.submit(plan());
    await grace.requestRevision(document_id, 'Test it as well.');
    expect((await agent.continue()).next).toContain('await_verdict');
    const { reasons } = await agent.awaitVerdict({ document_id });
    const fields = { steps: [...STEPS, { type: 'TS' }] };
    expect(codeOf(await agent.call('submit', plan({ document_id, fields })))).toBe('input_invalid');
    const responses = [{ reason_id: reasons[0].reason_id, text: 'A test step is added.' }];
    const again = await agent.submit(plan({ document_id, fields, responses }));
    expect(again).toMatchObject({ document_id, revision: 2, state: 'in_review' });
    await grace.approve(document_id, 2);
    expect(typesOf(await sequenceOf(groupId))).toBe('R N NR T TR TS TSR AC');
  });

  test('approval is refused once the sequence has moved, and the plan is handed in anew', async () => {
    const { grace } = stage;
    const { agent, groupId, sequence } = await undecided(stage);
    const { document_id } = await agent.submit(plan());
    expect((await put(groupId, { version: sequence.version, preset: 'simple' })).status).toBe(200);
    const late = await grace.post(`/documents/${document_id}/approval`, { revision: 1 });
    expect(late).toMatchObject({ status: 409, body: { code: 'sequence_changed' } });
    expect(typesOf(await sequenceOf(groupId))).toBe('R T TR AC');
    await agent.submit(plan({ document_id, title: 'On the steps there are now' }));
    await grace.approve(document_id, 2);
    expect(typesOf(await sequenceOf(groupId))).toBe('R N NR T TR AC');
  });

  test('a kept step keeps its note and its token; what is filled stays in front', async () => {
    const { gate, grace } = stage;
    const { group, sequence } = await grace.openGroup('shop');
    const issued = { project: 'shop', group: group.id };
    const first = await grace.issueToken({ ...issued, kind: 'step' });
    const writer = await gate.connect(first.secret);
    const { document_id } = await writer.submit(task());
    await grace.approve(document_id);
    const kept = sequence.steps.find(({ type }: Step) => type === 'TR');
    const { secret } = await grace.issueToken({ ...issued, kind: 'step', step: kept.id });
    const planner = await grace.issueToken({
      ...issued,
      kind: 'continuation',
      scopes: AUTHOR_AND_PLANNER,
    });
    const agent = await gate.connect(planner.secret);
    const fields = { steps: [{ id: kept.id, type: 'TR' }, { type: 'TS' }] };
    const proposed = await agent.submit(plan({ fields }));
    await grace.approve(proposed.document_id);
    const now = await sequenceOf(group.id);
    expect(typesOf(now)).toBe('R T TR TS TSR AC');
    expect(now.steps[2].id).toBe(kept.id);
    expect((await (await gate.connect(secret)).continue()).assignment).toMatchObject({
      type: 'TR',
    });
  });

  describe('is refused', () => {
    test('where it sets a gate: only maintainers do', async () => {
      const { agent } = await undecided(stage);
      const fields = { steps: [{ type: 'T', gate: { by: 'human' } }] };
      expect(codeOf(await agent.call('submit', plan({ fields })))).toBe('gate_not_yours');
    });

    test('with every fault of its steps at once', async () => {
      const { agent } = await undecided(stage);
      const fields = { steps: [{ type: 'QQ' }, { type: 'R' }, { type: 'T', colour: 'red' }] };
      const { problems } = await agent.must('dry_run', plan({ fields }));
      expect(
        problems.map(({ path, code }: { path: string; code: string }) => [path, code]),
      ).toEqual(
        expect.arrayContaining([
          ['fields.steps[0].type', 'type_unknown'],
          ['fields.steps[1].type', 'type_not_a_step'],
        ]),
      );
      const unknown = { steps: [{ type: 'T', id: 'no-such-step' }] };
      const { text } = await agent.call('submit', plan({ fields: unknown }));
      expect(text).toContain('sequence_invalid');
    });

    test('from a token without the scope', async () => {
      const { agent } = await undecided(stage, ['read', 'submit', 'continue']);
      expect((await agent.continue()).next).not.toContain('"WP"');
      expect(codeOf(await agent.call('submit', plan()))).toBe('scope_missing');
    });

    test('of nothing: a plan that only proposes writes no steps', async () => {
      const { agent } = await undecided(stage, ['read', 'plan', 'continue']);
      const { document_id } = await agent.submit(plan());
      await stage.grace.approve(document_id);
      expect(codeOf(await agent.call('submit', task()))).toBe('scope_missing');
    });
  });

  test("a person's own plan is approved by their own hands, and stands at once", async () => {
    const { grace } = stage;
    const { groupId } = await undecided(stage);
    const { state } = await grace.must(grace.post(`/groups/${groupId}/documents`, plan()));
    expect(state).toBe('approved');
    expect(typesOf(await sequenceOf(groupId))).toBe('R N NR T TR AC');
  });

  test('sent twice it is one plan', async () => {
    const { agent } = await undecided(stage);
    const first = await agent.submit(plan());
    expect(await agent.submit(plan())).toMatchObject({
      document_id: first.document_id,
      replayed: true,
    });
  });
});
