import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The full path of the first of these programs that is on the path, or undefined. */
export function findProgram(...names: string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  for (const name of names) {
    const found = folders.map((folder) => join(folder, name)).find(isExecutable);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs Debian packages where that is possible (root, with apt). @returns whether it was done */
export function installPackages(...packages: string[]): boolean {
  if (process.getuid?.() !== 0 || findProgram('apt-get') === undefined) return false;
  console.log(`  Installing ${packages.join(', ')} with apt-get.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...packages);
}

/** What the browser tests need from the machine: a Chromium, and decoders that are not ours for PDF and QR. */
export function browserTools(): { chromium: string } | { missing: string } {
  const known = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ];
  const chromium = () =>
    process.env['CHROMIUM_PATH'] ??
    findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ??
    known.find(existsSync);
  const missing = () =>
    [
      chromium() ?? 'chromium',
      findProgram('zbarimg') ?? 'zbar-tools',
      findProgram('pdftoppm') ?? 'poppler-utils',
    ].filter((tool) => !tool.includes('/'));
  if (missing().length > 0) installPackages(...missing());
  const browser = chromium();
  return missing().length === 0 && browser !== undefined ? { chromium: browser } : { missing: missing().join(', ') };
}

/** Whether there is a Redis for the tests of several processes, installed now where that is possible. */
export const hasRedis = (): boolean =>
  findProgram('redis-server') !== undefined ||
  (installPackages('redis-server') && findProgram('redis-server') !== undefined);

/** The folder of an installed PostgreSQL's programs, 15 if it is there, or undefined. */
export function postgresPrograms(): string | undefined {
  const base = '/usr/lib/postgresql';
  const find = () => {
    const versions = existsSync(base)
      ? readdirSync(base).filter((version) => existsSync(join(base, version, 'bin/initdb')))
      : [];
    const version = versions.includes('15') ? '15' : versions.toSorted((a, b) => Number(b) - Number(a))[0];
    return version === undefined ? undefined : join(base, version, 'bin');
  };
  return find() ?? (installPackages('postgresql') ? find() : undefined);
}
