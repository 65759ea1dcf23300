import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const LEFT_OUT = new Set(['metadata.json', 'service-worker.js']);

/** Completes the exported service worker with the list of every file of the shell, engines included, and a version made of their contents. */
export function writeServiceWorker(root: string): number {
  const dist = join(root, 'dist');
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)))
    .filter((path) => !LEFT_OUT.has(path))
    .toSorted();
  const hash = createHash('sha256');
  for (const path of files) hash.update(path).update(readFileSync(join(dist, path)));
  const shell = files.map((path) => (path === 'index.html' ? '/' : `/${path}`));
  const source = readFileSync(join(root, 'src/shell/service-worker.js'), 'utf8')
    .replace("'__VERSION__'", JSON.stringify(hash.digest('hex').slice(0, 16)))
    .replace("['__SHELL__']", JSON.stringify(shell, null, 2));
  writeFileSync(join(dist, 'service-worker.js'), source);
  return shell.length;
}
