import { settings } from '../house/settings.ts';
import { browserTools, hasRedis } from './debian.ts';
import { conclude, type Result, runSteps, skipped, type Step, type Tally, vitest } from './steps.ts';
import { openTestHouse } from './test-house.ts';
import { verifySteps } from './verify-steps.ts';

console.log(`\nFestivals · all tests · Node ${process.versions.node}\n`);
const results = [
  ...(await runSteps(verifySteps(), 2)),
  ...(await runSteps([{ name: 'database types', command: ['database/src/cli.ts', 'types', '--check'] }], 1)),
  ...redisForTests(),
  ...(await runSteps([vitest('api')], 1)),
  ...(await runSteps([{ name: 'builds', command: ['scripts/build.mjs'] }], 1)),
  ...(await browserTests()),
];
conclude(results);

/** Tests of several processes with Redis skip themselves where there is none; that is said, and in CI it is a failure. */
function redisForTests(): Result[] {
  if (hasRedis()) return [];
  const name = 'tests with Redis';
  if (!settings.ci) return [skipped(name, 'redis-server not found, and only root can install it.')];
  const output = 'redis-server not found; in CI it is mandatory.';
  return [{ name, output, passed: 0, failed: 1, skipped: 0 }];
}

/** Opens a house of its own, with fresh data on ports of its own, and lets Chromium go through it. */
async function browserTests(): Promise<Result[]> {
  const tools = browserTools();
  if ('missing' in tools) {
    if (!settings.ci)
      return [
        skipped(
          'browser tests',
          `${tools.missing} not found, and only root can install them. Set CHROMIUM_PATH or install them.`,
        ),
      ];
    return [
      {
        name: 'browser tests',
        output: `${tools.missing} not found; in CI they are mandatory.`,
        passed: 0,
        failed: 1,
        skipped: 0,
      },
    ];
  }
  const house = await openTestHouse('e2e');
  if ('output' in house) return [{ name: 'the house opens', output: house.output, passed: 0, failed: 1, skipped: 0 }];
  try {
    const e2e: Step = {
      name: 'browser tests',
      command: ['e2e/run.ts'],
      env: { CHROMIUM_PATH: tools.chromium, ...house.env },
      count: ({ ok, output }) => countLine(output) ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 },
    };
    return await runSteps([e2e], 1);
  } finally {
    await house.close();
  }
}

/** The last `N passed, N failed, N skipped` a run printed. */
function countLine(output: string): Tally | undefined {
  const [, passed, failed, left] = [...output.matchAll(/^(\d+) passed, (\d+) failed, (\d+) skipped$/gm)].at(-1) ?? [];
  return passed === undefined ? undefined : { passed: Number(passed), failed: Number(failed), skipped: Number(left) };
}
