/** Lets Chromium go through a running house: the addresses and CHROMIUM_PATH come by the environment. */
import { fileURLToPath } from 'node:url';
import { startVitest } from 'vitest/node';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = await startVitest('test', process.argv.slice(2), {
  root,
  project: ['e2e'],
  watch: false,
  reporters: ['default'],
});
const tests = run.state.getTestModules().flatMap((module) => [...module.children.allTests()]);
const count = (state: string) => tests.filter((test) => test.result().state === state).length;
await run.close();
console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
