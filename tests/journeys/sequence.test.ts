/** The pending part of a sequence changes under its version while work goes on. */
import { expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { codeOf, onEveryDatabase, type Stage, submittedTask, task } from '../support/stories.ts';
import { brokenIn } from '../support/tables.ts';

interface Step {
  readonly id: string;
  readonly type: string;
}
const typesOf = ({ steps }: { steps: Step[] }) => steps.map(({ type }) => type);

async function undecided({ gate, grace }: Stage) {
  const { group, sequence } = await grace.openGroup('shop', { preset: undefined });
  const issued = { project: 'shop', group: group.id, kind: 'continuation' };
  const { secret } = await grace.issueToken(issued);
  return { groupId: group.id, sequence, agent: await gate.connect(secret) };
}

onEveryDatabase((stage) => {
  const put = (groupId: string, body: object) =>
    stage.grace.put(`/groups/${groupId}/sequence`, body);

  test('edited in two windows the second hears that it has changed', async () => {
    const { grace } = stage;
    const { group, sequence } = await grace.openGroup('shop');
    const { version } = sequence;
    const first = await put(group.id, { version, steps: [{ type: 'N' }, { type: 'T' }] });
    expect(first.status).toBe(200);
    const second = await put(group.id, { version, preset: 'simple' });
    expect(second).toMatchObject({ status: 409, body: { code: 'sequence_changed' } });
    const now = (await grace.readGroup(group.id)).sequence;
    expect(typesOf(now)).toEqual(['R', 'N', 'NR', 'T', 'TR', 'AC']);
    expect(now.version).toBe(version + 1);
  });

  test('two at once: one is written whole, the other not at all', async () => {
    const { gate, grace } = stage;
    const { group, sequence } = await grace.openGroup('shop');
    const { version } = sequence;
    const answers = await Promise.all([
      put(group.id, { version, steps: [{ type: 'N' }] }),
      put(group.id, { version, steps: [{ type: 'TS' }] }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const now = typesOf((await grace.readGroup(group.id)).sequence).join(' ');
    expect(['R N NR AC', 'R TS TSR AC']).toContain(now);
    expect(await brokenIn(gate.dependencies.database.reader)).toEqual([]);
  });

  test('an agent that waits for a decision is told, and goes on', async () => {
    const { agent, groupId, sequence } = await undecided(stage);
    const first = await agent.continue();
    expect(first).toMatchObject({
      assignment: null,
      run: { state: 'waiting', reason: 'sequence_undecided' },
    });
    expect(codeOf(await agent.call('submit', task()))).toBe('sequence_undecided');
    const waiting = Promise.withResolvers<void>();
    const answer = agent.awaitVerdict(
      { cursor: first.cursor },
      { onProgress: () => waiting.resolve() },
    );
    await waiting.promise;
    const { version } = sequence;
    expect((await put(groupId, { version, preset: 'simple' })).status).toBe(200);
    expect(await answer).toMatchObject({ changed: true });
    expect((await agent.continue()).assignment).toMatchObject({ type: 'T' });
  });

  test('what is filled stays, and what is kept by its id keeps its note and its token', async () => {
    const { gate, grace } = stage;
    const { groupId, documentId } = await submittedTask(stage);
    const { sequence } = await grace.readGroup(groupId);
    const kept = sequence.steps.find(({ type }: Step) => type === 'TR');
    const noted = await grace.must(
      put(groupId, {
        version: sequence.version,
        steps: [{ id: kept.id, type: 'TR', note: 'Measure it.' }],
      }),
    );
    const { secret } = await grace.issueToken({
      project: 'shop',
      group: groupId,
      kind: 'step',
      step: kept.id,
    });
    const changed = await grace.must(
      put(groupId, {
        version: noted.sequence.version,
        steps: [{ id: kept.id, type: 'TR', note: 'Measure it.' }, { type: 'TS' }],
      }),
    );
    expect(typesOf(changed.sequence)).toEqual(['R', 'T', 'TR', 'TS', 'TSR', 'AC']);
    expect(changed.sequence.steps[1].document_id).toBe(documentId);
    expect(changed.sequence.steps[2]).toMatchObject({ id: kept.id, note: 'Measure it.' });
    const early = await gate.connect(secret);
    expect(codeOf(await early.call('submit', task()))).toBe('not_head');
    await grace.approve(documentId);
    expect((await early.continue()).assignment).toMatchObject({ type: 'TR', note: 'Measure it.' });
  });

  test('a removed step ends its token, and a removed target moves to the step before', async () => {
    const { gate, grace } = stage;
    const { group, sequence } = await grace.openGroup('shop', { preset: 'investigate' });
    const last = sequence.steps.findLast(({ type }: Step) => type === 'TSR');
    const before = sequence.steps.find(({ type }: Step) => type === 'TS');
    const issue = (more: object) => grace.issueToken({ project: 'shop', group: group.id, ...more });
    const onStep = await issue({ kind: 'step', step: before.id });
    const toTarget = await issue({ kind: 'continuation', target_step: last.id });
    const kept = sequence.steps.filter(({ type }: Step) => ['N', 'NR', 'T', 'TR'].includes(type));
    const steps = kept.map(({ id, type }: Step) => ({ id, type }));
    const changed = await grace.must(put(group.id, { version: sequence.version, steps }));
    expect(typesOf(changed.sequence)).toEqual(['R', 'N', 'NR', 'T', 'TR', 'AC']);
    const { tokens } = await grace.must(grace.get(`/tokens?group=${group.id}`));
    const byId = new Map(tokens.map((token: { id: string }) => [token.id, token]));
    expect(byId.get(onStep.token.id)).toMatchObject({ state: 'ended' });
    expect(byId.get(toTarget.token.id)).toMatchObject({ state: 'live', target_number: 5 });
    const agent = await gate.connect(onStep.secret);
    expect(codeOf(await agent.call('submit', task()))).toBe('token_ended');
  });

  test('a viewer arranges nothing, and the final approval is there once, whoever lists it', async () => {
    const { gate, grace } = stage;
    const vera = await gate.person('vera', 'viewer');
    const { groupId } = await agentIn(gate, grace);
    const { sequence } = await grace.readGroup(groupId);
    const body = { version: sequence.version, preset: 'simple' };
    expect((await vera.put(`/groups/${groupId}/sequence`, body)).status).toBe(403);
    const arranged = await grace.must(
      put(groupId, { version: sequence.version, steps: [{ type: 'T' }, { type: 'AC' }] }),
    );
    expect(typesOf(arranged.sequence)).toEqual(['R', 'T', 'TR', 'AC']);
  });
});
