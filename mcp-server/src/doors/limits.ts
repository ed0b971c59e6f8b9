/** The brakes of this process, one per kind of call. */
import type { Dependencies } from '../dependencies.ts';
import { type RateLimit, rateLimit } from './rate-limit.ts';

export interface Limits {
  /** Per client address: guessing passwords and set-up links. */
  readonly signIns: RateLimit;
  /** Per token, over every door. */
  readonly agentCalls: RateLimit;
  /** Per person: changes. */
  readonly writes: RateLimit;
}

export function openLimits({ config, clock }: Pick<Dependencies, 'config' | 'clock'>): Limits {
  const now = () => clock.now().getTime();
  return {
    signIns: rateLimit(config.limits.signInsPerMinute, now),
    agentCalls: rateLimit(config.limits.agentCallsPerMinute, now),
    writes: rateLimit(config.limits.writesPerMinute, now),
  };
}
