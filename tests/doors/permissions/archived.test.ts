/** An archived project: every route and every tool that would change something in it says so, and nothing changes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tools } from '../../../mcp-server/src/doors/mcp/tools.ts';
import { routes } from '../../../mcp-server/src/doors/rest/routes.ts';
import { OF_SCOPE } from '../../support/permission-list.ts';
import { rawMcp } from '../../support/raw-mcp.ts';
import { contentOf } from '../../support/tables.ts';
import { SCENES, STANDS_IN, type Told } from './rest-scenes.ts';
import { TOOL_SCENES } from './tool-scenes.ts';
import { openWorld, type World } from './world.ts';

/** What an archived project still takes, and why. */
const STILL_TAKEN: Readonly<Record<string, string>> = {
  'patch /projects/:project': 'Else it could never be brought back.',
  'put /projects/:project/members/:username':
    'Somebody may have to be let in to read, or shut out.',
  'put /projects/:project/second-factor': 'Who may come in is no work.',
  'delete /tokens/:tokenId': 'Taking a key away is always right.',
  'post /documents/:documentId/revisions/:revision/redaction':
    'A name or a secret must go from there, too.',
  'put /projects/:project/secrets/:findingId': 'A judgement of a text, not a change of the work.',
  'delete /projects/:project/secrets/:findingId': 'Taking an allowance back is always right.',
  'post /types': 'What documents are made of is no work, and nothing is made of it here.',
  'patch /types/:code': 'As above.',
  'delete /types/:code': 'As above.',
  'post /presets': 'As above.',
  'patch /presets/:code': 'As above.',
  'delete /presets/:code': 'As above.',
  'post /projects/:project/webhooks': 'Where messages go is no work.',
  'patch /webhooks/:webhookId': 'As above.',
  'delete /webhooks/:webhookId': 'As above.',
  'post /webhooks/:webhookId/test': 'As above.',
  'post /webhooks/:webhookId/deliveries/:deliveryId/attempt': 'As above.',
  'delete /verdicts/:verdictId': 'A verdict on its way may always be dropped.',
  'put /documents/:documentId/draft': 'What a person notes for themselves changes nothing.',
};

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const { own } = world.maintainers;
  await own.must(own.patch('/projects/shop', { archived: true }));
});
afterAll(() => world?.gate.stop());

/** Of people; what agents may is asked through the tools below. */
const changing = routes.filter(({ method, path, action }) => {
  const key = `${method} ${path}`;
  const told = SCENES[key] as Told | undefined;
  const isPlaced = told?.of !== undefined || STANDS_IN.some(([name]) => path.includes(`:${name}`));
  const isOfAgents = action.permission in OF_SCOPE;
  return method !== 'get' && isPlaced && !isOfAgents && !(key in STILL_TAKEN);
});

test.each(changing.map((row) => [`${row.method} ${row.path}`, row] as const))(
  '%s is refused',
  async (key, { method, path }) => {
    const told = SCENES[key];
    const scene: Told = typeof told === 'function' ? { body: told } : (told ?? {});
    const things = world.places.own;
    const named: Readonly<Record<string, string | undefined>> = {
      ...things,
      ...scene.instead?.(things),
    };
    const address = path.replace(/:(\w+)/g, (_, name: string) => named[name] ?? name);
    const before = await contentOf(world.gate.dependencies.database.reader);
    const { own } = world.maintainers;
    const body = scene.body?.(things) ?? {};
    // What would really be judged, were the project not archived.
    const onWhatIs = 'revision' in body ? { ...body, revision: 1 } : body;
    const answer = await own.send(method.toUpperCase(), address, onWhatIs);
    expect(answer).toMatchObject({ status: 409, body: { code: 'project_archived' } });
    expect(await contentOf(world.gate.dependencies.database.reader)).toEqual(before);
  },
);

test.each(tools.filter((row) => !row.annotations.readOnlyHint).map(({ name }) => name))(
  'the tool %s is refused',
  async (name) => {
    const before = await contentOf(world.gate.dependencies.database.reader);
    for (const knocker of world.agents) {
      if (!knocker.name.includes('maintainer') && !knocker.name.includes("a group's")) continue;
      const secret = (knocker.headers['Authorization'] ?? '').replace('Bearer ', '');
      for (const scene of TOOL_SCENES[name] ?? []) {
        const params = { name, arguments: scene(world.places.own) };
        const { messages } = await rawMcp(world.gate.url, secret, { params });
        // Reading what waits is no change; whatever would change something says why it doesn't.
        if (name === 'continue') continue;
        const isRefused = messages.every(({ error, result }) => error || result.isError);
        expect(isRefused, JSON.stringify(messages)).toBe(true);
      }
    }
    expect(await contentOf(world.gate.dependencies.database.reader)).toEqual(before);
  },
);

test('everything is read as before, and once it is brought back it goes on', async () => {
  const { own } = world.maintainers;
  const { groupId, documentId, questionId } = world.places.own;
  const { verdicts } = await own.readDocument(documentId);
  const refusals = verdicts.map((one: { refusal?: { code: string } }) => one.refusal?.code);
  expect(new Set(refusals)).toEqual(new Set(['project_archived']));
  expect((await own.readGroup(groupId)).group.id).toBe(groupId);
  const { projects } = await own.must(own.get('/me'));
  const { permissions } = projects.find(({ slug }: { slug: string }) => slug === 'shop');
  expect(permissions).toContain('project.change');
  expect(permissions).not.toContain('group.open');
  expect((await own.patch('/projects/shop', { title: 'New' })).body.code).toBe('project_archived');
  await own.must(own.patch('/projects/shop', { archived: false, title: 'New' }));
  await own.must(own.post(`/questions/${questionId}/dismissal`, { reason: 'Not now.' }));
});
