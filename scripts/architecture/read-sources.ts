import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCode, type Source } from './source.ts';

const folders = ['apps', 'packages', 'database', 'scripts', 'e2e', 'bench', 'docs'];
const notOurs = new Set(['node_modules', 'dist', 'coverage', 'test-results']);

/** Every file of ours. Only what a rule reads comes with its text: code, styles, migrations, guides. */
export const readSources = (root: string): Source[] => [
  ...readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => source(root, entry.name)),
  ...folders.flatMap((folder) => read(root, folder)),
];

function read(root: string, folder: string): Source[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return notOurs.has(entry.name) || entry.name.startsWith('.') ? [] : read(root, path);
    // What is served as it is was made elsewhere, and what ends so is made by a tool.
    return path.includes('/public/') || path.endsWith('.d.ts') ? [] : [source(root, path)];
  });
}

function source(root: string, path: string): Source {
  const isRead = isCode(path) || /\.(css|sql|md)$/.test(path);
  return { path, text: isRead ? readFileSync(join(root, path), 'utf8') : '' };
}
