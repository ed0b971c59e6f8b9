/** Finds the linked clone below the one folder where clones may lie. Nothing outside it can be linked or looked at. */
import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { Clone } from './clone.ts';
import { runGit, UnreadableClone } from './git.ts';

/** One folder or several below each other, no dots in front: `shop`, `clients/shop.git`. */
const CLONE_NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_][A-Za-z0-9._-]*){0,4}$/;

export function isCloneName(name: string): boolean {
  return name.length <= 200 && CLONE_NAME.test(name);
}

/** Throws UnreadableClone: there is none, it isn't a clone, or a link leads out of the folder. */
export async function openClone(clonesFolder: string, name: string): Promise<Clone> {
  if (!isCloneName(name)) throw new UnreadableClone('no name of a clone');
  const [top, folder] = await Promise.all([real(clonesFolder), real(join(clonesFolder, name))]);
  const below = relative(top, folder);
  if (below === '' || below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below)) {
    throw new UnreadableClone('outside the folder of clones');
  }
  await runGit(folder, { args: ['rev-parse', '--git-dir'] });
  return new Clone(folder);
}

async function real(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (cause) {
    throw new UnreadableClone('no such folder', { cause });
  }
}
