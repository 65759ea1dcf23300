import { defineConfig } from 'vitest/config';

/** Generous: a machine that is slow, or has other things to do, is no fault of the code. Only what fails waits for so long. */
const patience = { expect: { poll: { timeout: 100_000 } }, testTimeout: 300_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'pure',
          include: [
            'packages/**/*.test.{ts,tsx}',
            'apps/api/src/platform/**/*.test.ts',
            'apps/office/src/**/*.test.ts',
            'apps/site/src/**/*.test.ts',
            'apps/mobile/src/**/*.test.ts',
            'database/src/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/*.database.test.ts', '**/*.process.test.ts'],
          environment: 'node',
          ...patience,
        },
      },
      {
        test: {
          name: 'api',
          include: ['apps/api/**/*.test.ts', 'database/src/**/*.database.test.ts', 'scripts/**/*.process.test.ts'],
          exclude: ['**/node_modules/**', 'apps/api/src/platform/**'],
          environment: 'node',
          pool: 'forks',
          globalSetup: ['database/src/test-cluster.ts'],
          ...patience,
        },
      },
      {
        // Run by e2e/run.ts against a running house, one journey after the other.
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          ...patience,
        },
      },
    ],
  },
});
