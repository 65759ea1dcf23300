/**
 * A sale's first minutes: 64 buyers at once on ONE quota, through HTTP, each hold → order → paid → signed ticket, one ticket an
 * order. The limit is the same SQL called straight through `pg`, in the same run on the same database.
 */
import { createHash, randomBytes } from 'node:crypto';
import { openPool } from '@festivals/database';
import { sharedFlush } from '../../apps/api/src/platform/durable.ts';
import { gatheredDeeds } from '../../apps/api/src/ticketing/gathered-deeds.ts';
import { Pool } from 'undici';
import { startApiProcess } from './api-process.ts';
import { benchDatabase, openShop, type Shop } from './bench-database.ts';
import { rush } from './buyers.ts';
import { percentile, rounded } from './percentile.ts';

const buyers = 64;
const seconds = 10;
const capacity = 1_000_000;

const database = await benchDatabase();
const api = await startApiProcess(database.url);
try {
  const limit = await measureLimit();
  const sale = await measureSale();
  const result = { ...sale, limit_per_s: rounded(limit), limit_ratio: rounded(sale.tickets_per_s / limit, 2) };
  print(result);
} finally {
  await api.stop();
  await database.stop();
}

async function measureSale() {
  const shop = await openShop(database.url, capacity);
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
    const basket = await post('/baskets', { secret, items: [{ ticketTypeId: shop.ticketTypeId, quantity: 1 }] });
    const order = await post('/orders', {
      basketId: basket.id,
      secret,
      email: 'buyer@example.org',
      name: 'Ada Buyer',
      language: 'en',
    });
    const paid = await post(`/orders/${order.id}/payments`, { secret, method: 'succeeds' });
    if (!paid.tickets[0]?.code.startsWith('FT1.')) throw new Error('A paid order had no signed ticket.');
  });
  await http.close();
  return {
    tickets_per_s: rounded(completed / took),
    p50_ms: rounded(percentile(latencies, 0.5)),
    p99_ms: rounded(percentile(latencies, 0.99)),
    oversold: await oversold(shop),
    errors_5xx: [...statuses].reduce((sum, [status, count]) => (status >= 500 ? sum + count : sum), 0),
  };
}

/** The same statements a purchase, without HTTP, contract and rules: what the database alone can do here. */
async function measureLimit(): Promise<number> {
  const shop = await openShop(database.url, capacity);
  const pool = openPool(database.url, { max: 14, role: 'festivals_api' });
  const deeds = gatheredDeeds(pool);
  const untilDurable = sharedFlush(() => pool.query({ name: 'make_durable', text: 'select make_durable()' }));
  const stamp = () => ({
    by: JSON.stringify({ kind: 'guest', id: null, request: 'bench' }),
    caller: randomBytes(32),
    key: randomBytes(12).toString('hex'),
    bodyHash: randomBytes(32),
  });
  const { festivalId } = shop;
  const line = {
    lineNo: 1,
    kind: 'TICKET' as const,
    itemId: null,
    ticketTypeId: shop.ticketTypeId,
    variationId: null,
    tierId: null,
    bundleId: null,
    quotaId: shop.quotaId,
    quantity: 1,
    listPrice: 4500,
    unitPrice: 4500,
    why: [],
    vat: 600,
    vatAmount: 255,
    name: { en: 'Day ticket' },
  };
  const { completed, seconds: took } = await rush(buyers, seconds, async () => {
    const [basketId, orderId, paymentId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
    const secretHash = createHash('sha256').update(orderId).digest();
    await deeds.offer(festivalId, [shop.ticketTypeId]);
    await deeds.hold(festivalId, {
      festivalId,
      basketId,
      secretHash,
      lines: [line],
      extras: null,
      currency: 'EUR',
      seconds: 900,
      ...stamp(),
    });
    await deeds.place(festivalId, {
      festivalId,
      orderId,
      basketId,
      secretHash,
      reference: orderId.replaceAll('-', '').slice(0, 16),
      email: 'buyer@example.org',
      name: 'Ada Buyer',
      language: 'en',
      personId: null,
      paySeconds: 600,
      details: null,
      ...stamp(),
    });
    const payment = stamp();
    await deeds.begin(festivalId, { festivalId, orderId, secretHash, paymentId, provider: 'sandbox', ...payment });
    await untilDurable();
    await pool.query({
      name: 'charge',
      text: `insert into sandbox_charge (key, amount, currency, outcome) select $1, 4500, 'EUR', 'succeeded' from commit_without_waiting()`,
      values: [paymentId],
    });
    await deeds.settle(festivalId, { paymentId, ...payment });
    await untilDurable();
  });
  await pool.end();
  return completed / took;
}

async function oversold({ festivalId }: Shop): Promise<number> {
  const pool = openPool(database.url, { max: 1 });
  const { rows } = await pool.query<{ over: number }>(
    `select greatest(0, q.sold + q.held - q.capacity, (select count(*) from ticket t where t.festival_id = q.festival_id) - q.sold)::int as over
     from quota q where q.festival_id = $1`,
    [festivalId],
  );
  await pool.end();
  return rows[0]?.over ?? -1;
}

function print(result: object): void {
  if (process.argv.includes('--json')) return console.log(JSON.stringify(result));
  for (const [name, value] of Object.entries(result)) console.log(`${name.padEnd(16)}${value}`);
}
