// Serves the app for development, with the arguments of `expo start`: node scripts/dev.ts --web --port 8081
import { join } from 'node:path';
import { preparePublic } from './prepare-public.ts';
import { runExpo } from './run-expo.ts';

const root = join(import.meta.dirname, '..');

preparePublic(root);
process.exit(runExpo(root, ['start', ...process.argv.slice(2)]));
