/** Between processes over PostgreSQL's own LISTEN and NOTIFY: one connection that listens, and sends. */
import { Client } from 'pg';
import type { Announcer } from './announcer.ts';
import { keepConnected } from './keep-connected.ts';
import { Waiters } from './waiters.ts';

const CHANNEL = 'flowgate_log';

/** Connects in the background: a start must not fail because waking is slow. `onError` hears of broken connections. */
export function openPostgresAnnouncer(
  databaseUrl: string,
  onError: (error: unknown) => void,
): Announcer {
  const waiters = new Waiters();
  const connection = keepConnected<Client>(
    async (lost) => {
      const client = new Client({ connectionString: databaseUrl, keepAlive: true });
      client.on('error', lost);
      client.on('end', lost);
      client.on('notification', ({ payload }) => waiters.wake(payload ?? ''));
      try {
        await client.connect();
        await client.query(`LISTEN ${CHANNEL}`);
      } catch (error) {
        await client.end().catch(() => undefined);
        throw error;
      }
      // What was announced while nobody listened is made up for by one wake too many.
      waiters.wakeAll();
      return client;
    },
    (client) => client.end(),
    onError,
  );
  return {
    announce: (projectId) => {
      waiters.wake(projectId);
      connection.current()?.query('SELECT pg_notify($1, $2)', [CHANNEL, projectId]).catch(onError);
    },
    subscribe: (projectId, wake) => waiters.add(projectId, wake),
    close: async () => {
      waiters.wakeAll();
      await connection.close();
    },
  };
}
