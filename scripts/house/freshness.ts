import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { settings } from './settings.ts';
import type { Build } from './parts.ts';

/** Kept inside the output: whoever deletes the output also deletes the claim that it is fresh. */
const stampFile = (build: Build, root: string) => join(root, build.output, '.build-of');

const neverSources = new Set(['node_modules', 'dist', '.next', '.expo', '.turbo', 'coverage', 'test']);

/** A fingerprint of the contents a build is made from; times of files do not matter, so a fresh clone is like any other. */
export function fingerprint(build: Build, root = settings.root): string {
  const hash = createHash('sha256').update(JSON.stringify(build.command.map((word) => relative(root, word))));
  for (const source of build.sources) addTo(hash, root, join(root, source), ignoredIn(join(root, source)));
  return hash.digest('hex');
}

/** Whether the output is there and was made from the sources as they are now. */
export function isFresh(build: Build, root = settings.root): boolean {
  const stamp = stampFile(build, root);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(build, root);
}

export function markStale(build: Build, root = settings.root): void {
  rmSync(stampFile(build, root), { force: true });
}

export function markFresh(build: Build, of: string, root = settings.root): void {
  writeFileSync(stampFile(build, root), of);
}

type Ignored = (path: string) => boolean;

/** What a folder's own `.gitignore` names is made by builds, and so is no source of them. */
function ignoredIn(folder: string): Ignored {
  const list = join(folder, '.gitignore');
  if (!existsSync(list)) return () => false;
  const lines = readFileSync(list, 'utf8')
    .split('\n')
    .map((line) => line.trim().replace(/^\/|\/$/g, ''))
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => join(folder, line));
  const made = new Set(lines);
  return (path) => made.has(path);
}

function addTo(hash: ReturnType<typeof createHash>, root: string, path: string, ignored: Ignored): void {
  if (!existsSync(path) || ignored(path)) return;
  if (!statSync(path).isDirectory()) {
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
    return;
  }
  for (const name of readdirSync(path).toSorted()) {
    const isSource =
      !neverSources.has(name) && !/\.test\.tsx?$|\.tsbuildinfo$|\.log$|^next-env\.d\.ts$|^\.env/.test(name);
    if (isSource) addTo(hash, root, join(path, name), ignored);
  }
}
