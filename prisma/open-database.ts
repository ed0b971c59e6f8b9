/**
 * Opens one of the three databases behind one type. Reads go through `reader`, writes through `inTransaction`,
 * and nothing else: see docs/decisions/0002-three-prisma-clients.md. It migrates nothing; see migrate.ts.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { PrismaClient } from './clients/sqlite/client.ts';
import type { Provider } from './compose-schemas.ts';
import { isRepeatable, reasonOf } from './database-errors.ts';
import { type DatabaseAddress, makeFolderOf, parseDatabaseUrl } from './database-url.ts';
import { type JoinedReads, joinedReads } from './joined-reads.ts';
import type { StatementListener } from './observe-statements.ts';

export type { Prisma } from './clients/sqlite/client.ts';
export { isNotFound, isUniqueViolation } from './database-errors.ts';
export type {
  GroupPlaceRow,
  JoinedReads,
  SessionAtDoorRow,
  TokenAtDoorRow,
} from './joined-reads.ts';

type Models = Omit<PrismaClient, `$${string}` | symbol>;

/** MySQL knows no RETURNING, so what rests on it exists on no database. */
type NotOnMysql = 'createManyAndReturn' | 'updateManyAndReturn';

type Read =
  | 'findUnique'
  | 'findUniqueOrThrow'
  | 'findFirst'
  | 'findFirstOrThrow'
  | 'findMany'
  | 'count'
  | 'aggregate'
  | 'groupBy';

/** The models' reads. A `Transaction` is a `Reader` too. */
export type Reader = { readonly [Model in keyof Models]: Pick<Models[Model], Read> };

/** The models' reads and writes, inside one transaction. */
export type Transaction = { readonly [Model in keyof Models]: Omit<Models[Model], NotOnMysql> };

export interface Database {
  readonly provider: Provider;
  /**
   * Reads outside any transaction: it sees what is committed and never what a running transaction has written.
   * One call may be several statements (an `include` is one each), and no snapshot spans them.
   */
  readonly reader: Reader;
  /** Reads that join tables, in one statement each. */
  readonly joined: JoinedReads;
  /**
   * Runs `work` in one transaction (READ COMMITTED on the servers; one at a time on SQLite), all or nothing.
   * The whole of `work` is repeated on a deadlock, a lock waited for too long or a busy database, up to
   * `TRANSACTION_TRIES_MAX` times, so it must have no effect but on the database.
   * Don't use the database's other members inside: on a server that takes a second connection, and may starve.
   */
  inTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** One round trip. Throws when the database doesn't answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface OpenDatabaseOptions {
  /** Hears every statement really sent, BEGIN and COMMIT included. For tests that count. */
  onStatement?: StatementListener;
}

export const TRANSACTION_TRIES_MAX = 8;
/** Longer transactions are rolled back: they would hold up every other writer. */
export const TRANSACTION_SECONDS_MAX = 10;
/** How long a transaction waits for a free connection before it fails. */
const CONNECTION_WAIT_SECONDS_MAX = 15;
const REPEAT_PAUSE_MILLISECONDS = 15;

/** What a database brings along: a client for reads, and one way to run a single transaction. */
interface Opened {
  readonly reader: PrismaClient;
  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const TRANSACTION_OPTIONS = {
  maxWait: CONNECTION_WAIT_SECONDS_MAX * 1000,
  timeout: TRANSACTION_SECONDS_MAX * 1000,
};

/** Connects, and throws a sentence without the password if that fails. Close what it returns. */
export async function openDatabase(
  url: string,
  options: OpenDatabaseOptions = {},
): Promise<Database> {
  const address = parseDatabaseUrl(url);
  const opened = await open(address, options.onStatement).catch((cause: unknown) => {
    throw cannotOpen(address.shown, cause);
  });
  const ping = async () => void (await opened.reader.$queryRawUnsafe('SELECT 1'));
  try {
    await ping();
  } catch (cause) {
    await opened.close().catch(() => undefined);
    throw cannotOpen(address.shown, cause);
  }
  const inside = new AsyncLocalStorage<true>();
  return {
    provider: address.provider,
    reader: opened.reader,
    joined: joinedReads(opened.reader),
    inTransaction: async (work) => {
      // It would wait for itself: on SQLite for ever, on a server for the rows it holds.
      if (inside.getStore()) throw new Error('A transaction was begun inside a transaction.');
      return inside.run(true, () => repeatWhenAsked(() => opened.transact(work)));
    },
    ping,
    close: opened.close,
  };
}

/** Each database loads its own client and driver only: they cost a tenth of a second apiece. */
function open(address: DatabaseAddress, onStatement?: StatementListener): Promise<Opened> {
  if (address.provider === 'sqlite') return openSqlite(address.file, onStatement);
  return openServer(address.provider, address.url, onStatement);
}

async function openSqlite(file: string, onStatement?: StatementListener): Promise<Opened> {
  const { PrismaClient } = await import('./clients/sqlite/client.ts');
  const { SqliteConnection } = await import('./sqlite-connection.ts');
  makeFolderOf(file);
  const connection = new SqliteConnection(file, 'writer', onStatement);
  const shared = { errorFormat: 'minimal', transactionOptions: TRANSACTION_OPTIONS } as const;
  const writer = new PrismaClient({ ...shared, adapter: connection });
  // The writer first: it creates the file and turns WAL on, which a connection that can't write could not.
  await writer.$connect();
  const reader = new PrismaClient({
    ...shared,
    adapter: new SqliteConnection(file, 'reader', onStatement),
  });
  await reader.$connect();
  const inTurn = queue();
  return {
    reader,
    transact: (work) =>
      inTurn(async () => {
        await connection.beginImmediate();
        try {
          return await writer.$transaction(work);
        } finally {
          connection.rollbackIfOpen();
        }
      }),
    close: async () => {
      await reader.$disconnect();
      await inTurn(() => writer.$disconnect());
    },
  };
}

async function openServer(
  provider: 'postgresql' | 'mysql',
  url: URL,
  onStatement?: StatementListener,
): Promise<Opened> {
  const { createServerClient } = await import('./server-client.ts');
  const client = await createServerClient(provider, url, TRANSACTION_OPTIONS, onStatement);
  return {
    reader: client,
    transact: (work) => client.$transaction(work),
    close: () => client.$disconnect(),
  };
}

async function repeatWhenAsked<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === TRANSACTION_TRIES_MAX || !isRepeatable(error)) throw error;
    }
    await pause(Math.random() * REPEAT_PAUSE_MILLISECONDS * 2 ** tries);
  }
}

/** Runs what it is given one after another, in the order of asking. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

function cannotOpen(shown: string, cause: unknown): Error {
  return new Error(
    `The database ${shown} can't be opened: ${reasonOf(cause)} Check that it exists and runs, and that DATABASE_URL names it rightly.`,
    { cause },
  );
}
