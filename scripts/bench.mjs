import { runUnderProjectNode } from './bootstrap.mjs';

await runUnderProjectNode('house/bench.ts');
