import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);

/** Runs Expo's command line in the app's folder and answers its exit code. */
export function runExpo(root: string, words: readonly string[], environment: Record<string, string> = {}): number {
  const expo = join(dirname(resolve('expo/package.json')), 'bin/cli');
  const env = { ...process.env, EXPO_NO_TELEMETRY: '1', EXPO_OFFLINE: '1', ...environment };
  return spawnSync(process.execPath, [expo, ...words], { cwd: root, stdio: 'inherit', env }).status ?? 1;
}
