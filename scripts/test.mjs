import { runUnderProjectNode } from './bootstrap.mjs';

await runUnderProjectNode('checks/test.ts');
