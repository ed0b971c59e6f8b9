/** A house's own document types: defined by people, followed by agents that know only the server's texts. */
import { expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { NaiveAgent } from '../support/naive-agent.ts';
import { ownPreset, RISK_GUIDE, riskType } from '../support/own-types.ts';
import { codeOf, onEveryDatabase, type Stage } from '../support/stories.ts';

interface Step {
  readonly id: string;
  readonly type: string;
  readonly note: string | null;
}

let projects = 0;

/** A project of its own with Grace as its maintainer, so that types of one test are none of another's. */
async function ownProject({ admin }: Stage): Promise<string> {
  projects += 1;
  const project = `house${projects}`;
  await admin.createProject(project);
  await admin.must(admin.put(`/projects/${project}/members/grace`, { role: 'maintainer' }));
  return project;
}

async function agentWith({ gate, grace }: Stage, project: string, steps: object[]) {
  const { group, sequence } = await grace.openGroup(project, { preset: undefined, steps });
  const issued = await grace.issueToken({ project, group: group.id, kind: 'continuation' });
  return { agent: await gate.connect(issued.secret), groupId: group.id, sequence };
}

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
    const { agent } = await agentWith(stage, project, [{ type: 'RISK' }]);
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
    const first = await agentWith(stage, project, [{ type: 'RISK' }]);
    const waiting = await agentWith(stage, project, [{ type: 'RISK' }]);
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

  test('of two who edit one version the second is told, and nothing is overwritten', async () => {
    const { grace } = stage;
    const project = await ownProject(stage);
    await grace.must(create(riskType({ project })));
    const answers = await Promise.all([
      change('RISK', { project, version: 1, names: { en: 'One' } }),
      change('RISK', { project, version: 1, names: { en: 'Two' } }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body).toMatchObject({ code: 'definition_changed' });
    const same = await grace.must(change('RISK', { project, version: 2 }));
    expect(same.type.version).toBe(2);
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
    const mine = await agentWith(stage, project, [{ type: 'T' }]);
    expect((await mine.agent.continue()).assignment.guide).toBe(RISK_GUIDE);
    const other = await agentIn(stage.gate, grace);
    expect((await other.agent.continue()).assignment.guide).not.toBe(RISK_GUIDE);
  });

  test("another project's types are not there, for people and agents alike", async () => {
    const { gate, grace } = stage;
    const project = await ownProject(stage);
    await grace.must(create(riskType({ project, code: 'SECRET' })));
    const vera = await gate.person(`vera${projects}`, 'maintainer');
    for (const path of [
      `/types/SECRET?project=${project}`,
      `/types/SECRET/definition?project=${project}`,
      `/types/SECRET/versions?project=${project}`,
      '/types/SECRET?project=shop',
      `/types?project=${project}`,
      `/types/definitions?project=${project}`,
    ]) {
      expect([path, (await vera.get(path)).status]).toEqual([path, 404]);
    }
    expect((await vera.patch('/types/SECRET', { project, version: 1 })).status).toBe(404);
    expect((await vera.delete(`/types/SECRET?project=${project}`)).status).toBe(404);
    const { agent } = await agentIn(gate, grace);
    expect((await agent.call('read', { id: 'SECRET' })).isError).toBe(true);
    const { types } = await vera.must(vera.get('/types?project=shop'));
    expect(types.map(({ code }: Step & { code: string }) => code)).not.toContain('SECRET');
  });

  test('the installation is for admins, a project for its maintainers, and for no token', async () => {
    const { gate, admin } = stage;
    const code = `INST${++projects}`;
    expect((await create(riskType({ code }))).status).toBe(404);
    const ruth = await gate.person(`ruth${projects}`, 'reviewer');
    expect((await ruth.post('/types', riskType({ code, project: 'shop' }))).status).toBe(403);
    await admin.must(admin.post('/types', riskType({ code })));
    const { types } = await ruth.must(ruth.get('/types?project=shop'));
    expect(types.map((type: { code: string }) => type.code)).toContain(code);
    const told = await gate.dependencies.database.reader.event.findMany({
      where: { projectId: 'installation', kind: 'type.added' },
    });
    expect(told.map(({ details }) => JSON.parse(details).code)).toContain(code);
  });

  test('what is used is deactivated, not deleted; what a preset names is neither', async () => {
    const { grace } = stage;
    const project = await ownProject(stage);
    await grace.must(create(riskType({ project })));
    await grace.must(grace.post('/presets', ownPreset({ project })));
    const remove = () => grace.delete(`/types/RISK?project=${project}`);
    expect((await remove()).body).toMatchObject({ code: 'definition_in_use' });
    const off = { project, version: 1, active: false };
    expect((await change('RISK', off)).body).toMatchObject({ code: 'definition_in_use' });
    await grace.must(grace.delete(`/presets/careful?project=${project}`));
    const { groupId, sequence } = await agentWith(stage, project, [{ type: 'RISK' }]);
    expect((await remove()).body).toMatchObject({ code: 'definition_in_use' });
    await grace.must(change('RISK', off));
    const list = await grace.must(grace.get(`/types?project=${project}`));
    expect(list.types.map(({ code }: { code: string }) => code)).not.toContain('RISK');
    // A step that is there stays; a new one is not made.
    const risk = sequence.steps.find(({ type }: Step) => type === 'RISK');
    const put = (steps: object[], version: number) =>
      grace.put(`/groups/${groupId}/sequence`, { version, steps });
    const kept = await put([{ id: risk.id, type: 'RISK' }, { type: 'T' }], sequence.version);
    expect(kept.status).toBe(200);
    const more = await put([{ type: 'RISK' }], sequence.version + 1);
    expect(more.body.errors).toMatchObject([{ path: 'steps[0].type', code: 'type_unknown' }]);
    await grace.must(create(riskType({ project, code: 'UNUSED' })));
    expect((await grace.delete(`/types/UNUSED?project=${project}`)).status).toBe(204);
    expect((await grace.get(`/types/UNUSED?project=${project}`)).status).toBe(404);
  });

  test('a shipped type can be edited for all, never deleted, and the last act of every group stays', async () => {
    const { admin, grace } = stage;
    const { type } = await admin.must(admin.get('/types/M/definition'));
    expect(type).toMatchObject({ built_in: true, project: null });
    const { latest: version } = type;
    await admin.must(admin.patch('/types/M', { version, names: { en: 'Note', ko: '메모' } }));
    const seen = await grace.must(grace.get('/types/M?project=shop'));
    expect(seen.type).toMatchObject({ name: 'Note', version: version + 1 });
    expect((await admin.delete('/types/M')).body).toMatchObject({ code: 'built_in_kept' });
    const closing = await admin.patch('/types/AC', { version: 1, active: false });
    expect(closing.body).toMatchObject({ code: 'definition_in_use' });
    const gate = { by: 'human', unattended: true };
    const read = await admin.patch('/types/R', { version: 1, gate });
    expect(read.body.errors).toMatchObject([{ path: 'gate', code: 'gate_needs_person' }]);
  });

  test('a definition at fault is refused with every place named, and stored nowhere', async () => {
    const { grace } = stage;
    const project = await ownProject(stage);
    const wrong = riskType({
      project,
      series: 'report',
      report_type: 'TR',
      templates: { en: 'No heading.' },
      follows: ['NOPE'],
      fields: {
        properties: {
          slow: { type: 'string', maxLength: 100, pattern: '^(a+)+$' },
          endless: { type: 'string' },
        },
        required: ['missing'],
      },
    });
    const { status, body } = await create(wrong);
    expect(status).toBe(422);
    expect(body.errors.map(({ path, code }: Record<string, string>) => `${path} ${code}`)).toEqual([
      'fields.properties.slow.pattern pattern_unsafe',
      'fields.properties.endless.maxLength unbounded',
      'fields.required[0] required_unknown',
      'report_type not_for_series',
      'templates.en heading_missing',
      'follows[0] type_unknown',
    ]);
    for (const field of [
      { type: 'string', $ref: 'https://example.org/schema' },
      { type: 'string', maxLength: 9, $id: 'x' },
      { type: 'array', maxItems: 9, items: { type: 'array', maxItems: 2, items: {} } },
      { type: 'object', properties: {} },
      { anyOf: [{ type: 'string' }] },
    ]) {
      const answer = await create(riskType({ project, fields: { properties: { field } } }));
      expect([answer.status, JSON.stringify(field)]).toEqual([422, JSON.stringify(field)]);
    }
    const many = await create(riskType({ project, gate: { by: 'human', approvals: 9 } }));
    expect(many.body).toMatchObject({ code: 'gate_unsatisfiable' });
    expect((await grace.get(`/types/RISK?project=${project}`)).status).toBe(404);
  });
});
