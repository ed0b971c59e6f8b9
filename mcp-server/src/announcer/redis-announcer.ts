/** Between processes over Redis: one connection that publishes, one that listens (Redis asks for two). */
import { createClient } from 'redis';
import type { Announcer } from './announcer.ts';
import { keepConnected } from './keep-connected.ts';
import { Waiters } from './waiters.ts';

const CHANNEL = 'flowgate:log';

/** Connects in the background: a start must not fail because waking is slow. `onError` hears of broken connections. */
export function openRedisAnnouncer(redisUrl: string, onError: (error: unknown) => void): Announcer {
  const waiters = new Waiters();
  const connection = keepConnected(
    async (lost) => {
      // Reconnecting is ours, in one place for both kinds: it must wake everybody afterwards.
      const publisher = createClient({ url: redisUrl, socket: { reconnectStrategy: false } });
      const listener = publisher.duplicate();
      for (const client of [publisher, listener]) {
        client.on('error', lost);
        client.on('end', lost);
      }
      const destroy = () => {
        for (const client of [publisher, listener]) if (client.isOpen) client.destroy();
      };
      try {
        await publisher.connect();
        await listener.connect();
        await listener.subscribe(CHANNEL, (projectId) => waiters.wake(projectId));
      } catch (error) {
        destroy();
        throw error;
      }
      waiters.wakeAll();
      return { publisher, destroy };
    },
    async ({ destroy }) => destroy(),
    onError,
  );
  return {
    announce: (projectId) => {
      waiters.wake(projectId);
      connection.current()?.publisher.publish(CHANNEL, projectId).catch(onError);
    },
    subscribe: (projectId, wake) => waiters.add(projectId, wake),
    close: async () => {
      waiters.wakeAll();
      await connection.close();
    },
  };
}
