import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { seconds } from '../house/progress.ts';
import { inheritedEnvironment, settings } from '../house/settings.ts';

export interface Step {
  name: string;
  /** Arguments for Node. */
  command: readonly string[];
  env?: Record<string, string>;
  /** How to count what the step did; by default the step itself is one check. */
  count?: (outcome: { ok: boolean; output: string }) => Tally;
}

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Result extends Tally {
  name: string;
  output: string;
}

/** Runs steps, `atOnce` of them together, and prints a line for each as it ends. A failure stops nothing. */
export async function runSteps(steps: readonly Step[], atOnce: number): Promise<Result[]> {
  const queue = [...steps];
  const results: Result[] = [];
  const lane = async () => {
    for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
      const began = Date.now();
      const { ok, output } = await run(step);
      const result = { name: step.name, output, ...tally(step, ok, output) };
      printLine(result, Date.now() - began);
      results.push(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results;
}

function tally(step: Step, ok: boolean, output: string): Tally {
  const counted = step.count?.({ ok, output }) ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  // A run that failed without a failing test (it could not even load) has failed all the same.
  return ok || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

export function skipped(name: string, why: string): Result {
  console.log(`\n  !!! ${name} SKIPPED: ${why}\n`);
  return { name, output: why, passed: 0, failed: 0, skipped: 1 };
}

function printLine({ name, passed, failed, skipped: left }: Result, took: number): void {
  const counts =
    passed + failed + left === 1
      ? ''
      : [`${passed} passed`, failed > 0 && `${failed} failed`, left > 0 && `${left} skipped`]
          .filter(Boolean)
          .join(', ');
  console.log(`  ${failed > 0 ? '✗' : '✓'} ${name.padEnd(24)} ${counts.padEnd(30)} ${seconds(took)}`);
}

/** Prints what failed and the last line, and sets the exit code. */
export function conclude(results: readonly Result[]): void {
  for (const { name, output, failed } of results) {
    if (failed > 0) console.log(`\n✗ ${name}\n${indent(lastLines(output, 200))}`);
  }
  const sum = (of: (tally: Tally) => number) => results.reduce((total, result) => total + of(result), 0);
  const failed = sum((result) => result.failed);
  console.log(
    `\n${sum((result) => result.passed)} passed, ${failed} failed, ${sum((result) => result.skipped)} skipped`,
  );
  process.exitCode = failed === 0 ? 0 : 1;
}

const indent = (text: string) => text.replaceAll(/^/gm, '    ');
const lastLines = (text: string, count: number) => text.trimEnd().split('\n').slice(-count).join('\n');

const running = new Set<() => void>();
process.on('exit', () => running.forEach((end) => end()));

function run(step: Step): Promise<{ ok: boolean; output: string }> {
  const child = spawn(process.execPath, [...step.command], {
    cwd: settings.root,
    // The output is kept and shown only on failure, in whatever can show text.
    env: { ...inheritedEnvironment(), NO_COLOR: '1', FORCE_COLOR: undefined, ...step.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => void child.kill();
  running.add(end);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(end);
      resolve({ ok: code === 0, output });
    });
  });
}

/** A run of Vitest on one of its projects, counted test by test. */
export function vitest(project: string, env: Record<string, string> = {}): Step {
  const report = join(settings.data, 'reports', `${project}-${process.pid}.json`);
  mkdirSync(join(settings.data, 'reports'), { recursive: true });
  return {
    name: `tests: ${project}`,
    command: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    env,
    count: () => {
      if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
      const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
        readFileSync(report, 'utf8'),
      );
      rmSync(report);
      return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
    },
  };
}
