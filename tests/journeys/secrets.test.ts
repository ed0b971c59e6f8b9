/** A likely secret in what an agent writes is refused with its place, until a person says that it is none. */
import { expect, test } from 'vitest';
import { ERAS } from '../support/agent-client.ts';
import { agentIn } from '../support/agents.ts';
import { CLAIM, codeOf, onEveryDatabase, task } from '../support/stories.ts';
import { contentOf } from '../support/tables.ts';

/** Put together here, so that no scanner of this repository takes it for real. */
let minted = 0;
const newSecret = () => {
  minted += 1;
  return `ghp_${'aB3dE5fG7h'.repeat(3)}${String(minted).padStart(6, 'x')}`;
};

onEveryDatabase((stage) => {
  const findings = async (): Promise<{ id: string; path: string; allowed: unknown }[]> =>
    (await stage.grace.must(stage.grace.get('/projects/shop/secrets'))).findings;

  test.each(ERAS)('it is refused wherever it stands, and told by place alone (%s)', async (era) => {
    const { agent } = await agentIn(stage.gate, stage.grace, {}, era);
    const secret = newSecret();
    const inEvidence = [{ ...CLAIM, evidence: [{ ...CLAIM.evidence[0], output: secret }] }];
    const submissions: readonly [string, object][] = [
      ['title', task({ title: `Key ${secret}` })],
      ['body', task({ body: `Use ${secret}.` })],
      ['claims[0].evidence[0].output', task({ claims: inEvidence })],
      ['questions[0].text', task({ questions: [{ text: `Is ${secret} right?` }] })],
    ];
    for (const [path, input] of submissions) {
      const before = await contentOf(stage.gate.dependencies.database.reader);
      const dry = await agent.call('dry_run', input);
      expect(dry.structured.problems).toContainEqual(
        expect.objectContaining({ path, code: 'secret_found' }),
      );
      // A dry run leaves no trace.
      expect(await contentOf(stage.gate.dependencies.database.reader)).toEqual(before);
      const answer = await agent.call('submit', input);
      expect([answer.isError, codeOf(answer)]).toEqual([true, 'input_invalid']);
      expect(answer.text).toContain(`\`${path}\``);
      for (const { text } of [dry, answer]) expect(text).not.toContain(secret);
    }
    const asked = await agent.call('clarify', { questions: [{ text: `Is ${secret} right?` }] });
    expect([asked.isError, codeOf(asked)]).toEqual([true, 'input_invalid']);
    const opening = { type: 'CH', title: 'About keys', body: '## Topic\n\nWhich one?\n' };
    const { document_id } = await agent.submit(opening);
    const turn = await agent.call('converse', { document_id, text: `It is ${secret}.` });
    expect([turn.isError, codeOf(turn)]).toEqual([true, 'input_invalid']);
    expect(turn.text).toContain('`text`');
    expect(JSON.stringify(await findings())).not.toContain(secret);
    expect(stage.gate.log.join('')).not.toContain(secret);
  });

  test('what a person allows may be sent, in this project alone and no longer than they allow', async () => {
    const { gate, grace, admin } = stage;
    const { agent } = await agentIn(gate, grace);
    const secret = newSecret();
    const input = task({ body: `The sample key is ${secret}.` });
    expect(codeOf(await agent.call('submit', input))).toBe('input_invalid');
    const [finding] = await findings();
    expect(finding).toMatchObject({ path: 'body', allowed: null });
    const address = `/projects/shop/secrets/${finding?.id}`;
    expect((await grace.put(address, {})).status).toBe(422);
    await grace.must(grace.put(address, { note: 'From the public documentation.' }));
    expect((await agent.must('dry_run', input)).valid).toBe(true);

    await admin.must(admin.delete(address));
    expect((await agent.must('dry_run', input)).valid).toBe(false);
    await grace.must(grace.put(address, { note: 'It is a sample after all.' }));
    await agent.submit(input);

    await admin.createProject(`yard${minted}`);
    const { group } = await admin.openGroup(`yard${minted}`);
    const issued = await admin.issueToken({
      project: `yard${minted}`,
      group: group.id,
      kind: 'continuation',
    });
    const other = await gate.connect(issued.secret);
    expect((await other.must('dry_run', input)).valid).toBe(false);
    expect(
      (await admin.put(`/projects/yard${minted}/secrets/${finding?.id}`, { note: 'x' })).status,
    ).toBe(404);

    const { entries } = await grace.must(
      grace.get('/audit?project=shop&kinds=secret.allowed,secret.disallowed&limit=3'),
    );
    expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual([
      'secret.allowed',
      'secret.disallowed',
      'secret.allowed',
    ]);
  });

  test('only maintainers see and allow', async () => {
    const rita = await stage.gate.person('rita', 'reviewer');
    expect((await rita.get('/projects/shop/secrets')).status).toBe(403);
    const [finding] = await findings();
    const allowing = await rita.put(`/projects/shop/secrets/${finding?.id}`, { note: 'Please.' });
    expect(allowing.status).toBe(403);
  });

  test('people answer for what they write themselves', async () => {
    const { group } = await stage.grace.openGroup('shop');
    const written = await stage.grace.post(
      `/groups/${group.id}/documents`,
      task({ body: `Mine: ${newSecret()}` }),
    );
    expect(written.status).toBe(201);
  });
});
