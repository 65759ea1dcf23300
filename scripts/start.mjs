import { runUnderProjectNode } from './bootstrap.mjs';

await runUnderProjectNode('house/start.ts');
