/** The brakes, one per kind of call: each process its own, or all of them one where there is a Redis. */
import type { Dependencies } from '../dependencies.ts';
import { type RateLimit, rateLimit } from './rate-limit.ts';
import { openSharedBuckets } from './shared-limit.ts';

/** What a row of the routes may be counted with, beside what counts by itself. */
export const ROW_LIMITS = ['signIns', 'refreshes', 'inbox', 'uploads', 'searches'] as const;
export type RowLimit = (typeof ROW_LIMITS)[number];

export interface Limits extends Readonly<Record<RowLimit, RateLimit>> {
  /** Per token, over every door. */
  readonly agentCalls: RateLimit;
  /** Per person: changes. */
  readonly writes: RateLimit;
  close(): Promise<void>;
}

export function openLimits({
  config,
  clock,
  log,
}: Pick<Dependencies, 'config' | 'clock' | 'log'>): Limits {
  const now = () => clock.now().getTime();
  const shared =
    config.redisUrl === null
      ? null
      : openSharedBuckets(config.redisUrl, (error) => log.warn({ err: error }, 'shared limits'));
  const limit = (name: string, perMinute: number) => {
    const own = rateLimit(perMinute, now);
    return shared === null ? own : shared.limit(name, perMinute, own);
  };
  const { limits } = config;
  return {
    // Per client address: guessing passwords, set-up links, refresh tokens.
    signIns: limit('sign-ins', limits.signInsPerMinute),
    refreshes: limit('refreshes', limits.refreshesPerMinute),
    // Per caller.
    inbox: limit('inbox', limits.inboxPerMinute),
    uploads: limit('uploads', limits.uploadsPerMinute),
    searches: limit('searches', limits.searchesPerMinute),
    agentCalls: limit('agent-calls', limits.agentCallsPerMinute),
    writes: limit('writes', limits.writesPerMinute),
    close: async () => shared?.close(),
  };
}
