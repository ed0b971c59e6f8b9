/** A house's own document types, followed by agents that know only the server's texts. */
import { expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { NaiveAgent } from '../support/naive-agent.ts';
import { agentBefore, ownPreset, ownProject, RISK_GUIDE, riskType } from '../support/own-types.ts';
import { codeOf, onEveryDatabase } from '../support/stories.ts';

onEveryDatabase((stage) => {
  const create = (body: object) => stage.grace.post('/types', body);
  const change = (code: string, body: object) => stage.grace.patch(`/types/${code}`, body);

  test('an agent that knows only the texts of the server hands in a document of an own type', async () => {
    const { gate, grace } = stage;
    const project = await ownProject(stage);
    await grace.must(create(riskType({ project })));
    await grace.must(grace.post('/presets', ownPreset({ project })));
    const { group } = await grace.openGroup(project, { preset: 'careful' });
    const issued = await grace.issueToken({ project, group: group.id, kind: 'continuation' });
    const agent = await gate.connect(issued.secret);
    const { assignment } = await agent.continue();
    expect(assignment).toMatchObject({ type: 'RISK', guide: RISK_GUIDE, note: 'Name three.' });
    expect(JSON.stringify(assignment.fields)).not.toContain('x-texts');
    const approved: string[] = [];
    const judging: Promise<void>[] = [];
    async function approveWhatWaits(): Promise<void> {
      const { documents } = await grace.readGroup(group.id);
      const waiting = documents.find(({ state }: { state: string }) => state === 'in_review');
      approved.push(waiting.type);
      await grace.approve(waiting.id, waiting.revision);
    }
    const naive = new NaiveAgent(agent, (tool) => {
      if (tool === 'await_verdict') judging.push(approveWhatWaits());
    });
    expect((await naive.work()).next).toMatch(/end here/i);
    await Promise.all(judging);
    expect(approved).toEqual(['RISK', 'T', 'TR']);
    const { documents } = await grace.readGroup(group.id);
    const risk = documents.find(({ type }: { type: string }) => type === 'RISK');
    const whole = await grace.readDocument(risk.id);
    expect(whole.fields).toEqual({ level: 'low', owner: 'As it stands' });
  });

  test('faults of the fields are told all at once, each with its place', async () => {
    const { grace } = stage;
    const project = await ownProject(stage);
    await grace.must(create(riskType({ project })));
    const { agent } = await agentBefore(stage, project, [{ type: 'RISK' }]);
    const fields = {
      level: 'huge',
      ticket: 'none',
      cases: [{ name: 'a' }, { likely: 'yes' }],
      colour: 'red',
    };
    const tried = await agent.must('dry_run', { title: 'Risk', body: 'It may fail.', fields });
    expect(tried.valid).toBe(false);
    const faults = tried.problems.map(
      ({ path, code }: Record<string, string>) => `${path} ${code}`,
    );
    expect(faults.sort()).toEqual([
      'fields.cases[1].likely wrong_type_of_value',
      'fields.cases[1].name missing',
      'fields.colour unknown_key',
      'fields.level not_one_of',
      'fields.owner missing',
      'fields.ticket field_invalid',
    ]);
    const refused = await agent.call('submit', { title: 'Risk', body: 'It may fail.', fields });
    expect(codeOf(refused)).toBe('input_invalid');
    expect(refused.text).toContain('fields.cases[1].name');
  });

  test('a document keeps the version it was judged under; a step that waits follows at once', async () => {
    const { grace } = stage;
    const project = await ownProject(stage);
    await grace.must(create(riskType({ project })));
    const first = await agentBefore(stage, project, [{ type: 'RISK' }]);
    const waiting = await agentBefore(stage, project, [{ type: 'RISK' }]);
    const fields = { level: 'low', owner: 'Ada' };
    const sent = { title: 'Risk', body: 'It may fail.', fields };
    const { document_id } = await first.agent.submit(sent);
    const stricter = riskType().fields;
    const changed = await grace.must(
      change('RISK', {
        project,
        version: 1,
        guides: { en: '# New words\n' },
        fields: {
          properties: { ...stricter.properties, budget: { type: 'integer', minimum: 1 } },
          required: ['level', 'owner', 'budget'],
        },
      }),
    );
    expect(changed.type).toMatchObject({ version: 2, used: true });
    // Revised under what it was begun under.
    await grace.requestRevision(document_id, 'Who pays?');
    const again = await first.agent.continue();
    expect(again.assignment.guide).toBe(RISK_GUIDE);
    const [{ reason_id }] = again.assignment.reasons;
    const responses = [{ reason_id, text: 'Nobody.' }];
    const revised = { ...sent, title: 'Risk, paid', document_id, responses };
    expect(await first.agent.submit(revised)).toMatchObject({ revision: 2 });
    await grace.approve(document_id, 2);
    // The other, empty still, is asked for by the new words.
    expect((await waiting.agent.continue()).assignment.guide).toBe('# New words\n');
    expect(codeOf(await waiting.agent.call('submit', sent))).toBe('input_invalid');
    await waiting.agent.submit({ ...sent, fields: { ...fields, budget: 3 } });
    const { versions } = await grace.must(grace.get(`/types/RISK/versions?project=${project}`));
    expect(versions).toMatchObject([
      { version: 2, changed: ['guides', 'fields'], by: { name: 'grace' } },
      { version: 1, changed: [], by: { name: 'grace' } },
    ]);
    const then = await grace.must(grace.get(`/types/RISK/definition?project=${project}&version=1`));
    expect(then.type).toMatchObject({ version: 1, latest: 2, guides: { en: RISK_GUIDE } });
  });

  test('a project that replaces a shipped type changes it for nobody else', async () => {
    const { grace } = stage;
    const project = await ownProject(stage);
    const own = riskType({
      project,
      code: 'T',
      series: 'instruction',
      report_type: 'TR',
      gate: { by: 'human', approvals: 1, unattended: false },
    });
    const wrong = await create({ ...own, series: 'design', report_type: null });
    expect(wrong.body.errors).toMatchObject([{ path: 'series', code: 'not_one_of' }]);
    await grace.must(create(own));
    const mine = await agentBefore(stage, project, [{ type: 'T' }]);
    expect((await mine.agent.continue()).assignment.guide).toBe(RISK_GUIDE);
    const other = await agentIn(stage.gate, grace);
    expect((await other.agent.continue()).assignment.guide).not.toBe(RISK_GUIDE);
  });
});
