/** Waking across processes, on every wire that answers: two announcers stand for two processes. */
import { connect } from 'node:net';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import type { Announcer } from '../../mcp-server/src/announcer/announcer.ts';
import { openAnnouncer } from '../../mcp-server/src/announcer/open-announcer.ts';
import { openPollingAnnouncer } from '../../mcp-server/src/announcer/polling-announcer.ts';
import { openPostgresAnnouncer } from '../../mcp-server/src/announcer/postgres-announcer.ts';
import { openRedisAnnouncer } from '../../mcp-server/src/announcer/redis-announcer.ts';
import { answers, SERVERS } from '../support/database-servers.ts';

const REDIS_URL = process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379';
const redisAnswers = await new Promise<boolean>((resolve) => {
  const { hostname, port } = new URL(REDIS_URL);
  const socket = connect({ host: hostname, port: Number(port || 6379) });
  socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  socket.once('connect', () => socket.destroy());
});
const postgresAnswers = await answers('postgresql');
if (!redisAnswers) console.warn(`No Redis answers at ${REDIS_URL}: its tests are skipped.`);

const opened: Announcer[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((announcer) => announcer.close()));
});

function keep(announcer: Announcer): Announcer {
  opened.push(announcer);
  return announcer;
}

/** Says it until it is heard: a wire in the making may miss the first. */
async function announceUntil(announcer: Announcer, project: string, heard: Promise<unknown>) {
  const again = setInterval(() => announcer.announce(project), 50);
  try {
    await heard;
  } finally {
    clearInterval(again);
  }
}

function nextWake(announcer: Announcer, project: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = announcer.subscribe(project, () => {
      stop();
      resolve();
    });
  });
}

describe.each([
  [
    'PostgreSQL',
    postgresAnswers,
    () => openPostgresAnnouncer(SERVERS.postgresql.toString(), () => undefined),
  ],
  ['Redis', redisAnswers, () => openRedisAnnouncer(REDIS_URL, () => undefined)],
] as const)('over %s', (_name, answering, open) => {
  test.runIf(answering)('one process wakes those who wait in another', async () => {
    const [here, there] = [keep(open()), keep(open())];
    await announceUntil(here, 'shop', nextWake(there, 'shop'));
  });

  test.runIf(answering)('nobody is woken for another project', async () => {
    const [here, there] = [keep(open()), keep(open())];
    let wrong = 0;
    await announceUntil(here, 'shop', nextWake(there, 'shop'));
    there.subscribe('shop2', () => {
      wrong += 1;
    });
    await announceUntil(here, 'shop', nextWake(there, 'shop'));
    expect(wrong).toBe(0);
  });

  test.runIf(answering)('closing wakes everybody a last time', async () => {
    const announcer = open();
    const woken = nextWake(announcer, 'shop');
    await announcer.close();
    await woken;
  });
});

test.runIf(postgresAnswers)(
  'a cut connection is made again, and everybody woken: something may have been missed',
  async () => {
    const address = new URL(SERVERS.postgresql);
    address.searchParams.set('application_name', `flowgate-announcer-${process.pid}`);
    const failures: unknown[] = [];
    const announcer = keep(
      openPostgresAnnouncer(address.toString(), (error) => failures.push(error)),
    );
    await nextWake(announcer, 'shop');
    const woken = nextWake(announcer, 'shop');
    const client = new pg.Client({ connectionString: SERVERS.postgresql.toString() });
    await client.connect();
    const cut = await client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1',
      [`flowgate-announcer-${process.pid}`],
    );
    await client.end();
    expect(cut.rowCount).toBe(1);
    await woken;
    expect(failures.length).toBeGreaterThan(0);
  },
);

describe('with a look a second', () => {
  test('a position moved by another process wakes, one query for all projects', async () => {
    const positions = new Map([
      ['shop', 1],
      ['bank', 1],
    ]);
    const asked: string[][] = [];
    const announcer = keep(
      openPollingAnnouncer(
        async (projectIds) => {
          asked.push([...projectIds].sort());
          return new Map(positions);
        },
        () => undefined,
      ),
    );
    const first = nextWake(announcer, 'shop');
    announcer.subscribe('bank', () => undefined);
    await first;
    positions.set('shop', 2);
    await nextWake(announcer, 'shop');
    expect(asked[0]).toEqual(['bank', 'shop']);
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  test('a failed look is told, and the next one is made', async () => {
    const failures: unknown[] = [];
    let looks = 0;
    const announcer = keep(
      openPollingAnnouncer(
        async () => {
          looks += 1;
          if (looks === 1) throw new Error('away');
          return new Map([['shop', looks]]);
        },
        (error) => failures.push(error),
      ),
    );
    await nextWake(announcer, 'shop');
    expect(failures).toHaveLength(1);
  });

  test('nobody waiting costs no query', async () => {
    let looks = 0;
    const announcer = openPollingAnnouncer(
      async () => {
        looks += 1;
        return new Map();
      },
      () => undefined,
    );
    announcer.subscribe('shop', () => undefined)();
    const other = keep(
      openPollingAnnouncer(
        async () => new Map([['x', 1]]),
        () => undefined,
      ),
    );
    await nextWake(other, 'x');
    await announcer.close();
    expect(looks).toBe(0);
  });
});

describe('a subscription', () => {
  test('is ended once or often, and ends only itself', async () => {
    const announcer = keep(
      openAnnouncer(
        { databaseUrl: 'file:x', redisUrl: null },
        async () => new Map(),
        () => undefined,
      ),
    );
    let first = 0;
    const wake = () => {
      first += 1;
    };
    const stop = announcer.subscribe('shop', wake);
    announcer.subscribe('shop', wake);
    stop();
    stop();
    const heard = nextWake(announcer, 'shop');
    announcer.announce('shop');
    expect(first).toBe(0);
    await heard;
    expect(first).toBe(1);
  });
});
