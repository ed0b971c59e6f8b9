/** The matrix over REST: every route × everybody × own, neighbouring, foreign and missing things. A new route is in it by itself. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { membersOf } from '../../../mcp-server/src/doors/any-action.ts';
import { snakeCase } from '../../../mcp-server/src/doors/rest/input-of.ts';
import type { Route } from '../../../mcp-server/src/doors/rest/route.ts';
import { routes } from '../../../mcp-server/src/doors/rest/routes.ts';
import type { Permission } from '../../../mcp-server/src/identity/permissions.ts';
import type { Of } from './expected.ts';
import { type Asking, cellsOf, faultsOf, type Heard, type Question } from './matrix.ts';
import { PLACES_IN_QUERIES, SCENES, STANDS_IN, type Told } from './rest-scenes.ts';
import type { Things } from './things.ts';
import { type Knocker, openWorld, type World } from './world.ts';

let world: World;
let cells = 0;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  console.log(`permission matrix over REST: ${cells} cells of ${routes.length} routes`);
  await world?.gate.stop();
});

const keyOf = ({ method, path }: Route) => `${method} ${path}`;
const namesIn = (path: string) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);

/** The scene of a route, or why there is none. */
function sceneOf(row: Route): Partial<Told> {
  const told = SCENES[keyOf(row)];
  if (told !== undefined) return typeof told === 'function' ? { body: told } : told;
  if (row.method === 'get') return {};
  throw new Error(
    `\`${keyOf(row)}\` has no scene: add a line to SCENES in tests/doors/permissions/rest-scenes.ts that says with which body it is called.`,
  );
}

function addressOf(row: Route, things: Things): string {
  const instead = sceneOf(row).instead?.(things) ?? {};
  const named: Readonly<Record<string, string | undefined>> = { ...things, ...instead };
  return row.path.replace(/:(\w+)/g, (_, name: string) => {
    const thing = named[name];
    if (thing === undefined) {
      throw new Error(
        `\`${keyOf(row)}\` names \`:${name}\`: add such a thing to tests/doors/permissions/world.ts, or to \`instead\` of its scene.`,
      );
    }
    return encodeURIComponent(thing);
  });
}

function queryOf(row: Route, things: Things): string {
  const query = sceneOf(row).query?.(things);
  return query === undefined ? '' : `?${query}`;
}

function standsIn(row: Route): Of {
  const { of } = sceneOf(row);
  if (of !== undefined) return of;
  const names = namesIn(row.path);
  const place = STANDS_IN.find(([name]) => names.includes(name));
  return place?.[1] ?? 'reach';
}

/** Everything that is asked of a route, by its own address and, of a list, by each place its query can name. */
function questionsOf(row: Route): Question[] {
  const permission: Permission = row.action.permission;
  const of = standsIn(row);
  const own: Question = {
    permission,
    of,
    opensByCookie: sceneOf(row).opensByCookie === true,
    address: (things) => addressOf(row, things) + queryOf(row, things),
  };
  if (row.method !== 'get') return [own];
  const queried = Object.entries(PLACES_IN_QUERIES).filter(
    ([member, thing]) =>
      member in membersOf(row.action) &&
      !namesIn(row.path).map(snakeCase).includes(member) &&
      !queryOf(row, world.places.own).includes(`${member}=${world.places.own[thing]}`),
  );
  return [
    own,
    ...queried.map(
      ([member, thing]): Question => ({
        // A list that everybody has is still a reading of the place it is narrowed to.
        permission: permission === 'self.read' ? 'project.read' : permission,
        ofPeople: permission === 'self.read',
        narrowed: true,
        of: thing === 'project' ? 'narrowed' : 'group',
        address: (things) => `${addressOf(row, things)}?${member}=${things[thing]}`,
      }),
    ),
  ];
}

async function ask(row: Route, { address, knocker, things }: Asking): Promise<Heard> {
  const { body, endsSession } = sceneOf(row);
  const { headers } = endsSession ? await world.sessionOf(knocker) : knocker;
  const hasBody = row.method !== 'get' && row.method !== 'delete';
  const response = await fetch(`${world.gate.url}/api/v1${address}`, {
    method: row.method.toUpperCase(),
    headers: {
      ...headers,
      // Kept as it is, so that two answers can be equal to the letter.
      'X-Request-Id': 'matrix',
      ...(hasBody ? { 'Content-Type': 'application/json' } : {}),
    },
    ...(hasBody ? { body: JSON.stringify(body?.(things) ?? {}) } : {}),
  });
  const text = await response.text();
  const said = [...response.headers].filter(([name]) => name !== 'date').join('\n');
  const code = response.status < 400 ? 'ok' : JSON.parse(text).code;
  return { code, text, whole: `${response.status}\n${said}\n\n${text}` };
}

describe.each(routes.map((row) => [keyOf(row), row] as const))('%s', (_name, row) => {
  test('is open to whom the list says, and tells others nothing', async () => {
    const knockers: Knocker[] = [...world.people, ...world.agents];
    const asking = questionsOf(row).flatMap((question) =>
      cellsOf(question, knockers, world.places, (asked) => ask(row, asked)),
    );
    const faults = await faultsOf(asking, world.gate.dependencies.database.reader);
    // A slip of a whole route has hundreds: the first tell.
    expect(faults.slice(0, 10)).toEqual([]);
    cells += asking.length;
  });
});
