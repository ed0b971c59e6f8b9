/** A house without doors: real dependencies on a database of its own, with a clock that stands still until moved. */
import { ensureInstallation } from '../../mcp-server/src/actions/people/ensure-installation.ts';
import {
  type BuildOptions,
  buildDependencies,
  type OpenedDependencies,
} from '../../mcp-server/src/build-dependencies.ts';
import { readConfig } from '../../mcp-server/src/config.ts';
import type { Call, Dependencies } from '../../mcp-server/src/dependencies.ts';
import type { Caller } from '../../mcp-server/src/identity/caller.ts';
import { sentencesIn } from '../../mcp-server/src/sentences/sentences.ts';
import { type TestDatabase, testDatabases } from './databases.ts';

export interface House extends Dependencies {
  readonly url: string;
  /** Moves the clock on. */
  pass(seconds: number): void;
  /** Another process on the same database: same settings, same clock, its own connections. */
  secondProcess(): Promise<Dependencies>;
  close(): Promise<void>;
}

export interface HouseOptions extends Pick<BuildOptions, 'onStatement'> {
  readonly on?: TestDatabase;
  readonly settings?: Readonly<Record<string, string>>;
}

const START = new Date('2026-11-22T09:00:00.000Z');

/** On SQLite unless told otherwise. */
export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const on = options.on ?? testDatabases().find(({ name }) => name === 'sqlite');
  if (on === undefined) throw new Error('SQLite is not among the databases asked for');
  const { url, drop } = await on.fresh();
  let time = START.getTime();
  const config = readConfig({
    DATABASE_URL: url,
    FLOWGATE_PUBLIC_URL: 'https://gate.example.org',
    FLOWGATE_LOG_LEVEL: 'silent',
    FLOWGATE_TOKEN_PEPPERS: testKey(1),
    FLOWGATE_SESSION_KEYS: testKey(2),
    FLOWGATE_SECRET_KEYS: testKey(3),
    ...options.settings,
  });
  const clock = { now: () => new Date(time) };
  const { onStatement } = options;
  const opened: OpenedDependencies[] = [
    await buildDependencies(config, { clock, ...(onStatement ? { onStatement } : {}) }),
  ];
  const [first] = opened as [OpenedDependencies];
  await ensureInstallation(first);
  return {
    ...first,
    url,
    pass: (seconds) => {
      time += seconds * 1000;
    },
    secondProcess: async () => {
      const second = await buildDependencies(config, { clock });
      opened.push(second);
      return second;
    },
    close: async () => {
      for (const each of opened) await each.close();
      await drop();
    },
  };
}

/** A call as a door would make it. */
export function callBy(caller: Caller, more: Partial<Call> = {}): Call {
  return {
    caller,
    say: sentencesIn('en'),
    requestId: 'test',
    address: '192.0.2.7',
    userAgent: 'test',
    ...more,
  };
}

export const STRANGER: Caller = { kind: 'stranger' };
export const SYSTEM: Caller = { kind: 'system' };

/** `id:base64` of a key that is no secret. */
export function testKey(seed: number, id = 'k1'): string {
  return `${id}:${Buffer.alloc(32, seed).toString('base64')}`;
}
