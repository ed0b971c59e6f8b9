/** Presets: named lists of steps that people keep, with notes and gates, taken by whoever arranges a sequence. */
import { expect, test } from 'vitest';
import { ownPreset, riskType } from '../support/own-types.ts';
import { onEveryDatabase, type Stage } from '../support/stories.ts';

interface Step {
  readonly type: string;
}
const typesOf = ({ steps }: { steps: Step[] }) => steps.map(({ type }) => type);

let presets = 0;
const newCode = () => `own_${++presets}`;

onEveryDatabase((stage: Stage) => {
  const create = (body: object) => stage.grace.post('/presets', body);

  test('five are shipped, and a design alone is one of them', async () => {
    const { grace } = stage;
    const list = await grace.must(grace.get('/presets?project=shop'));
    const shipped = list.presets.filter((preset: { built_in: boolean }) => preset.built_in);
    expect(shipped.map(({ code }: { code: string }) => code)).toEqual([
      'simple',
      'investigate',
      'design',
      'bug',
      'design_only',
    ]);
    const { sequence } = await grace.openGroup('shop', { preset: 'design_only' });
    expect(typesOf(sequence)).toEqual(['R', 'DS', 'D', 'AC']);
  });

  test('reports come with their instruction, and the final approval once, whoever lists it', async () => {
    const { grace } = stage;
    const code = newCode();
    const steps = [{ type: 'N' }, { type: 'T' }, { type: 'TR', note: 'Measure.' }, { type: 'AC' }];
    const made = await grace.must(create(ownPreset({ project: 'shop', code, steps })));
    expect(typesOf(made.preset)).toEqual(['N', 'NR', 'T', 'TR', 'AC']);
    expect(made.preset.steps[3]).toMatchObject({ note: 'Measure.' });
    const { sequence } = await grace.openGroup('shop', { preset: code });
    expect(typesOf(sequence)).toEqual(['R', 'N', 'NR', 'T', 'TR', 'AC']);
    expect(sequence.steps[4]).toMatchObject({ note: 'Measure.' });
  });

  test('the gate a maintainer gave it holds for an author who takes it, and who can set none', async () => {
    const { gate, grace } = stage;
    const code = newCode();
    const own = { by: 'human', approvals: 1, roles: ['maintainer'], unattended: false };
    const steps = [{ type: 'T', gate: own }];
    await grace.must(create(ownPreset({ project: 'shop', code, steps })));
    const arthur = await gate.person(`arthur${presets}`, 'author');
    const { group, sequence } = await arthur.openGroup('shop', { preset: code });
    expect(sequence.steps[1].gate).toMatchObject({ roles: ['maintainer'], unattended: false });
    const body = { version: sequence.version, steps };
    const alone = await arthur.put(`/groups/${group.id}/sequence`, body);
    expect(alone.body).toMatchObject({ code: 'gate_not_yours' });
    expect((await arthur.post('/presets', ownPreset({ project: 'shop' }))).status).toBe(403);
  });

  test('a preset at fault is refused with its place', async () => {
    const steps = [{ type: 'T' }, { type: 'M' }, { type: 'NOPE' }];
    const wrong = await create(ownPreset({ project: 'shop', code: newCode(), steps }));
    expect(wrong.body.errors).toMatchObject([
      { path: 'steps[1].type', code: 'type_not_a_step' },
      { path: 'steps[2].type', code: 'type_unknown' },
    ]);
    const root = await create(
      ownPreset({ project: 'shop', code: newCode(), root: 'T', steps: [] }),
    );
    expect(root.body.errors).toMatchObject([{ path: 'root', code: 'type_not_a_root' }]);
    const gate = { by: 'human', approvals: 20 };
    const many = await create(
      ownPreset({ project: 'shop', code: newCode(), steps: [{ type: 'T', gate }] }),
    );
    expect(many.body).toMatchObject({ code: 'gate_unsatisfiable' });
    // Fifty instructions bring fifty reports.
    const long = Array.from({ length: 50 }, () => ({ type: 'T' }));
    const tooLong = await create(ownPreset({ project: 'shop', code: newCode(), steps: long }));
    expect(tooLong.body).toMatchObject({ code: 'sequence_invalid' });
  });

  test('edited under its version; what was taken from it stays', async () => {
    const { admin, grace } = stage;
    const code = newCode();
    await grace.must(create(ownPreset({ project: 'shop', code, steps: [{ type: 'T' }] })));
    const { group } = await grace.openGroup('shop', { preset: code });
    const edit = (version: number, more: object) =>
      grace.patch(`/presets/${code}`, { project: 'shop', version, ...more });
    const { preset } = await grace.must(edit(1, { steps: [{ type: 'N' }] }));
    expect(typesOf(preset)).toEqual(['N', 'NR', 'AC']);
    expect((await edit(1, { names: { en: 'Late' } })).body).toMatchObject({
      code: 'definition_changed',
    });
    const renamed = await grace.must(edit(2, { names: { en: 'Renamed' }, root: 'B' }));
    expect(renamed.preset).toMatchObject({ root: 'B', names: { en: 'Renamed' }, version: 3 });
    expect(typesOf(renamed.preset)).toEqual(['N', 'NR', 'AC']);
    expect(typesOf((await grace.readGroup(group.id)).sequence)).toEqual(['R', 'T', 'TR', 'AC']);
    expect((await admin.delete('/presets/simple')).body).toMatchObject({ code: 'built_in_kept' });
    expect((await grace.delete(`/presets/${code}?project=shop`)).status).toBe(204);
    expect((await grace.get(`/presets/${code}?project=shop`)).status).toBe(404);
  });

  test('an installation preset names only what every project has', async () => {
    const { admin, grace } = stage;
    const code = `OWN${++presets}`;
    await grace.must(grace.post('/types', riskType({ project: 'shop', code })));
    const foreign = ownPreset({ code: newCode(), steps: [{ type: code }] });
    const refused = await admin.post('/presets', foreign);
    expect(refused.body.errors).toMatchObject([{ path: 'steps[0].type', code: 'type_unknown' }]);
    await grace.must(create({ ...foreign, project: 'shop' }));
  });
});
