/** The administrator's door, as a process of its own: what is on stdout, what on stderr, and how it ends. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../prisma/open-database.ts';

const FLOWGATE = join(import.meta.dirname, '../../mcp-server/src/cli/flowgate.ts');
const PASSWORD = 'violet harbour 19';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers whose contract the server has already checked.
  readonly json: any;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowgate-command-line-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function flowgate(line: string, input = '', settings: object = {}): Promise<Ended> {
  const { PATH, NODE_OPTIONS = '' } = process.env;
  const child = spawn(process.execPath, [FLOWGATE, ...line.split(' ')], {
    cwd: folder,
    // Port 1 is nobody's: the doctor finds nothing there.
    env: { PATH, NODE_OPTIONS, FLOWGATE_PORT: '1', ...settings },
  });
  child.stdin.end(input);
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  return { code, out, err, json: jsonIn(out) };
}

/** An answer with `--json`; an export is a line of JSON per entry, and no answer of one. */
function jsonIn(out: string) {
  const isOne = out.startsWith('{') && !/\n\{/.test(out.trim());
  return isOne ? JSON.parse(out) : undefined;
}

test('on an empty folder an admin, a project and a token can be made before any server has started', async () => {
  const made = await flowgate(
    'user create --username ada --email ada@example.org --password-stdin --admin --json',
    `${PASSWORD}\n`,
  );
  expect(made.err).toBe('');
  expect(made.json.user).toMatchObject({ username: 'ada', is_admin: true });
  expect(made.out).not.toContain(PASSWORD);

  const begun = await flowgate('project create --slug shop --title Shop --maintainer ada --json');
  expect(begun.json.project).toMatchObject({ slug: 'shop', title: 'Shop' });

  const issued = await flowgate('token issue --issuer ada --project shop --kind worker --json');
  expect(issued.json.secret).toMatch(/^fg_/);
  expect(issued.json.setup.claude_code).toContain(issued.json.secret);

  const listed = await flowgate('token list --project shop --json');
  expect(listed.json.tokens).toMatchObject([{ id: issued.json.token.id, state: 'live' }]);
  expect(listed.out).not.toContain(issued.json.secret);

  const revoked = await flowgate(`token revoke ${issued.json.token.id} --json`);
  expect(revoked.json.token.state).toBe('revoked');
});

test('a command that fails says a sentence on stderr, nothing on stdout, and ends with 1', async () => {
  const weak = await flowgate(
    'user create --username bob --email bob@example.org --password swordfish',
  );
  expect(weak).toMatchObject({ code: 1, out: '' });
  expect(weak.err).not.toContain('swordfish');
  expect(weak.err).toContain('`password` is too short');
  const nobody = await flowgate('token issue --issuer nobody --project shop --kind worker --json');
  expect(nobody).toMatchObject({ code: 1, out: '' });
  expect(JSON.parse(nobody.err).detail).toContain('nobody');
});

test('the doctor finds a house that only waits to be started, and lists every bad setting', async () => {
  const { code, json } = await flowgate('doctor --json');
  const states = Object.fromEntries(
    json.findings.map((each: { check: string; state: string }) => [each.check, each.state]),
  );
  expect(states).toMatchObject({ data: 'good', database: 'good', keys: 'good', server: 'note' });
  // Whether the review app is built is another matter on a machine that only runs these tests.
  expect(code).toBe(states['web'] === 'bad' ? 1 : 0);
  const bad = await flowgate('doctor', '', { FLOWGATE_PORT: 'x', FLOWGATE_LOG_LEVEL: 'loud' });
  expect(bad.code).toBe(1);
  expect(bad.out).toMatch(/FLOWGATE_PORT/);
  expect(bad.out).toMatch(/FLOWGATE_LOG_LEVEL/);
});

test('a log that was tampered with is found, and the command ends with 1', async () => {
  const before = await flowgate('audit verify --json');
  expect(before).toMatchObject({ code: 0, json: { intact: true } });
  const exported = await flowgate('audit export --project shop');
  const kinds = exported.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).kind);
  expect(kinds[0]).toBe('project.created');
  const database = await openDatabase(`file:${join(folder, 'data/flowgate.db')}`);
  await database.inTransaction((transaction) =>
    transaction.event.updateMany({
      where: { projectId: 'shop', position: 2 },
      data: { actorName: 'Mallory' },
    }),
  );
  await database.close();
  const after = await flowgate('audit verify --project shop');
  expect(after.code).toBe(1);
  expect(after.out).toContain('shop: NOT intact at 2');
});
