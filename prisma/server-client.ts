/** Makes the Prisma client of a database server: PostgreSQL, MySQL or MariaDB. */
import type { PrismaClient } from './clients/sqlite/client.ts';
import {
  type AdapterFactory,
  observeStatements,
  type StatementListener,
} from './observe-statements.ts';
import {
  mysqlConfig,
  POSTGRESQL_SESSION,
  poolConnections,
  postgresqlConfig,
} from './server-connections.ts';

/** Two of the largest revisions in one statement, with room to spare. */
export const MYSQL_PACKET_BYTES_MIN = 16 * 1024 * 1024;

interface TransactionOptions {
  maxWait: number;
  timeout: number;
}

export async function createServerClient(
  provider: 'postgresql' | 'mysql',
  url: URL,
  transactionOptions: TransactionOptions,
  onStatement: StatementListener | undefined,
): Promise<PrismaClient> {
  const plain = await (provider === 'postgresql' ? postgresqlAdapter(url) : mysqlAdapter(url));
  const adapter = onStatement ? observeStatements(plain, onStatement) : plain;
  const settings = { adapter, errorFormat: 'minimal', transactionOptions } as const;
  const client =
    provider === 'postgresql'
      ? new (await import('./clients/postgresql/client.ts')).PrismaClient(settings)
      : new (await import('./clients/mysql/client.ts')).PrismaClient(settings);
  await client.$connect();
  // The one cast. The three clients are generated from the same models; where their types differ, SQLite's is the
  // narrowest but for RETURNING, which open-database.ts takes away. So what compiles against it runs on all three.
  return client as unknown as PrismaClient;
}

async function postgresqlAdapter(url: URL): Promise<AdapterFactory> {
  const { PrismaPg } = await import('@prisma/adapter-pg');
  return new PrismaPg({
    ...postgresqlConfig(url),
    max: poolConnections(url),
    onConnect: async (connection) => {
      await connection.query(POSTGRESQL_SESSION.join(';'));
    },
  });
}

async function mysqlAdapter(url: URL): Promise<AdapterFactory> {
  const [{ PrismaMariaDb }, mariadb] = await Promise.all([
    import('@prisma/adapter-mariadb'),
    import('mariadb'),
  ]);
  const config = mysqlConfig(url);
  const connection = await mariadb.createConnection(config);
  let packetBytes: number;
  try {
    const [row] = await connection.query('SELECT @@max_allowed_packet AS bytes');
    packetBytes = Number(row.bytes);
  } finally {
    await connection.end();
  }
  if (packetBytes < MYSQL_PACKET_BYTES_MIN) {
    throw new Error(
      `its max_allowed_packet is ${packetBytes} bytes, and at least ${MYSQL_PACKET_BYTES_MIN} are needed for long documents.` +
        ` Set max_allowed_packet=16M in the server's configuration and restart it.`,
    );
  }
  return new PrismaMariaDb({
    ...config,
    connectionLimit: poolConnections(url),
    maxAllowedPacket: packetBytes,
  });
}
