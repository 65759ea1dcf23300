/** `npm run screenshots -- [folder]`: every screen in light and dark, on a desk and on a phone, of a house opened for it. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { inheritedEnvironment, settings } from '../house/settings.ts';
import { browserTools } from './debian.ts';
import { openTestHouse } from './test-house.ts';

const folder = resolve(process.argv[2] ?? join(settings.data, 'screenshots'));
const tools = browserTools();
if ('missing' in tools) throw new Error(`${tools.missing} not found, and only root can install them.`);
const house = await openTestHouse('screenshots-house');
if ('output' in house) throw new Error(`The house did not open:\n${house.output}`);
try {
  const taken = spawnSync(process.execPath, ['e2e/src/screenshots.ts', folder], {
    cwd: settings.root,
    env: { ...inheritedEnvironment(), ...house.env, CHROMIUM_PATH: tools.chromium },
    stdio: 'inherit',
  });
  process.exitCode = taken.status ?? 1;
} finally {
  await house.close();
}
