/** The matrix over MCP: every tool, resource and completion × tokens of every scope and issuer × own, neighbouring, foreign and missing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tools } from '../../../mcp-server/src/doors/mcp/tools.ts';
import type { AgentPermission } from '../../../mcp-server/src/identity/permissions.ts';
import { OF_SCOPE } from '../../support/permission-list.ts';
import { rawMcp } from '../../support/raw-mcp.ts';
import { expectedOf, type Kind, WHERE } from './expected.ts';
import { cellsOf, faultsOf, type Heard, type Question } from './matrix.ts';
import { type Call, NAMED_INSIDE, RESOURCE_SCENES, TOOL_SCENES } from './tool-scenes.ts';
import { type Knocker, openWorld, type World } from './world.ts';

let world: World;
const counted = { tools: 0, resources: 0, completions: 0 };
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  const { tools: ofTools, resources, completions } = counted;
  console.log(
    `permission matrix over MCP: ${ofTools} cells of ${tools.length} tools, ${resources} of resources, ${completions} of completion`,
  );
  await world?.gate.stop();
});

/** The one answer to a request, whole. */
async function rpc(knocker: Knocker, method: string, params: object) {
  const secret = (knocker.headers['Authorization'] ?? '').replace('Bearer ', '');
  const { messages, text } = await rawMcp(world.gate.url, secret, { method, params });
  const [answer] = messages.filter(({ id }) => id === 1);
  return { answer, text: text.replace(/"request_id":"[^"]*"/, '') };
}

type Agent = Extract<Kind, { kind: 'agent' }>;
const scopesOf = ({ kind }: Knocker) => (kind as Agent).scopes;
const isListed = (permission: AgentPermission, knocker: Knocker) =>
  OF_SCOPE[permission].some((scope) => scopesOf(knocker).includes(scope));

async function callTool(knocker: Knocker, name: string, input: object): Promise<Heard> {
  const { answer, text } = await rpc(knocker, 'tools/call', { name, arguments: input });
  if (answer.error) {
    const isUnknown = answer.error.message === `Tool ${name} not found`;
    return { code: isUnknown ? 'not_listed' : answer.error.message, text, whole: text };
  }
  const { isError, content } = answer.result;
  const code = isError ? String(content[0].text.split(':')[0]) : 'ok';
  return { code, text, whole: text };
}

test('every tool is listed to the tokens whose scope opens it, and to no other', async () => {
  for (const knocker of world.agents) {
    const { answer } = await rpc(knocker, 'tools/list', {});
    const names = (answer.result.tools as { name: string }[]).map(({ name }) => name);
    const expected = tools.filter(({ action }) =>
      isListed(action.permission as AgentPermission, knocker),
    );
    expect([knocker.name, names.sort()]).toEqual([
      knocker.name,
      expected.map(({ name }) => name).sort(),
    ]);
  }
});

describe.each(tools.map((row) => [row.name, row] as const))('%s', (name, { action }) => {
  const scenes = (): readonly Call[] => {
    const told = TOOL_SCENES[name];
    if (told !== undefined) return told;
    throw new Error(
      `The tool \`${name}\` has no scene: add a line to TOOL_SCENES in tests/doors/permissions/tool-scenes.ts that says how it is called about a thing.`,
    );
  };
  const permission = action.permission as AgentPermission;

  test('is open to whom the list says, and what is foreign looks like what is missing', async () => {
    const cells = scenes().flatMap((scene, index) => {
      const question: Question = {
        permission,
        of: 'group',
        hiddenFrom: (knocker) => !isListed(permission, knocker),
        address: () => `${name}, scene ${index}`,
      };
      return cellsOf(question, world.agents, world.places, ({ knocker, things }) =>
        callTool(knocker, name, scene(things)),
      );
    });
    counted.tools += cells.length;
    const faults = await faultsOf(cells, world.gate.dependencies.database.reader);
    expect(faults.slice(0, 10)).toEqual([]);
  });
});

test('what a call names inside is the same fault, be it a neighbour’s, foreign or missing', async () => {
  const knocker = world.agents.find(({ name }) => name === 'a token of a maintainer') as Knocker;
  for (const [tool, input] of NAMED_INSIDE) {
    const [missing, ...others] = await Promise.all(
      (['missing', 'foreign', 'sibling'] as const).map(async (where) => {
        const things = world.places[where];
        const { text } = await callTool(knocker, tool, input(things));
        return text.replaceAll(things.documentId, '…').replaceAll(things.questionId, '…');
      }),
    );
    expect([tool, ...others]).toEqual([tool, missing, missing]);
  }
});

test('a resource is read by whom the list says, and what is foreign looks like what is missing', async () => {
  const reader = world.agents.find(({ name }) => name === "a group's token for read") as Knocker;
  const { answer } = await rpc(reader, 'resources/templates/list', {});
  const templates = answer.result.resourceTemplates as { uriTemplate: string }[];
  const cells = templates.flatMap(({ uriTemplate }) => {
    const address = RESOURCE_SCENES[uriTemplate];
    if (address === undefined) {
      throw new Error(
        `The resource \`${uriTemplate}\` has no scene: add a line to RESOURCE_SCENES in tests/doors/permissions/tool-scenes.ts.`,
      );
    }
    const of = uriTemplate.startsWith('flowgate://types/') ? 'reach' : 'group';
    return cellsOf({ permission: 'project.read', of, address }, world.agents, world.places, (one) =>
      readResource(one.knocker, one.address),
    );
  });
  counted.resources += cells.length;
  const faults = await faultsOf(cells, world.gate.dependencies.database.reader);
  expect(faults.slice(0, 10)).toEqual([]);
});

/** Every refusal of the protocol is the same "not found", and names only what was asked for. */
async function readResource(knocker: Knocker, uri: string): Promise<Heard> {
  const { answer, text } = await rpc(knocker, 'resources/read', { uri });
  return {
    code: answer.error === undefined ? 'ok' : 'not_found',
    text,
    whole: text.replaceAll(uri, '…'),
  };
}

test('lists of resources and completion hold what is in reach and nothing else', async () => {
  const faults: string[] = [];
  for (const knocker of world.agents) {
    const mayRead = expectedOf('project.read', knocker.kind, 'group', 'own') === 'admitted';
    for (const uri of ['flowgate://documents/{id}', 'flowgate://groups/{id}']) {
      for (const where of WHERE) {
        counted.completions += 1;
        const { documentId, groupId } = world.places[where];
        const { answer } = await rpc(knocker, 'completion/complete', {
          ref: { type: 'ref/resource', uri },
          argument: { name: 'id', value: groupId },
        });
        const values: string[] = answer?.result?.completion?.values ?? [];
        const thing = uri.includes('documents') ? documentId : groupId;
        const may =
          mayRead && expectedOf('project.read', knocker.kind, 'group', where) === 'admitted';
        if (values.includes(thing) !== may) {
          faults.push(`${knocker.name}, ${where} at ${uri}: [${values}]`);
        }
      }
    }
    counted.resources += 1;
    const { text } = await rpc(knocker, 'resources/list', {});
    for (const word of knocker.unseen) {
      if (text.includes(word)) faults.push(`${knocker.name}: the list tells "${word}"`);
    }
  }
  expect(faults.slice(0, 10)).toEqual([]);
});
