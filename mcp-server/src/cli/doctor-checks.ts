/** What `flowgate doctor` looks at. Nothing here changes anything: no folder, no database and no key is made. */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@flowgate/database';
import { type MigrationStatus, migrationStatus } from '@flowgate/database/migrate';
import type { Config } from '../config.ts';
import { KEY_FILE_NAME, openKeyRing, SECRET_KEY_FILE_NAME } from '../identity/key-file.ts';
import { findKeyFingerprint } from '../store/installation/installation.ts';
import { hasAdmin } from '../store/people/people.ts';
import { MIGRATION_STATES } from './add-migrate.ts';

export interface Finding {
  readonly check: string;
  /** `note`: it works, but somebody should know. */
  readonly state: 'good' | 'note' | 'bad';
  readonly finding: string;
}

type Checked = Omit<Finding, 'check'>;

/** Below, Node doesn't run TypeScript as it stands. */
const NODE_MIN = [22, 18] as const;
const NODE_TESTED = 24;
const ANSWER_MILLISECONDS_MAX = 3_000;
const WEB_HANDLER = fileURLToPath(new URL('../../../review-web/build/handler.js', import.meta.url));

const good = (finding: string): Checked => ({ state: 'good', finding });
const note = (finding: string): Checked => ({ state: 'note', finding });
const bad = (finding: string): Checked => ({ state: 'bad', finding });

export function checkNode(version: string): Checked {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < NODE_MIN[0] || (major === NODE_MIN[0] && minor < NODE_MIN[1])) {
    return bad(
      `Node.js ${version} can't run this. Start with \`npx -y pnpm@12 start\`, which brings its own, or install Node.js ${NODE_TESTED}.`,
    );
  }
  if (major === NODE_TESTED) return good(`Node.js ${version}`);
  return note(`Node.js ${version} runs it, but it is tested on ${NODE_TESTED}.`);
}

export async function checkDataFolder({ dataDir }: Config): Promise<Checked> {
  const folder = resolve(dataDir);
  if (!(await may(folder, constants.F_OK))) {
    const parent = await may(dirname(folder), constants.W_OK);
    return parent
      ? note(`${folder} does not exist yet; the first start makes it.`)
      : bad(`${folder} does not exist and can't be made. Make it, or set FLOWGATE_DATA_DIR.`);
  }
  if (!(await may(folder, constants.R_OK | constants.W_OK))) {
    return bad(`${folder} can't be written. Give it to the user that runs FlowGate.`);
  }
  for (const name of [KEY_FILE_NAME, SECRET_KEY_FILE_NAME]) {
    const keys = join(folder, name);
    const mode = await stat(keys).then(
      (found) => found.mode,
      () => 0,
    );
    // Windows has no such bits, and reports them as set.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      return bad(`${keys} can be read by other users. Run \`chmod 600 ${keys}\`.`);
    }
  }
  return good(folder);
}

export async function checkDatabase(status: MigrationStatus | Error): Promise<Checked> {
  if (status instanceof Error) return bad(status.message);
  const said = MIGRATION_STATES[status.state];
  if (status.state === 'ready') return good(said);
  return status.state === 'pending' ? note(said) : bad(said);
}

/** An error instead of a status: the database doesn't answer. */
export function statusOfDatabase({ databaseUrl }: Config): Promise<MigrationStatus | Error> {
  return migrationStatus(databaseUrl).catch((error: unknown) =>
    error instanceof Error ? error : new Error(String(error)),
  );
}

/** Only asked of a database that is up to date: an empty one has neither. */
export async function checkInside(config: Config): Promise<{ keys: Checked; admin: Checked }> {
  const database = await openDatabase(config.databaseUrl);
  try {
    return {
      keys: await checkKeys(config, await findKeyFingerprint(database.reader)),
      admin: (await hasAdmin(database.reader))
        ? good('There is an admin.')
        : note(
            'There is no admin yet. The server prints a set-up link when it starts, or use `pnpm flowgate user create --admin`.',
          ),
    };
  } finally {
    await database.close();
  }
}

async function checkKeys(config: Config, fingerprint: string | null): Promise<Checked> {
  for (const file of keyFilesOf(config, fingerprint)) {
    if (await may(file, constants.R_OK)) continue;
    if (fingerprint === null) return note('The keys are made at the first start.');
    return bad(
      `${file} is gone or can't be read. Restore it: every token, session and second factor rests on it.`,
    );
  }
  const ring = await openKeyRing(config).catch((error: unknown) => error);
  if (ring instanceof Error) return bad(ring.message);
  const { holds } = ring as Awaited<ReturnType<typeof openKeyRing>>;
  if (fingerprint === null || holds(fingerprint))
    return good('The keys are those of the database.');
  return bad(
    'The keys are not those of the database. Restore the data folder it was made with, or set FLOWGATE_TOKEN_PEPPERS, FLOWGATE_SESSION_KEYS and FLOWGATE_SECRET_KEYS as on the other machines.',
  );
}

/** Those that must be there: a database from before there were secret keys gets them at its next start. */
function keyFilesOf(config: Config, fingerprint: string | null): string[] {
  const { tokenPeppers, sessionKeys, secretKeys } = config;
  const folder = resolve(config.dataDir);
  const isOlder = fingerprint !== null && fingerprint.split('.').length < 3;
  return [
    ...(tokenPeppers === null || sessionKeys === null ? [join(folder, KEY_FILE_NAME)] : []),
    ...(secretKeys === null && !isOlder ? [join(folder, SECRET_KEY_FILE_NAME)] : []),
  ];
}

export async function checkServer({ host, port, publicUrl }: Config): Promise<Checked> {
  const local = `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`;
  const near = await look(`${local}/healthz`);
  if (near === 'silent') return note(`Nothing runs at ${local}: start it with \`pnpm start\`.`);
  if (near !== '{"status":"ok"}') {
    return bad(`Another program answers at ${local}. End it, or set FLOWGATE_PORT.`);
  }
  const far = await look(`${publicUrl}/healthz`);
  if (far === near) return good(`FlowGate runs, and answers at ${publicUrl}.`);
  return bad(
    `FlowGate runs at ${local}, but not under its public address ${publicUrl}. Check FLOWGATE_PUBLIC_URL, the name's DNS and the proxy.`,
  );
}

export async function checkWeb(): Promise<Checked> {
  if (await may(WEB_HANDLER, constants.R_OK)) return good('The review app is built.');
  return bad(
    'The review app is not built. Run `pnpm run prepare:web`; `pnpm start` does it by itself.',
  );
}

/** The beginning of what an address answers. */
async function look(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MILLISECONDS_MAX) });
    return (await response.text()).slice(0, 100);
  } catch {
    return 'silent';
  }
}

function may(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}
