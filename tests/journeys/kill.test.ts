/** The process is killed in the middle of a storm: what it acknowledged is there, and nothing is half done. */
import { openDatabase, type Reader } from '@flowgate/database';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ChildServer } from '../support/child-server.ts';
import { testDatabases } from '../support/databases.ts';
import { type RawAnswer, rawMcp } from '../support/raw-mcp.ts';
import { task } from '../support/stories.ts';
import { brokenIn } from '../support/tables.ts';

const AGENTS = 4;
const ACKNOWLEDGED_BEFORE_THE_KILL = 12;
/** The program starts twice. */
const TEST_MILLISECONDS_MAX = 120_000;

interface Told {
  readonly documentId: string;
  readonly revision: number;
  readonly title: string;
}

/** One agent handing in revision after revision until the connection breaks; what it was told, and what it wasn't. */
async function storm(
  url: string,
  secret: string,
  told: Told[],
  onTold: () => void,
): Promise<object> {
  let payload = task({ title: 'Revision 1' });
  for (;;) {
    const answer = await submit(url, secret, payload).catch(() => null);
    const done = answer?.messages.find(({ id }) => id === 1)?.result?.structuredContent;
    if (done === undefined) return payload;
    told.push({ documentId: done.document_id, revision: done.revision, title: payload.title });
    onTold();
    payload = {
      ...task({ document_id: done.document_id }),
      title: `Revision ${done.revision + 1}`,
    };
  }
}

function submit(url: string, secret: string, payload: object): Promise<RawAnswer> {
  return rawMcp(url, secret, { params: { name: 'submit', arguments: payload } });
}

describe.each(testDatabases())('on $name', (database) => {
  test(
    'after kill -9 every acknowledged revision is there, and the agents go on',
    async () => {
      const { url: databaseUrl, drop } = await database.fresh();
      onTestFinished(drop);
      const server = await ChildServer.start(databaseUrl);
      onTestFinished(() => server.stop());
      const admin = await server.admin();
      await admin.createProject('shop');
      const secrets: string[] = [];
      for (let count = 0; count < AGENTS; count += 1) {
        const { group } = await admin.openGroup('shop');
        const issued = {
          project: 'shop',
          group: group.id,
          kind: count % 2 ? 'step' : 'continuation',
        };
        secrets.push((await admin.issueToken(issued)).secret);
      }

      const told: Told[] = [];
      let killed: Promise<void> | null = null;
      const storms = secrets.map((secret) =>
        storm(server.url, secret, told, () => {
          if (told.length === ACKNOWLEDGED_BEFORE_THE_KILL) killed = server.kill();
        }),
      );
      const unheard = await Promise.all(storms);
      await killed;
      expect(told.length).toBeGreaterThanOrEqual(ACKNOWLEDGED_BEFORE_THE_KILL);

      await reading(databaseUrl, async (reader) => {
        expect(await missingOf(reader, told)).toEqual([]);
        expect(await brokenIn(reader)).toEqual([]);
      });

      await server.run();
      const again = await Promise.all(
        secrets.map((secret, index) => submit(server.url, secret, unheard[index] ?? {})),
      );
      for (const { messages } of again) {
        expect(messages.find(({ id }) => id === 1)?.result?.structuredContent).toMatchObject({
          state: 'in_review',
        });
      }
      await reading(databaseUrl, async (reader) => {
        expect(await reader.document.count({ where: { type: 'T' } })).toBe(AGENTS);
        expect(await brokenIn(reader)).toEqual([]);
      });
    },
    TEST_MILLISECONDS_MAX,
  );
});

async function reading(url: string, look: (reader: Reader) => Promise<void>): Promise<void> {
  const database = await openDatabase(url);
  try {
    await look(database.reader);
  } finally {
    await database.close();
  }
}

async function missingOf(reader: Reader, told: readonly Told[]): Promise<Told[]> {
  const revisions = await reader.revision.findMany();
  return told.filter(
    ({ documentId, revision, title }) =>
      !revisions.some(
        (row) =>
          row.documentId === documentId &&
          row.number === revision &&
          JSON.parse(row.content).title === title,
      ),
  );
}
