/** Opens the house for one command: settings, database, keys; and closes it again. */
import { applyMigrations, migrationStatus } from '@flowgate/database/migrate';
import { ensureInstallation } from '../actions/people/ensure-installation.ts';
import { seedShipped } from '../actions/projects/seed-shipped.ts';
import { buildDependencies } from '../build-dependencies.ts';
import { loadConfig } from '../config.ts';
import type { Dependencies } from '../dependencies.ts';

/**
 * On an empty database it does what a first start would do. One that a start would migrate is left alone: an older
 * server may be running on it. Throws a sentence that says what to do.
 */
export async function inHouse<T>(work: (dependencies: Dependencies) => Promise<T>): Promise<T> {
  // The log would stand among the answers.
  const config = { ...loadConfig(), logLevel: 'silent' as const };
  const status = await migrationStatus(config.databaseUrl);
  if (status.state === 'pending' && status.applied.length > 0) {
    throw new Error(
      'The database is of an older version. Start the server, or run `pnpm flowgate migrate apply`, then try again.',
    );
  }
  // Refuses with a sentence what must not be touched.
  if (status.state !== 'ready') await applyMigrations(config.databaseUrl);
  const dependencies = await buildDependencies(config);
  try {
    await ensureInstallation(dependencies);
    if (status.state !== 'ready') await seedShipped(dependencies);
    return await work(dependencies);
  } finally {
    await dependencies.close();
  }
}
