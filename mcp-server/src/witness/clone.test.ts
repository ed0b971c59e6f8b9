import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TestClone } from '../../../tests/support/clones.ts';
import { UnreadableClone } from './git.ts';
import { openClone } from './open-clone.ts';
import { changesIn, firstDifference } from './patch.ts';

const made = new TestClone();
const open = () => openClone(made.folder, made.name);

test('a commit is seen with what it changed, by a short name too', async () => {
  const sha = made.commit({ 'src/배송.ts': 'one\ntwo\n', 'b "c".ts': 'x\n' });
  const seen = await (await open()).findCommit(sha.slice(0, 8));
  expect(seen).toMatchObject({ sha, added: 3, deleted: 0 });
  expect(seen?.files.map(({ path }) => path).sort()).toEqual(['b "c".ts', 'src/배송.ts']);
});

test.each(['0123456', 'HEAD', '--help', 'main', '$(id)', 'abc\ndef', '../x'])(
  'no commit is called %s',
  async (name) => {
    expect(await (await open()).findCommit(name)).toBe(null);
  },
);

test('a commit stands as long as nobody changes its files on its branch', async () => {
  const sha = made.commit({ 'cart.ts': 'one\n' });
  const clone = await open();
  const seen = await clone.findCommit(sha);
  if (seen === null) throw new Error('not seen');
  expect(await clone.whereaboutsOf(seen)).toEqual({ moved: [] });
  const before = await clone.fingerprint();
  made.commit({ 'other.ts': 'x\n' });
  expect(await clone.whereaboutsOf(seen)).toEqual({ moved: [] });
  expect(await clone.fingerprint()).not.toBe(before);
  made.commit({ 'cart.ts': 'two\n' });
  expect(await clone.whereaboutsOf(seen)).toEqual({ moved: ['cart.ts'] });
});

test('a commit that was rewritten stands on no branch', async () => {
  const sha = made.commit({ 'amended.ts': 'one\n' });
  made.git('commit', '--quiet', '--amend', '--message=again', '--allow-empty');
  const clone = await open();
  const seen = await clone.findCommit(sha);
  expect(seen && (await clone.whereaboutsOf(seen))).toBe(null);
});

test('a patch is compared line by line: a part of it will do, another line won’t', async () => {
  const sha = made.commit({ 'p.ts': 'a\nb\nc\n', 'q.ts': 'q\n' });
  const clone = await open();
  const seen = await clone.findCommit(sha);
  const real = changesIn(await clone.patchOf(seen?.parent ?? null, sha));
  const said = changesIn(made.patchOf(sha));
  const other = changesIn(made.patchOf(sha).replace('+b', '+B'));
  if (real === null || said === null || other === null) throw new Error('no patch');
  expect(firstDifference(said, real)).toBe(null);
  expect(firstDifference(other, real)).toBe('p.ts');
  expect(changesIn('no patch at all')).toBe(null);
});

test('nothing of the clone is run or written, whatever its configuration says', async () => {
  const trap = join(made.folder, 'trap.sh');
  const sprung = join(made.folder, 'sprung');
  writeFileSync(trap, `#!/bin/sh\ntouch ${sprung}\ncat\n`);
  chmodSync(trap, 0o755);
  const sha = made.commit({ '.gitattributes': '*.ts diff=trap filter=trap\n', 'trap.ts': 'x\n' });
  const before = made.git('count-objects', '-v');
  for (const [key, value] of [
    ['diff.external', trap],
    ['diff.trap.textconv', trap],
    ['diff.trap.command', trap],
    ['filter.trap.smudge', trap],
    ['core.fsmonitor', trap],
    ['core.pager', trap],
    ['core.sshCommand', trap],
    ['core.hooksPath', made.folder],
  ]) {
    made.git('config', key as string, value as string);
  }
  const clone = await open();
  const seen = await clone.findCommit(sha);
  if (seen === null) throw new Error('not seen');
  await clone.patchOf(seen.parent, sha);
  await clone.whereaboutsOf(seen);
  expect(existsSync(sprung)).toBe(false);
  made.git('config', '--unset', 'core.fsmonitor');
  expect(made.git('count-objects', '-v')).toBe(before);
});

test('nothing outside the folder of clones can be opened', async () => {
  symlinkSync('/', join(made.folder, 'root'));
  mkdirSync(join(made.folder, 'plain'));
  for (const name of ['..', '../shop', '/etc', 'root', 'plain', 'missing', '.git', '-C', '']) {
    await expect(openClone(made.folder, name), name).rejects.toThrow(UnreadableClone);
  }
});
