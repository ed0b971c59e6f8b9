/** Which databases the tests run on, and where their servers are. */
import { connect } from 'node:net';

export const DATABASE_NAMES = ['sqlite', 'postgresql', 'mysql'] as const;
export type DatabaseName = (typeof DATABASE_NAMES)[number];

/** The servers of a development machine; another's are named by the two variables. */
export const SERVERS = {
  postgresql: new URL(
    process.env['TEST_POSTGRES_URL'] ?? 'postgresql://postgres@127.0.0.1:5432/postgres',
  ),
  mysql: new URL(process.env['TEST_MYSQL_URL'] ?? 'mysql://root@127.0.0.1:3306'),
};

const PORTS = { postgresql: 5432, mysql: 3306 };
const ANSWER_SECONDS_MAX = 3;

/** The databases asked for by FLOWGATE_TEST_DATABASES, a list with commas; by default all three. */
export function wantedDatabases(): DatabaseName[] {
  const list = process.env['FLOWGATE_TEST_DATABASES'];
  if (list === undefined || list === '') return [...DATABASE_NAMES];
  return list.split(',').map((part) => {
    const name = DATABASE_NAMES.find((candidate) => candidate === part.trim());
    if (!name) throw new Error(`FLOWGATE_TEST_DATABASES names "${part}", which is no database.`);
    return name;
  });
}

/** Whether something listens where the server should be. SQLite always answers. */
export async function answers(name: DatabaseName): Promise<boolean> {
  if (name === 'sqlite') return true;
  const { hostname, port } = SERVERS[name];
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || PORTS[name]) });
    const settle = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    socket.setTimeout(ANSWER_SECONDS_MAX * 1000, () => settle(false));
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}

/** The address of a database on a server. */
export function addressOf(name: 'postgresql' | 'mysql', database: string): string {
  const url = new URL(SERVERS[name]);
  url.pathname = `/${database}`;
  return url.toString();
}
