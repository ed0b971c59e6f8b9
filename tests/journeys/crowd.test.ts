/** Many at once through one server, all with the same request ids: nobody hears what is another's. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Gate, startGate } from '../support/gate.ts';
import type { PersonClient } from '../support/person-client.ts';
import { rawMcp } from '../support/raw-mcp.ts';
import { task } from '../support/stories.ts';
import { brokenIn } from '../support/tables.ts';

const PRINCIPALS = 50;

interface Principal {
  readonly groupId: string;
  readonly secret: string;
}

let gate: Gate;
let grace: PersonClient;
let crowd: Principal[];
beforeAll(async () => {
  ({ gate, grace } = await startGate());
  crowd = await Promise.all(
    Array.from({ length: PRINCIPALS }, async () => {
      const { group } = await grace.openGroup('shop');
      const issued = { project: 'shop', group: group.id, kind: 'continuation' };
      return { groupId: group.id, secret: (await grace.issueToken(issued)).secret };
    }),
  );
});
afterAll(() => gate?.stop());

/** The same id and the same progress token for everybody. */
async function callTool({ secret }: Principal, name: string, input: object) {
  const { messages } = await rawMcp(gate.url, secret, {
    id: 7,
    progressToken: 7,
    params: { name, arguments: input },
  });
  const result = messages.find(({ id }) => id === 7)?.result;
  return { answer: result?.structuredContent, messages };
}

test('fifty principals with equal request ids hear each their own answer', async () => {
  const told = await Promise.all(
    crowd.map((one) => callTool(one, 'submit', task({ title: `Of ${one.groupId}` }))),
  );
  expect(told.map(({ answer }) => answer.document_id)).toEqual(
    crowd.map(({ groupId }) => `${groupId}.0002-T`),
  );

  const read = await Promise.all(
    crowd.map((one) => callTool(one, 'read', { id: `${one.groupId}.0002-T`, part: 'summary' })),
  );
  for (const [index, { messages }] of read.entries()) {
    expectOnlyOwn(JSON.stringify(messages), index);
  }
});

test('fifty that wait at once are told each of their own verdict, with its own reason', async () => {
  const waiting = crowd.map((one) => callTool(one, 'await_verdict', {}));
  for (const { groupId } of crowd) {
    await grace.requestRevision(`${groupId}.0002-T`, `For ${groupId} alone.`);
  }
  const heard = await Promise.all(waiting);
  for (const [index, { answer, messages }] of heard.entries()) {
    const own = crowd[index]?.groupId;
    expect(answer).toMatchObject({
      document_id: `${own}.0002-T`,
      reasons: [{ text: `For ${own} alone.` }],
    });
    expectOnlyOwn(JSON.stringify(messages), index);
  }
  expect(await brokenIn(gate.dependencies.database.reader)).toEqual([]);
});

function expectOnlyOwn(text: string, index: number): void {
  const named = new Set(text.match(/shop\.default\.\d{4}/g));
  expect([...named]).toEqual([crowd[index]?.groupId]);
}
