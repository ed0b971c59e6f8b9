/** How connections to PostgreSQL, MySQL and MariaDB are set up, for the clients and for the migration runner alike. */
import type { ConnectionConfig } from 'mariadb';
import type { ClientConfig } from 'pg';

/** Connections per process; an address may say `?connection_limit=…`. */
const POOL_CONNECTIONS = 10;
const CONNECT_SECONDS_MAX = 5;
/** A statement waits this long for a row's lock, then its transaction is repeated. MySQL's own default is 50. */
const LOCK_WAIT_SECONDS_MAX = 5;

/** READ COMMITTED, whatever the server's default: repeated reads inside a transaction must see what others committed. */
export const POSTGRESQL_SESSION = [
  `SET default_transaction_isolation = 'read committed'`,
  `SET lock_timeout = '${LOCK_WAIT_SECONDS_MAX}s'`,
];

/** Strict, or a text too long for its column would be cut in silence. */
export const MYSQL_SESSION = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  `SET SESSION sql_mode = 'STRICT_TRANS_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'`,
  `SET SESSION innodb_lock_wait_timeout = ${LOCK_WAIT_SECONDS_MAX}`,
];

export function postgresqlConfig(address: URL): ClientConfig {
  const url = new URL(address);
  url.searchParams.delete('connection_limit');
  return {
    connectionString: url.toString(),
    connectionTimeoutMillis: CONNECT_SECONDS_MAX * 1000,
    application_name: 'flowgate',
    keepAlive: true,
  };
}

/** Of the driver's many settings an address may name two: `ssl` and `allowPublicKeyRetrieval`. */
export function mysqlConfig(url: URL) {
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? 3306 : Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    ssl: url.searchParams.get('ssl') === 'true',
    allowPublicKeyRetrieval: url.searchParams.get('allowPublicKeyRetrieval') === 'true',
    collation: 'UTF8MB4_BIN',
    timezone: 'Z',
    connectTimeout: CONNECT_SECONDS_MAX * 1000,
    initSql: MYSQL_SESSION,
    // The driver warns on stdout otherwise, which belongs to the MCP protocol in stdio mode.
    logger: { warning: console.error },
  } satisfies ConnectionConfig;
}

export function poolConnections(url: URL): number {
  const asked = Number(url.searchParams.get('connection_limit') ?? POOL_CONNECTIONS);
  return Number.isInteger(asked) && asked > 0 ? asked : POOL_CONNECTIONS;
}
