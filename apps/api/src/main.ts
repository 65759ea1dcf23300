import { startProcess } from './start-process.ts';

const role = process.argv[2] ?? 'both';
if (role !== 'api' && role !== 'worker' && role !== 'both') {
  throw new Error(`Run as api, worker or both, not as ${role}`);
}
await startProcess(role);
