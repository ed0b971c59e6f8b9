import { afterEach, beforeEach, expect, test } from 'vitest';
import { type House, openHouse } from '../../../../tests/support/house.ts';
import { type SeededPreset, type SeededType, seedTypes } from './seed-types.ts';
import { openTypeCatalogue, type TypeContent } from './type-catalogue.ts';

const inEvery = (text: string) => ({ en: text, ko: text, ja: text });
const typeOf = (code: string, guide = 'Be brief.'): SeededType => ({
  code,
  series: 'report',
  sortOrder: code.length,
  names: inEvery(code),
  purposes: inEvery(code),
  guides: inEvery(guide),
  templates: inEvery('# '),
  criteriaHeadings: null,
  fieldSchema: { type: 'object' },
  gate: null,
  reportType: null,
  follows: [],
});
const SIMPLE: SeededPreset = {
  code: 'simple',
  names: inEvery('Simple'),
  descriptions: inEvery('Small.'),
  steps: ['R', 'T', 'TR', 'AC'],
};

let house: House;
const statements: string[] = [];
beforeEach(async () => {
  house = await openHouse({ onStatement: (sql) => statements.push(sql) });
});
afterEach(() => house.close());

const seed = (types: readonly SeededType[], on: Pick<House, 'database'> = house) =>
  seedTypes(on.database, types, [SIMPLE], { newId: house.newId, now: house.clock.now() });

/** As an admin's page will write: a version of their own, without the mark of what is shipped. */
async function edit(code: string, scope = '*', guide = 'Our own words.') {
  const { code: _code, series, sortOrder, ...content } = typeOf(code, guide);
  const now = house.clock.now();
  await house.database.inTransaction(async (tx) => {
    const row = await tx.documentType.findFirst({ where: { code, scope } });
    const version = (row?.version ?? 0) + 1;
    const id =
      row?.id ??
      (
        await tx.documentType.create({
          data: {
            id: house.newId(),
            scope,
            code,
            series,
            builtIn: false,
            active: true,
            sortOrder,
            version,
            createdAt: now,
          },
        })
      ).id;
    await tx.documentTypeVersion.create({
      data: {
        typeId: id,
        version,
        content: JSON.stringify(content satisfies TypeContent),
        createdAt: now,
      },
    });
    await tx.documentType.updateMany({ where: { id }, data: { version } });
  });
}

test('seeding twice, and in two processes at once, writes each type once', async () => {
  const second = await house.secondProcess();
  const written = await Promise.all([seed([typeOf('TR')]), seed([typeOf('TR')], second)]);
  expect(written.sort()).toEqual([0, 2]);
  expect(await seed([typeOf('TR')])).toBe(0);
  expect(await house.database.reader.documentTypeVersion.count()).toBe(1);
});

test('a changed type becomes a new version, and the old one says what it said', async () => {
  await seed([typeOf('TR')]);
  const before = await house.types.current(null, 'TR');
  await seed([typeOf('TR', 'Be very brief.')]);
  const after = await house.types.current(null, 'TR');
  expect([before?.version, after?.version]).toEqual([1, 2]);
  expect(after?.guides.en).toBe('Be very brief.');
  const old = await openTypeCatalogue(house.database.reader).at(before?.id ?? '', 1);
  expect(old.guides.en).toBe('Be brief.');
});

test('what an admin has edited is left alone', async () => {
  await seed([typeOf('TR')]);
  await edit('TR');
  expect(await seed([typeOf('TR', 'Be very brief.')])).toBe(0);
  expect((await house.types.current(null, 'TR'))?.guides.en).toBe('Our own words.');
});

test("a project's own type stands before the installation's, in that project only", async () => {
  await seed([typeOf('TR'), typeOf('R')]);
  await edit('TR', 'shop');
  await edit('X', 'shop');
  expect((await house.types.current('shop', 'TR'))?.guides.en).toBe('Our own words.');
  expect((await house.types.current('bank', 'TR'))?.guides.en).toBe('Be brief.');
  const codes = async (project: string | null) =>
    (await house.types.list(project)).map(({ code, scope }) => `${scope} ${code}`);
  expect(await codes('shop')).toEqual(['* R', 'shop X', 'shop TR']);
  expect(await codes(null)).toEqual(['* R', '* TR']);
  expect(await house.types.current('bank', 'X')).toBe(null);
});

test('a type no longer active can be chosen no more, and still be read at its version', async () => {
  await seed([typeOf('TR')]);
  const type = await house.types.current(null, 'TR');
  await house.database.inTransaction((tx) =>
    tx.documentType.updateMany({ where: { code: 'TR' }, data: { active: false } }),
  );
  expect(await house.types.current(null, 'TR')).toBe(null);
  expect((await house.types.at(type?.id ?? '', 1)).code).toBe('TR');
});

test('a version that was read once costs no further statement', async () => {
  await seed([typeOf('TR')]);
  const type = await house.types.current(null, 'TR');
  statements.length = 0;
  await house.types.at(type?.id ?? '', 1);
  expect(statements).toEqual([]);
  await house.types.current(null, 'TR');
  expect(statements.length).toBe(1);
});

test('presets come with their steps', async () => {
  await seed([]);
  const [simple] = await house.types.presets(null);
  expect(simple?.steps.map(({ type }) => type)).toEqual(['R', 'T', 'TR', 'AC']);
});
