import { defineConfig } from 'vitest/config';

/** A journey starts servers, browsers or databases; on a busy machine of two cores that takes its time. */
const SLOW = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    globalSetup: './tests/support/database-run.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'mcp-server/src/**/*.test.ts',
            'mcp-server/shipped/**/*.test.ts',
            'prisma/**/*.test.ts',
            'review-web/src/**/*.test.ts',
          ],
          testTimeout: 15_000,
          hookTimeout: 30_000,
        },
      },
      { extends: true, test: { name: 'laws', include: ['tests/laws/**/*.test.ts'], ...SLOW } },
      {
        extends: true,
        test: { name: 'databases', include: ['tests/databases/**/*.test.ts'], ...SLOW },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: [
            'tests/journeys/**/*.test.ts',
            'tests/doors/**/*.test.ts',
            'tests/demo/**/*.test.ts',
            'tests/conformance/**/*.test.ts',
          ],
          ...SLOW,
        },
      },
      {
        extends: true,
        test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], ...SLOW },
      },
    ],
  },
});
