import { runUnderProjectNode } from './bootstrap.mjs';

await runUnderProjectNode('house/dev.ts');
