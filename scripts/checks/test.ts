import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inheritedEnvironment, type PortName, settings } from '../house/settings.ts';
import { browserTools } from './debian.ts';
import { conclude, type Result, runSteps, skipped, type Step, type Tally, vitest } from './steps.ts';
import { verifySteps } from './verify-steps.ts';

console.log(`\nFestivals · all tests · Node ${process.versions.node}\n`);
const results = [
  ...(await runSteps(verifySteps(), 2)),
  ...(await runSteps([{ name: 'database types', command: ['database/src/cli.ts', 'types', '--check'] }], 1)),
  ...(await runSteps([vitest('api')], 1)),
  ...(await runSteps([{ name: 'builds', command: ['scripts/build.mjs'] }], 1)),
  ...(await browserTests()),
];
conclude(results);

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
  const house = await openTestHouse();
  if ('failed' in house) return [house];
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

async function openTestHouse(): Promise<{ env: Record<string, string>; close(): Promise<void> } | Result> {
  const data = join(settings.data, 'e2e');
  const readyFile = join(data, 'ready.json');
  rmSync(data, { recursive: true, force: true });
  const beside = (port: PortName) => String(settings.ports[port] + 50);
  const house = spawn(process.execPath, ['scripts/start.mjs', '--ready-file', readyFile], {
    cwd: settings.root,
    env: {
      ...inheritedEnvironment(),
      FESTIVALS_DATA: data,
      POSTGRES_PORT: beside('database'),
      API_PORT: beside('api'),
      SITE_PORT: beside('site'),
      OFFICE_PORT: beside('office'),
      APP_PORT: beside('app'),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [house.stdout, house.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<void>((resolve) => house.once('exit', () => resolve()));
  while (!existsSync(readyFile) && house.exitCode === null) await wait(100);
  if (house.exitCode !== null) return { name: 'the house opens', output, passed: 0, failed: 1, skipped: 0 };
  const { api, site, office, app, database }: Record<string, string> = JSON.parse(readFileSync(readyFile, 'utf8'));
  const env = {
    API_URL: api,
    SITE_URL: site,
    OFFICE_URL: office,
    APP_URL: app,
    DATABASE_URL: database,
    FESTIVALS_DATA: data,
  };
  return {
    env: Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
    close: () => {
      house.kill('SIGTERM');
      return ended;
    },
  };
}
