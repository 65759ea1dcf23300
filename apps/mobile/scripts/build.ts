// Builds the web export: prepares the public files, bundles, then lists the shell for the service worker.
import { join } from 'node:path';
import { preparePublic } from './prepare-public.ts';
import { runExpo } from './run-expo.ts';
import { writeServiceWorker } from './write-service-worker.ts';

const root = join(import.meta.dirname, '..');

preparePublic(root);
const exit = runExpo(root, ['export', '--platform', 'web'], { CI: '1' });
if (exit !== 0) process.exit(exit);
console.log(`The app opens offline: ${writeServiceWorker(root)} files in its shell.`);
