import { runUnderProjectNode } from './bootstrap.mjs';

await runUnderProjectNode('checks/verify.ts');
