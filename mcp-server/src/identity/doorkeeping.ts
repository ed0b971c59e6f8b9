/** What it takes to tell who is knocking. Every `Dependencies` has it. */
import type { Database } from '@flowgate/database';
import type { KeyRing } from './key-ring.ts';
import type { BackgroundLog } from './touch.ts';

export interface Doorkeeping {
  readonly database: Database;
  readonly clock: { now(): Date };
  readonly keys: KeyRing;
  readonly log: BackgroundLog;
}
