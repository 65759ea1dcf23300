import { defineConfig } from 'vitest/config';

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
          // Generous: a loaded machine is no fault of the code.
          testTimeout: 20_000,
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
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Run by e2e/run.ts against a running house, one journey after the other.
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
