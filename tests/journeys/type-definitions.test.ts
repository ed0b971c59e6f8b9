/** Who may write document types, how, and what never goes away under those who use them. */
import { expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { agentBefore, ownPreset, ownProject, riskType } from '../support/own-types.ts';
import { onEveryDatabase } from '../support/stories.ts';

let people = 0;

onEveryDatabase((stage) => {
  const create = (body: object) => stage.grace.post('/types', body);
  const change = (code: string, body: object) => stage.grace.patch(`/types/${code}`, body);

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

  test("another project's types are not there, for people and agents alike", async () => {
    const { gate, grace } = stage;
    const project = await ownProject(stage);
    await grace.must(create(riskType({ project, code: 'SECRET' })));
    const vera = await gate.person(`vera${people}`, 'maintainer');
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
    expect(types.map(({ code }: { code: string }) => code)).not.toContain('SECRET');
  });

  test('the installation is for admins, a project for its maintainers, and for no token', async () => {
    const { gate, admin } = stage;
    const code = `INST${++people}`;
    expect((await create(riskType({ code }))).status).toBe(404);
    const ruth = await gate.person(`ruth${people}`, 'reviewer');
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
    const { groupId, sequence } = await agentBefore(stage, project, [{ type: 'RISK' }]);
    expect((await remove()).body).toMatchObject({ code: 'definition_in_use' });
    await grace.must(change('RISK', off));
    const list = await grace.must(grace.get(`/types?project=${project}`));
    expect(list.types.map(({ code }: { code: string }) => code)).not.toContain('RISK');
    // A step that is there stays; a new one is not made.
    const risk = sequence.steps.find(({ type }) => type === 'RISK');
    const put = (steps: object[], version: number) =>
      grace.put(`/groups/${groupId}/sequence`, { version, steps });
    const kept = await put([{ id: risk?.id, type: 'RISK' }, { type: 'T' }], sequence.version);
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
