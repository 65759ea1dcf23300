import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCode, type Source } from './source.ts';

const folders = ['apps', 'packages', 'database', 'scripts', 'e2e', 'bench'];
const notOurs = new Set(['node_modules', 'dist', 'public', 'coverage', 'test-results']);

/** Every file of ours that a rule reads: code, styles, migrations. */
export const readSources = (root: string): Source[] => folders.flatMap((folder) => read(root, folder));

function read(root: string, folder: string): Source[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return notOurs.has(entry.name) || entry.name.startsWith('.') ? [] : read(root, path);
    const isRead = isCode(path) || path.endsWith('.css') || path.endsWith('.sql');
    return isRead && !path.endsWith('.d.ts') ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : [];
  });
}
