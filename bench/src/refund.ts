/**
 * A festival of 20 000 orders is called off: the worker gives them all back, and is killed twice on the way. The limit is the same
 * work as bare SQL, straight through `pg`: reserve, the provider's book, complete; in the same run on the same database.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openPool } from '@festivals/database';
import { FestivalId } from '@festivals/domain/primitives';
import { auditFestival } from '../../apps/api/src/ledger/audit-money.ts';
// Loaded for what each domain adds to the checks.
import '../../apps/api/src/modules.ts';
import { systemContext } from '../../apps/api/src/platform/context.ts';
import { openDatabase } from '../../apps/api/src/platform/database.ts';
import { readEnv } from '../../apps/api/src/platform/env.ts';
import { createLogger } from '../../apps/api/src/platform/logger.ts';
import { planMassRefund, startMassRefund } from '../../apps/api/src/ticketing/refunds/mass-refunds.ts';
import { benchDatabase, openShop, type Shop } from './bench-database.ts';
import { rounded } from './percentile.ts';

const orders = 20_000;
/** After which share of the orders the worker is killed. */
const deaths = [0.25, 0.6];
const ordersAtOnce = 100;

const main = fileURLToPath(new URL('../../apps/api/src/main.ts', import.meta.url));
const database = await benchDatabase();
const data = await mkdtemp(join(tmpdir(), 'festivals-refund-'));
const owner = openPool(database.url, { max: 2 });
const settings = {
  NODE_ENV: 'test',
  DATABASE_URL: database.url,
  FESTIVALS_DATA: data,
  JWT_SECRET: randomBytes(32).toString('hex'),
  SEALING_SECRET: randomBytes(32).toString('hex'),
  LOG_LEVEL: 'error',
};
const env = readEnv(settings);
const ctx = systemContext({
  env,
  ...openDatabase(env, 'bench'),
  clock: { now: () => new Date() },
  log: createLogger(env, 'bench'),
  shown: [],
});
try {
  const limit = await measureLimit(await sell());
  const run = await measureRun(await sell());
  const { aliveSeconds, ...figures } = run;
  const perSecond = orders / aliveSeconds;
  const result = {
    orders_per_s: rounded(perSecond),
    limit_per_s: rounded(limit),
    limit_ratio: rounded(perSecond / limit, 2),
    orders,
    ...figures,
  };
  if (process.argv.includes('--json')) console.log(JSON.stringify(result));
  else for (const [name, value] of Object.entries(result)) console.log(`${name.padEnd(14)}${value}`);
} finally {
  await Promise.all([ctx.resources.pool.end(), owner.end()]);
  await database.stop();
  await rm(data, { recursive: true, force: true });
}

/** A festival whose orders are paid, two tickets each, as if they had been bought one by one. */
async function sell(): Promise<Shop> {
  const shop = await openShop(database.url, orders * 2);
  const run = (sql: string) => owner.query(sql, [shop.festivalId, shop.ticketTypeId, shop.quotaId].slice(0, most(sql)));
  await run(`insert into basket (festival_id, id, secret_hash, currency, total, expires_at, status)
    select $1, gen_random_uuid(), sha256(n::text::bytea), 'EUR', 9000, now(), 'ORDERED' from generate_series(1, ${orders}) n`);
  await run(`insert into basket_line (festival_id, basket_id, ticket_type_id, quota_id, line_no, name, quantity, unit_price, list_price, vat, vat_amount)
    select $1, id, $2, $3, 1, '{"en": "Day ticket"}', 2, 4500, 4500, 600, 509 from basket where festival_id = $1`);
  await run(`insert into ticket_order (festival_id, id, basket_id, reference, email, name, language, currency, total, status, placed_at, pay_until, paid_at)
    select $1, gen_random_uuid(), id, upper(substr(md5(id::text), 1, 16)), 'buyer@example.org', 'Ada Buyer', 'en', 'EUR', 9000, 'PAID', now(), now(), now()
    from basket where festival_id = $1`);
  await run(`insert into payment (festival_id, id, order_id, provider, status, amount, currency)
    select $1, gen_random_uuid(), id, 'sandbox', 'COMPLETED', 9000, 'EUR' from ticket_order where festival_id = $1`);
  await run(`insert into sandbox_charge (key, amount, currency, outcome)
    select id::text, 9000, 'EUR', 'succeeded' from payment where festival_id = $1`);
  await run(`insert into ticket (festival_id, id, order_id, ticket_type_id, holder)
    select $1, gen_random_uuid(), id, $2, 'Ada Buyer' from ticket_order cross join generate_series(1, 2) where festival_id = $1`);
  await run(`update quota set sold = ${orders * 2} where festival_id = $1`);
  await run(`insert into ledger_entry (festival_id, id, kind, occurred_at, legs)
    select $1, id, 'ORDER_PAID', now(), array[row('PROVIDER', 'sandbox', 0, 'EUR', 9000), row('TICKET_SALES', $2, 600, 'EUR', -8491),
      row('VAT_COLLECTED', '', 600, 'EUR', -509)]::ledger_leg[] from payment where festival_id = $1`);
  await owner.query('analyze');
  return shop;
}

/** How many parameters a statement names. */
function most(sql: string): number {
  return Math.max(0, ...[...sql.matchAll(/\$(\d)/g)].map(([, number]) => Number(number)));
}

async function measureRun({ festivalId }: Shop) {
  const params = { festivalId: FestivalId.parse(festivalId) };
  const scope = { ticketTypeId: null, keep: { kind: 'NOTHING' as const }, withUsed: false };
  const expected = await planMassRefund(ctx, { params, query: undefined, body: scope });
  await startMassRefund(ctx, { params, query: undefined, body: { ...scope, reason: 'The storm', expected } });

  let worker = startWorker();
  let alive = 0;
  let since = performance.now();
  let done = 0;
  let isDead = true;
  const died: number[] = [];
  while (done < orders) {
    await wait(50);
    const now = await refunded(festivalId);
    // What a process takes to start is not counted; all of its work is.
    if (isDead && now > done) {
      isDead = false;
      since = performance.now();
    }
    done = now;
    const next = deaths[died.length];
    if (next !== undefined && !isDead && done >= next * orders) {
      const ended = once(worker, 'exit');
      worker.kill('SIGKILL');
      await ended;
      alive += performance.now() - since;
      died.push(done);
      isDead = true;
      worker = startWorker();
    }
  }
  alive += performance.now() - since;
  const ended = once(worker, 'exit');
  // Mails by the thousand are still in its queue: nobody waits for them here.
  worker.kill('SIGKILL');
  await ended;
  return { aliveSeconds: alive / 1000, killed_at: died.join(', '), ...(await proof(festivalId)) };
}

function startWorker(): ChildProcess {
  const environment = { ...process.env, ...settings };
  return spawn(process.execPath, [main, 'worker'], { stdio: ['ignore', 2, 'inherit'], env: environment });
}

async function refunded(festivalId: string): Promise<number> {
  const { rows } = await owner.query<{ done: number }>(
    `select count(*)::int as done from refund where festival_id = $1 and status = 'COMPLETED'`,
    [festivalId],
  );
  return rows[0]?.done ?? 0;
}

/** Whom the provider paid back twice or not at all, and what the auditor finds. */
async function proof(festivalId: string) {
  const { rows } = await owner.query<{ twice: number; missed: number }>(
    `select (count(*) filter (where given.amount > p.amount or given.times > 1))::int as twice,
       (count(*) filter (where given.amount is distinct from p.amount or p.status <> 'REFUNDED' or o.status <> 'REFUNDED'))::int as missed
     from ticket_order o join payment p on p.festival_id = o.festival_id and p.order_id = o.id
     cross join lateral (select sum(amount) as amount, count(*) as times from sandbox_refund where charge = p.id::text) as given
     where o.festival_id = $1`,
    [festivalId],
  );
  const flaws = await auditFestival(ctx, FestivalId.parse(festivalId));
  return { ...rows[0], flaws: flaws.length };
}

/** Bare SQL: the next orders reserved, given back and completed, so many a statement. */
async function measureLimit({ festivalId }: Shop): Promise<number> {
  const pool = openPool(database.url, { max: 1, role: 'festivals_api' });
  const by = JSON.stringify({ kind: 'system', id: null, request: 'bench' });
  const began = performance.now();
  const inFestival = async <T extends object>(sql: string, values: unknown[]): Promise<T[]> => {
    await pool.query('begin');
    await pool.query({ name: 'enter', text: `select set_config('app.festival', $1, true)`, values: [festivalId] });
    const { rows } = await pool.query<T>(sql, values);
    await pool.query('commit');
    return rows;
  };
  for (let done = 0; done < orders; done += ordersAtOnce) {
    const reserved = await inFestival<{ id: string }>(
      `with next as (
         select o.id as order_id, p.id as payment_id from ticket_order o join payment p on p.festival_id = o.festival_id and p.order_id = o.id
         where o.festival_id = $1 and o.status = 'PAID' order by o.id limit ${ordersAtOnce}
       ), made as (
         insert into refund (festival_id, id, order_id, payment_id, amount, currency, reason)
         select $1, new_id(), order_id, payment_id, 9000, 'EUR', 'The storm' from next returning festival_id, id, order_id
       ), parts as (
         insert into refund_ticket (festival_id, refund_id, ticket_id, amount, vat_amount)
         select m.festival_id, m.id, t.id, 4500, 254 from made m join ticket t on t.festival_id = m.festival_id and t.order_id = m.order_id
       )
       select id from made`,
      [festivalId],
    );
    const ids = reserved.map(({ id }) => id);
    await inFestival(
      `with given as (
         insert into sandbox_refund (key, charge, amount) select id::text, payment_id::text, amount from refund where festival_id = $1 and id = any($2) returning charge
       ) update sandbox_charge c set outcome = 'refunded' from given where c.key = given.charge`,
      [festivalId, ids],
    );
    await pool.query('select complete_refunds($1, $2, $3)', [festivalId, ids, by]);
  }
  const perSecond = orders / ((performance.now() - began) / 1000);
  await pool.end();
  return perSecond;
}
