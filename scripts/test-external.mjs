import { runUnderProjectNode } from './bootstrap.mjs';

await runUnderProjectNode('checks/test-external.ts');
