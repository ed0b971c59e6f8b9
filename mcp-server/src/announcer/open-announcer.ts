/** Chooses how processes wake each other: Redis if configured, else PostgreSQL itself, else a look a second. */
import type { Announcer } from './announcer.ts';
import { openPollingAnnouncer, type PositionsOf } from './polling-announcer.ts';
import { openPostgresAnnouncer } from './postgres-announcer.ts';
import { openRedisAnnouncer } from './redis-announcer.ts';

export interface AnnouncerSettings {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
}

export function openAnnouncer(
  { databaseUrl, redisUrl }: AnnouncerSettings,
  positionsOf: PositionsOf,
  onError: (error: unknown) => void,
): Announcer {
  if (redisUrl !== null) return openRedisAnnouncer(redisUrl, onError);
  if (/^postgres(ql)?:/.test(databaseUrl)) return openPostgresAnnouncer(databaseUrl, onError);
  return openPollingAnnouncer(positionsOf, onError);
}
