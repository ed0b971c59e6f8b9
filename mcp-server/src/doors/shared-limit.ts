/** The same buckets for every process, in Redis. While it is away each process counts for itself: a brake must not stop the car. */
import { createClient } from 'redis';
import { keepConnected } from '../announcer/keep-connected.ts';
import { problems } from '../problems.ts';
import type { RateLimit } from './rate-limit.ts';

/** A bucket that holds a minute's calls and refills evenly, in one step on Redis' own clock. Returns milliseconds to wait. */
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local most = tonumber(ARGV[1])
local rate = most / 60000
local bucket = redis.call('HMGET', KEYS[1], 'left', 'at')
local left = math.min(most, (tonumber(bucket[1]) or most) + (now - (tonumber(bucket[2]) or now)) * rate)
local wait = 0
if left >= 1 then left = left - 1 else wait = math.ceil((1 - left) / rate) end
redis.call('HSET', KEYS[1], 'left', tostring(left), 'at', tostring(now))
redis.call('PEXPIRE', KEYS[1], 120000)
return wait
`;
/** A slow Redis must not make every call slow. */
const ANSWER_MILLISECONDS_MAX = 500;

export interface SharedBuckets {
  /** `own` counts while Redis doesn't answer. */
  limit(name: string, callsPerMinute: number, own: RateLimit): RateLimit;
  close(): Promise<void>;
}

export function openSharedBuckets(
  redisUrl: string,
  onError: (error: unknown) => void,
): SharedBuckets {
  const connection = keepConnected(
    async (lost) => {
      const client = createClient({
        url: redisUrl,
        commandOptions: { timeout: ANSWER_MILLISECONDS_MAX },
        disableOfflineQueue: true,
        socket: { reconnectStrategy: false },
      });
      client.on('error', lost);
      client.on('end', lost);
      await client.connect();
      return client;
    },
    async (client) => {
      if (client.isOpen) client.destroy();
    },
    onError,
  );
  const waitFor = async (key: string, callsPerMinute: number): Promise<number | null> => {
    try {
      const wait = await connection
        .current()
        ?.eval(TAKE, { keys: [key], arguments: [String(callsPerMinute)] });
      return wait === undefined ? null : Number(wait);
    } catch (error) {
      onError(error);
      return null;
    }
  };
  return {
    limit: (name, callsPerMinute, own) => ({
      async take(key) {
        const wait = await waitFor(`flowgate:limit:${name}:${key}`, callsPerMinute);
        if (wait === null) return own.take(key);
        if (wait > 0) throw problems.tooMany(Math.ceil(wait / 1_000));
      },
    }),
    close: () => connection.close(),
  };
}
