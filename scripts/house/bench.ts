import { spawn } from 'node:child_process';
import { inheritedEnvironment, settings } from './settings.ts';

/** What each benchmark measures. */
const benches: Record<string, string> = {
  'on-sale': '64 buyers at once on one quota, through HTTP, and the same SQL alone',
  quotas: 'what a purchase costs with one festival and with 1 000, with 10 000 tickets sold and with 5 million',
  ledger: 'entries booked a second, one by one and in batches, against pgbench over the same function',
  refund: '20 000 orders given back, the worker killed twice on the way, and the same work as bare SQL',
  office:
    '100 stages, 5 000 sets, 2 000 products, 5 000 places, 100 000 orders: a drag in Chromium, lists, search, an import of 10 000 rows',
  site: 'a flood of visitors, how soon a change is seen, and what pages weigh, with 120 artists and with 3 000',
  lighthouse: 'what Lighthouse says of each kind of page, on a phone',
  start: 'fresh and warm start, and the memory of each process',
};

const [name = '', ...args] = process.argv.slice(2);

if (Object.hasOwn(benches, name)) {
  const bench = spawn(process.execPath, [`bench/src/${name}.ts`, ...args], {
    cwd: settings.root,
    env: inheritedEnvironment(),
    stdio: 'inherit',
  });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => bench.kill('SIGTERM'));
  bench.once('exit', (code) => (process.exitCode = code ?? 1));
} else {
  const list = Object.entries(benches).map(([bench, what]) => `  ${bench.padEnd(10)} ${what}`);
  console.error(['Usage: npm run bench -- <name> [--json]', ...list].join('\n'));
  process.exitCode = 2;
}
