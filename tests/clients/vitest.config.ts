import { defineConfig } from 'vitest/config';

/** Not part of the suite: it starts programs that are fetched on demand, and takes its time. */
export default defineConfig({
  test: {
    root: `${import.meta.dirname}/../..`,
    include: ['tests/clients/**/*.test.ts'],
    globalSetup: ['./tests/support/database-run.ts', './tests/clients/provide-clients.ts'],
    maxWorkers: 1,
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
