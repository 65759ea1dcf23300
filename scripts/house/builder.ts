import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, isFresh, markFresh, markStale } from './freshness.ts';
import { builds, type Build } from './parts.ts';
import { say } from './progress.ts';
import { inheritedEnvironment, settings } from './settings.ts';

/** Builds what is missing or stale and, where only some parts run, one of them; two at a time. @throws when one of them fails, with the end of its log */
export async function buildWhatIsStale(options: { force?: boolean; only?: readonly string[] } = {}): Promise<void> {
  const wanted = builds().filter(({ name }) => options.only?.includes(name) ?? true);
  const stale = wanted.filter((build) => options.force === true || !isFresh(build));
  if (stale.length === 0) return say('build', 'everything is built already');
  say('build', `${stale.map((build) => build.name).join(', ')}: the sources are new`);
  const queue = [...stale];
  const builder = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await buildOne(next);
  };
  const results = await Promise.allSettled([builder(), builder()]);
  const failure = results.find((result) => result.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}

async function buildOne(build: Build): Promise<void> {
  const began = Date.now();
  const made = fingerprint(build);
  markStale(build);
  const log = join(settings.data, 'logs', `build-${build.name}.log`);
  const code = await run(build, log);
  if (code !== 0) {
    const end = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-30).join('\n');
    throw new Error(`Building ${build.name} failed; ${log} ends with:\n${end}`);
  }
  markFresh(build, made);
  say('build', build.name, Date.now() - began);
}

function run(build: Build, log: string): Promise<number | null> {
  mkdirSync(join(settings.data, 'logs'), { recursive: true });
  const sink = openSync(log, 'w');
  // Telemetry would be a call to the outside that nobody asked for.
  const env = {
    ...inheritedEnvironment(),
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    EXPO_NO_TELEMETRY: '1',
    EXPO_OFFLINE: '1',
  };
  const child = spawn(process.execPath, [...build.command], {
    cwd: join(settings.root, build.folder),
    env,
    stdio: ['ignore', sink, sink],
  });
  closeSync(sink);
  const endWithUs = () => child.kill();
  process.once('exit', endWithUs);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('exit', endWithUs);
      resolve(code);
    });
  });
}
