/** Where keys come from: the settings, or files in the data folder, written once and readable by their owner alone. */
import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type KeyRing, keyRingOf, type NamedKey } from './key-ring.ts';

export interface KeySettings {
  /** The data folder; only touched when a list is missing. */
  readonly dataDir: string;
  readonly tokenPeppers: readonly NamedKey[] | null;
  readonly sessionKeys: readonly NamedKey[] | null;
  readonly secretKeys: readonly NamedKey[] | null;
}

/** In the data folder. */
export const KEY_FILE_NAME = 'secrets.json';
/** A file of its own: keys are only ever made together with their file, and the first came before this one. */
export const SECRET_KEY_FILE_NAME = 'secret-keys.json';
const OWNER_ONLY = 0o600;
const OWNERS_FOLDER = 0o700;
/** 256 bits, as many as the secrets they protect. */
const KEY_BYTES = 32;

/** The files' members, named and written like the settings, so that they can be copied to another machine. */
const PEPPERS = 'FLOWGATE_TOKEN_PEPPERS';
const SESSION_KEYS = 'FLOWGATE_SESSION_KEYS';
const SECRET_KEYS = 'FLOWGATE_SECRET_KEYS';

/**
 * Takes each list of keys from the settings, else from its file, which it makes when there is none.
 * Of two processes that start at once both get the same keys. Throws a sentence without any key.
 */
export async function openKeyRing(settings: KeySettings): Promise<KeyRing> {
  const { dataDir, tokenPeppers, sessionKeys, secretKeys } = settings;
  const main = openFile(dataDir, KEY_FILE_NAME, [PEPPERS, SESSION_KEYS]);
  const secrets = openFile(dataDir, SECRET_KEY_FILE_NAME, [SECRET_KEYS]);
  return keyRingOf({
    tokenPeppers: tokenPeppers ?? [await main(PEPPERS)],
    sessionKeys: sessionKeys ?? [await main(SESSION_KEYS)],
    secretKeys: secretKeys ?? [await secrets(SECRET_KEYS)],
  });
}

/** Looks for the file when its first member is asked for. */
function openFile(dataDir: string, name: string, members: readonly string[]) {
  const path = join(dataDir, name);
  let text: Promise<string> | null = null;
  return async (member: string): Promise<NamedKey> => {
    text ??= readOrMake(dataDir, path, members);
    return keyOf(path, await text, member);
  };
}

async function readOrMake(
  folder: string,
  path: string,
  members: readonly string[],
): Promise<string> {
  const found = await readText(path);
  if (found !== null) {
    await chmod(path, OWNER_ONLY);
    return found;
  }
  await mkdir(folder, { recursive: true, mode: OWNERS_FOLDER });
  await make(path, members);
  const made = await readText(path);
  if (made === null) throw new Error(`The file ${path} vanished while it was being made.`);
  return made;
}

/** Writes beside and links: the first link wins, and nobody ever reads half a file. */
async function make(path: string, members: readonly string[]): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const content = Object.fromEntries(members.map((member) => [member, newKey()]));
  try {
    const handle = await open(draft, 'wx', OWNER_ONLY);
    try {
      await handle.writeFile(`${JSON.stringify(content, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(draft, path).catch((error: unknown) => {
      if (!hasCode(error, 'EEXIST')) throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
}

function newKey(): string {
  return `k1:${randomBytes(KEY_BYTES).toString('base64')}`;
}

function keyOf(path: string, text: string, member: string): NamedKey {
  const written = membersOf(text)[member];
  const [, id, base64] = /^([A-Za-z0-9-]{1,20}):([A-Za-z0-9+/]+=*)$/.exec(String(written)) ?? [];
  const key = Buffer.from(base64 ?? '', 'base64');
  if (id === undefined || key.length < KEY_BYTES) {
    // Never a new one in its place: whatever it held, the tokens or secrets of this installation may rest on it.
    throw new Error(`The file ${path} doesn't hold this server's keys any more. Restore it.`);
  }
  return { id, key };
}

function membersOf(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    // The parser's own message quotes the text, and with it a key.
    return {};
  }
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
