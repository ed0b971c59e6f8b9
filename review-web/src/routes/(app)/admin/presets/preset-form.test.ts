import { expect, test } from 'vitest';
import { arranged, bodyOf, draftOfForm, NEW_PRESET } from './preset-form.ts';

const step = (type: string) => ({ type, note: '', gate: null });
const typesOf = (wish: string) =>
  arranged([step('N'), step('T'), step('TS')], wish).map(({ type }) => type);

test.each([
  ['up:1', ['T', 'N', 'TS']],
  ['down:1', ['N', 'TS', 'T']],
  ['up:0', ['N', 'T', 'TS']],
  ['down:2', ['N', 'T', 'TS']],
  ['remove:1', ['N', 'TS']],
  ['add', ['N', 'T', 'TS', '']],
  ['remove:9', ['N', 'T', 'TS']],
])('%s arranges the steps', (wish, types) => {
  expect(typesOf(wish)).toEqual(types);
});

test('a form holds steps with their notes, and a gate only where one was wanted', () => {
  const form = new FormData();
  const rows: [string, string, string][] = [
    ['a', 'T', 'Measure.'],
    ['b', '', ''],
    ['c', 'DS', ''],
  ];
  for (const [row, type, note] of rows) {
    form.append('row', row);
    form.append('type', type);
    form.append('note', note);
    form.append(`gate-${row}-by`, 'human');
    form.append(`gate-${row}-approvals`, '2');
  }
  form.append('gate-c-own', 'on');
  form.append('names-en', 'Careful');
  form.append('descriptions-en', 'Slow.');
  form.append('root', 'R');
  expect(bodyOf(draftOfForm(form))).toEqual({
    names: { en: 'Careful' },
    descriptions: { en: 'Slow.' },
    root: 'R',
    steps: [
      { type: 'T', note: 'Measure.' },
      { type: 'DS', gate: { by: 'human', approvals: 2, roles: [], checks: [], unattended: false } },
    ],
    sort_order: 500,
  });
  expect(bodyOf(NEW_PRESET)['steps']).toEqual([]);
});
