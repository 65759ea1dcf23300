import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from '../house/settings.ts';
import { type Step, vitest } from './steps.ts';

/** Everything that needs neither a database nor a build: format, lint, types of each workspace, architecture, pure tests. */
export function verifySteps(): Step[] {
  return [
    vitest('pure'),
    { name: 'format', command: ['node_modules/oxfmt/bin/oxfmt', '--check', '.'] },
    { name: 'lint', command: ['node_modules/oxlint/bin/oxlint', '--deny-warnings'] },
    { name: 'architecture', command: ['scripts/architecture.mjs'] },
    ...typedFolders().map((folder) => ({ name: `types: ${folder}`, command: typesOf(folder) })),
  ];
}

/** Checks what changed since the last time, and what depends on it: TypeScript keeps its findings, errors included, by content. */
function typesOf(folder: string): string[] {
  const kept = join(settings.data, 'types', `${folder.replaceAll('/', '-')}.tsbuildinfo`);
  return ['node_modules/typescript/bin/tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', kept, '-p', folder];
}

function typedFolders(): string[] {
  const below = (folder: string) => readdirSync(join(settings.root, folder)).map((name) => `${folder}/${name}`);
  const folders = [...below('packages'), ...below('apps'), 'database', 'scripts', 'e2e', 'bench'];
  return folders.filter((folder) => existsSync(join(settings.root, folder, 'tsconfig.json')));
}
