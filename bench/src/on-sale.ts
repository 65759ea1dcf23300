/**
 * A sale's first minutes: 64 buyers at once on ONE quota, through HTTP, each hold → order → paid → signed ticket, one ticket an
 * order. The limit is the same SQL called straight through `pg`, in the same run on the same database. With `--slow-commit` every
 * commit takes 2 ms more, and what one quota alone can bear is told too: holds a second, by the API's own code without HTTP.
 * `realistic` is the same rush on a festival with everything that sells (`realistic-shop.ts`), several tickets an order.
 */
import { randomBytes } from 'node:crypto';
import { openPool } from '@festivals/database';
import { Pool } from 'undici';
import { startApiProcess } from './api-process.ts';
import { benchDatabase, openShop, type Shop } from './bench-database.ts';
import { rush } from './buyers.ts';
import { directBuyers } from './direct-buyers.ts';
import { percentile, rounded } from './percentile.ts';
import { openRealisticShop, type RealisticBasket } from './realistic-shop.ts';

const buyers = 64;
const seconds = 10;
const holders = 256;
const capacity = 1_000_000;

const slowCommit = process.argv.includes('--slow-commit');
const database = await benchDatabase({ slowCommit });
const api = await startApiProcess(database.url);
try {
  const limit = await measureLimit();
  const { orders_per_s: _same, ...sale } = await measureSale(await openPlainShop());
  const realistic = await measureSale(await openRealisticShop(database.url, capacity));
  const result = {
    ...sale,
    limit_per_s: rounded(limit),
    limit_ratio: rounded(sale.tickets_per_s / limit, 2),
    realistic,
  };
  print(slowCommit ? { ...result, holds_per_s: rounded(await measureHolds()) } : result);
} finally {
  await api.stop();
  await database.stop();
}

async function openPlainShop() {
  const shop = await openShop(database.url, capacity);
  return { ...shop, baskets: [{ tickets: 1, wishes: { items: [{ ticketTypeId: shop.ticketTypeId, quantity: 1 }] } }] };
}

async function measureSale(shop: Shop & { baskets: readonly RealisticBasket[] }) {
  let turn = 0;
  const http = new Pool(new URL(api.url).origin, { connections: buyers });
  const statuses = new Map<number, number>();
  const post = async (path: string, body: object): Promise<{ id: string; tickets: { code: string }[] }> => {
    const response = await http.request({
      method: 'POST',
      path: `/api/festivals/${shop.festivalId}${path}`,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'idempotency-key': randomBytes(12).toString('hex') },
    });
    statuses.set(response.statusCode, (statuses.get(response.statusCode) ?? 0) + 1);
    const answer = (await response.body.json()) as { data: { id: string; tickets: { code: string }[] } };
    if (response.statusCode >= 400) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer.data;
  };
  const {
    completed,
    seconds: took,
    latencies,
  } = await rush(buyers, seconds, async () => {
    const secret = randomBytes(24).toString('base64url');
    const wanted = shop.baskets[turn++ % shop.baskets.length];
    const basket = await post('/baskets', { secret, ...wanted?.wishes });
    const order = await post('/orders', {
      basketId: basket.id,
      secret,
      email: 'buyer@example.org',
      name: 'Ada Buyer',
      language: 'en',
    });
    const paid = await post(`/orders/${order.id}/payments`, { secret, method: 'succeeds' });
    const signed = paid.tickets.filter(({ code }) => code.startsWith('FT1.')).length;
    if (signed !== wanted?.tickets) throw new Error('A paid order lacked a signed ticket.');
  });
  await http.close();
  return {
    tickets_per_s: rounded((completed / took) * mean(shop.baskets.map(({ tickets }) => tickets))),
    orders_per_s: rounded(completed / took),
    p50_ms: rounded(percentile(latencies, 0.5)),
    p99_ms: rounded(percentile(latencies, 0.99)),
    oversold: await oversold(shop),
    errors_5xx: [...statuses].reduce((sum, [status, count]) => (status >= 500 ? sum + count : sum), 0),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The same statements a purchase, without HTTP, contract and rules: what the database alone can do here. */
async function measureLimit(): Promise<number> {
  const shop = await openShop(database.url, capacity);
  const direct = directBuyers(database.url);
  const { completed, seconds: took } = await rush(buyers, seconds, () => direct.buy(shop));
  await direct.close();
  return completed / took;
}

/** Holds of one ticket on one quota, a second: whoever holds waits until it is on the disk. */
async function measureHolds(): Promise<number> {
  const shop = await openShop(database.url, capacity);
  const direct = directBuyers(database.url);
  const { completed, seconds: took } = await rush(holders, seconds, () => direct.hold(shop));
  await direct.close();
  const over = await oversold(shop);
  if (over > 0) throw new Error(`${over} places were held that there are not.`);
  return completed / took;
}

async function oversold({ festivalId }: Shop): Promise<number> {
  const pool = openPool(database.url, { max: 1 });
  const { rows } = await pool.query<{ over: number }>(
    `select (sum(greatest(0, q.sold + q.held - q.capacity)) + coalesce(sum(greatest(0, issued.tickets - q.sold)), 0))::int as over
     from quota q left join ticket_type y on y.festival_id = q.festival_id and y.quota_id = q.id
     left join lateral (select count(*) as tickets from ticket t where t.festival_id = y.festival_id and t.ticket_type_id = y.id) issued on true
     where q.festival_id = $1`,
    [festivalId],
  );
  await pool.end();
  return rows[0]?.over ?? -1;
}

function print(result: object): void {
  if (process.argv.includes('--json')) return console.log(JSON.stringify(result));
  for (const [name, value] of Object.entries(result)) console.log(`${name.padEnd(16)}${value}`);
}
