import { runUnderProjectNode } from './bootstrap.mjs';

await runUnderProjectNode('architecture/check.ts');
