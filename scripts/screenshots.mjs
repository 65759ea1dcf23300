import { runUnderProjectNode } from './bootstrap.mjs';

await runUnderProjectNode('checks/screenshots.ts');
