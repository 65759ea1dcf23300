import { resolve } from 'node:path';
import { readSources } from './read-sources.ts';
import { faultsIn } from './rules.ts';

const began = performance.now();
const sources = readSources(resolve(import.meta.dirname, '../..'));
const faults = faultsIn(sources);
for (const { path, line, rule, advice } of faults) console.log(`${path}:${line} ${rule} – ${advice}`);
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(
  `Architecture: ${sources.length} files, ${faults.length === 0 ? 'no fault' : `${faults.length} faults`} (${seconds} s)`,
);
if (faults.length > 0) process.exitCode = 1;
