/** What is another's looks like what isn't there, at every address and through every tool. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../mcp-server/src/doors/rest/routes.ts';
import type { AgentClient } from '../support/agent-client.ts';
import { agentIn } from '../support/agents.ts';
import { type Gate, startGate } from '../support/gate.ts';
import type { PersonClient } from '../support/person-client.ts';
import { report, task } from '../support/stories.ts';
import { contentOf } from '../support/tables.ts';

/** The names of one thing of each kind. */
interface Things {
  readonly project: string;
  readonly groupId: string;
  readonly documentId: string;
  readonly questionId: string;
  readonly runId: string;
  readonly tokenId: string;
  readonly verdictId: string;
}

const MISSING: Things = {
  project: 'atlantis',
  groupId: 'atlantis.default.0001',
  documentId: 'atlantis.default.0001.0002-T',
  questionId: 'atlantis.default.0001-Q1',
  runId: 'x'.repeat(22),
  tokenId: '0'.repeat(20),
  verdictId: 'x'.repeat(22),
};

/** Well-formed bodies: what is refused must be the place. */
const BODIES: Readonly<Record<string, (things: Things) => object>> = {
  'patch /projects/:project': () => ({ title: 'Mine' }),
  'put /projects/:project/members/:username': () => ({ role: 'maintainer' }),
  'post /projects/:project/groups': () => ({
    title: 'Mine',
    root: { type: 'R', body: 'Mine.\n' },
  }),
  'put /groups/:groupId/sequence': () => ({ version: 1, preset: 'simple' }),
  'post /groups/:groupId/discard': () => ({ reason: 'No.' }),
  'post /groups/:group/documents': () => task(),
  'post /documents/:documentId/revisions': () => task(),
  'post /documents/:documentId/approval': () => ({ revision: 1 }),
  'post /documents/:documentId/withdrawal': () => ({ revision: 1 }),
  'post /documents/:documentId/confirmation': () => ({ revision: 1 }),
  'post /documents/:documentId/revision-request': () => ({ revision: 1, reason: 'No.' }),
  'post /documents/:documentId/rejection': () => ({ revision: 1, reason: 'No.' }),
  'post /documents/:documentId/reopening': () => ({ revision: 1, reason: 'No.' }),
  'post /groups/:groupId/questions': () => ({ questions: [{ text: 'Net?' }] }),
  'patch /questions/:questionId': () => ({ assignee: null }),
  'post /questions/:questionId/answers': () => ({ text: 'Net.' }),
  'post /questions/:questionId/dismissal': () => ({ reason: 'No.' }),
  'post /tokens': ({ project, groupId }) => ({ project, group: groupId, kind: 'continuation' }),
  'post /tokens/:tokenId/extension': () => ({ expires_in_seconds: 3600 }),
};

const QUERIES: Readonly<Record<string, string>> = {
  '/documents/:documentId/diff': '?from=1&to=1',
};

/** These stand in no project, or show everybody their own. */
const OF_NO_PLACE = /^\/(setup|auth|me|users|types|presets|queue|notifications|projects)(\/|$)/;

const placed = routes.filter(({ method, path }) =>
  path.includes('/:project') || path === '/tokens'
    ? method !== 'get' || path !== '/tokens'
    : path.includes('/:') && !OF_NO_PLACE.test(path),
);

let gate: Gate;
let grace: PersonClient;
let outsider: PersonClient;
let theirs: Things;
let agent: AgentClient;
beforeAll(async () => {
  let admin: PersonClient;
  ({ gate, grace, admin } = await startGate());
  const scene = await agentIn(gate, grace);
  const { document_id } = await scene.agent.submit(task());
  const { question_ids } = await scene.agent.must('clarify', { questions: [{ text: 'Net?' }] });
  const { runs } = await grace.readGroup(scene.groupId);
  const other = await agentIn(gate, grace);
  const { document_id: held } = await other.agent.submit(task());
  const verdict = await grace.approve(held, 1, { hold_seconds: 60 });
  theirs = {
    project: 'shop',
    groupId: scene.groupId,
    documentId: document_id,
    questionId: question_ids[0],
    runId: runs[0].id,
    tokenId: scene.tokenId,
    verdictId: verdict.held.id,
  };
  await admin.createProject('elsewhere');
  outsider = await gate.person('mallory', 'maintainer', 'elsewhere');
  const { group } = await outsider.openGroup('elsewhere');
  const issued = { project: 'elsewhere', group: group.id, kind: 'continuation' };
  agent = await gate.connect((await outsider.issueToken(issued)).secret);
});
afterAll(() => gate?.stop());

/** Without what differs from call to call, and with every name of a thing made the same. */
function plain(value: unknown, things: Things): string {
  let text = JSON.stringify(value, (key, member) =>
    key === 'request_id' || key === 'instance' ? undefined : member,
  );
  for (const name of Object.values(things).sort((one, other) => other.length - one.length)) {
    text = text.replaceAll(name, '…');
  }
  return text;
}

async function ask(method: string, path: string, things: Things) {
  const named: Readonly<Record<string, string>> = { ...things, group: things.groupId };
  const address = path
    .replace(':revision', '1')
    .replace(':username', 'grace')
    .replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(named[name] ?? name));
  const body =
    method === 'get' || method === 'delete'
      ? undefined
      : (BODIES[`${method} ${path}`]?.(things) ?? {});
  const { status, body: answer } = await outsider.send(
    method.toUpperCase(),
    address + (QUERIES[path] ?? ''),
    body,
  );
  return { status, text: plain(answer, things), code: answer?.code };
}

describe('over REST', () => {
  test.each(placed.map(({ method, path }) => [method, path] as const))(
    '%s %s',
    async (method, path) => {
      const foreign = await ask(method, path, theirs);
      const missing = await ask(method, path, MISSING);
      expect(foreign).toEqual(missing);
      expect(foreign).toMatchObject({ status: 404, code: 'not_found' });
    },
  );

  test('lists show what is one’s own and nothing else', async () => {
    const lists = ['/projects', '/groups', '/queue', '/questions', '/runs', '/tokens'];
    for (const path of [...lists, '/notifications']) {
      const answer = await outsider.must(outsider.get(path));
      expect(JSON.stringify(answer), path).not.toContain('shop');
    }
    for (const path of ['/groups', '/queue', '/questions', '/runs', '/tokens']) {
      const foreign = await outsider.get(`${path}?project=shop`);
      const missing = await outsider.get(`${path}?project=atlantis`);
      expect(plain(foreign.body, theirs), path).toBe(plain(missing.body, MISSING));
    }
  });
});

describe('through a tool', () => {
  const calls: readonly [string, (things: Things) => object][] = [
    ['submit', ({ groupId }) => task({ group: groupId })],
    ['submit', ({ documentId }) => task({ document_id: documentId })],
    ['submit', ({ documentId }) => report({ claims: undefined, cites: [documentId] })],
    ['submit', ({ documentId }) => task({ predecessor_id: documentId })],
    ['dry_run', ({ documentId }) => task({ document_id: documentId, cites: [documentId] })],
    ['clarify', ({ groupId }) => ({ group: groupId, questions: [{ text: 'Net?' }] })],
    ['clarify', ({ documentId }) => ({ document_id: documentId, questions: [{ text: '?' }] })],
    ['clarify', ({ questionId }) => ({ withdraw: [questionId] })],
    ['continue', ({ groupId }) => ({ group: groupId })],
    ['await_verdict', ({ documentId }) => ({ document_id: documentId })],
    ['await_verdict', ({ questionId }) => ({ question_id: questionId })],
    ['await_verdict', ({ groupId }) => ({ group: groupId })],
    ['read', ({ groupId }) => ({ id: groupId })],
    ['read', ({ documentId }) => ({ id: documentId })],
    ['read', ({ documentId }) => ({ id: documentId, part: 'timeline' })],
    ['read', ({ questionId }) => ({ id: questionId })],
    ['find', ({ groupId }) => ({ group: groupId })],
  ];

  test.each(calls)('%s (%#)', async (name, inputOf) => {
    const foreign = await agent.call(name, inputOf(theirs));
    const missing = await agent.call(name, inputOf(MISSING));
    const told = ({ isError, text }: typeof foreign, things: Things) => [
      isError,
      plain(text, things),
    ];
    expect(told(foreign, theirs)).toEqual(told(missing, MISSING));
  });
});

test('none of it changed anything of theirs', async () => {
  const { group, documents } = await grace.readGroup(theirs.groupId);
  expect(group.state).toBe('open');
  expect(documents).toHaveLength(2);
  const { Document } = await contentOf(gate.dependencies.database.reader);
  expect(Document?.filter((row) => row.includes('shop.default'))).toHaveLength(4);
});
