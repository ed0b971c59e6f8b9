/** Whether the database is where this version needs it: asked by every probe, looked up now and then. */
import { migrationStatus } from '@flowgate/database/migrate';

/** A look opens a connection of its own, so probes share one. */
const LOOK_MILLISECONDS = 30_000;

export function migrationsApplied(databaseUrl: string): () => Promise<boolean> {
  let looked: { readonly at: number; readonly applied: Promise<boolean> } | null = null;
  return () => {
    const now = performance.now();
    if (looked === null || now - looked.at > LOOK_MILLISECONDS) {
      const applied = migrationStatus(databaseUrl).then(({ state }) => state === 'ready');
      looked = { at: now, applied };
      // A failed look is not remembered: the database may be back a second later.
      applied.catch(() => {
        looked = null;
      });
    }
    return looked.applied;
  };
}
