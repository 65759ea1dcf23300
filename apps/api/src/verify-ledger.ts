/** `npm run ledger:verify`: looks whether orders, payments, tickets and postings of every festival agree, to the cent. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { env } from '@festivals/database/env';
import { startPostgres } from '@festivals/database/postgres';
import { auditFestival, festivalsWithMoney } from './ledger/audit-money.ts';
// Loaded for what each domain adds to the checks.
import './modules.ts';
import { systemContext } from './platform/context.ts';
import { openDatabase } from './platform/database.ts';
import { readEnv } from './platform/env.ts';
import { createLogger } from './platform/logger.ts';

const server =
  env.databaseUrl === undefined ? await startPostgres({ home: join(env.data, 'postgres'), disposable: false }) : null;
// It reads, and signs nothing: the house's own secrets are not asked for.
const nothing = randomBytes(32).toString('hex');
const settings = readEnv({
  DATABASE_URL: env.databaseUrl ?? server?.url(),
  JWT_SECRET: nothing,
  SEALING_SECRET: nothing,
});
const database = openDatabase(settings, 'festivals-verify');
const ctx = systemContext({
  env: settings,
  ...database,
  clock: { now: () => new Date() },
  log: createLogger(settings, 'verify'),
  shown: [],
});
try {
  const festivals = await festivalsWithMoney(ctx);
  let flaws = 0;
  for (const festivalId of festivals) {
    for (const { check, subject, seen } of await auditFestival(ctx, festivalId)) {
      flaws += 1;
      console.error(`${festivalId} ${check}: ${subject} ${JSON.stringify(seen)}`);
    }
  }
  console.log(`${festivals.length} festivals looked at: ${flaws === 0 ? 'the books agree.' : `${flaws} flaws.`}`);
  if (flaws > 0) process.exitCode = 1;
} finally {
  await database.pool.end();
  if (server && !server.reused) await server.stop();
}
