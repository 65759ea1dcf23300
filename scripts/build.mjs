import { runUnderProjectNode } from './bootstrap.mjs';

await runUnderProjectNode('house/build.ts');
