/**
 * What a purchase costs as the house grows: with one festival and with a thousand of them, each of which sells; with ten thousand tickets
 * sold and with five million. One buyer after another, so that it is the cost of a basket and not of a crowd; the fastest of a few
 * rounds counts, for whatever else the machine does can only make a round slower.
 */
import { openPool } from '@festivals/database';
import { benchDatabase, openShop, type Shop } from './bench-database.ts';
import { directBuyers } from './direct-buyers.ts';
import { rounded } from './percentile.ts';

const festivals = 1000;
const few = 10_000;
const many = 5_000_000;
const ticketsAnOrder = 50;

const database = await benchDatabase();
const direct = directBuyers(database.url);
try {
  const [first, ...others] = await openShops(1);
  if (!first) throw new Error('no shop');
  const withOne = await costOf([first]);
  others.push(...(await openShops(festivals - 1)));
  const withAll = await costOf([first, ...others]);

  await sellBefore(first, few);
  const withFew = await costOf([first]);
  await sellBefore(first, many - few);
  const withMany = await costOf([first]);
  const result = {
    festivals_cost_ratio: rounded(withAll / withOne, 2),
    tickets_cost_ratio: rounded(withMany / withFew, 2),
    basket_ms: { one_festival: withOne, festivals: withAll, few_tickets: withFew, many_tickets: withMany },
  };
  if (process.argv.includes('--json')) console.log(JSON.stringify(result));
  else for (const [name, value] of Object.entries(result)) console.log(name.padEnd(22), value);
} finally {
  await direct.close();
  await database.stop();
}

async function openShops(number: number): Promise<Shop[]> {
  const shops: Shop[] = [];
  while (shops.length < number) shops.push(await openShop(database.url, 10 * many));
  return shops;
}

/** Milliseconds a purchase, in the fastest of five rounds of four hundred, from shop to shop. */
async function costOf(shops: readonly Shop[]): Promise<number> {
  const rounds: number[] = [];
  let turn = 0;
  for (let round = 0; round < 6; round += 1) {
    const began = performance.now();
    for (let purchase = 0; purchase < 400; purchase += 1) {
      const shop = shops[turn % shops.length];
      if (shop) await direct.buy(shop);
      turn += 7;
    }
    // The first round warms up.
    if (round > 0) rounds.push((performance.now() - began) / 400);
  }
  return rounded(Math.min(...rounds), 3);
}

/** So many tickets of a festival, sold some time ago. */
async function sellBefore({ festivalId, ticketTypeId, quotaId }: Shop, tickets: number): Promise<void> {
  const pool = openPool(database.url, { max: 1 });
  await pool.query(
    `with held as (
       insert into basket (festival_id, id, secret_hash, currency, total, expires_at, status)
       select $1, new_id(), sha256(n::text::bytea), 'EUR', 0, now(), 'ORDERED' from generate_series(1, $2::int) n returning id
     ), ordered as (
       insert into ticket_order (festival_id, id, basket_id, reference, email, name, language, currency, total, status, placed_at, pay_until, paid_at)
       select $1, new_id(), id, upper(substr(md5(id::text), 1, 16)), 'kunde@example.org', 'Anna Buyer', 'en', 'EUR', 0, 'PAID',
         now() - interval '1 day', now(), now() from held returning id
     )
     insert into ticket (festival_id, id, order_id, ticket_type_id, holder)
     select $1, new_id(), ordered.id, $3, 'Anna Buyer' from ordered cross join generate_series(1, $4::int)`,
    [festivalId, tickets / ticketsAnOrder, ticketTypeId, ticketsAnOrder],
  );
  await pool.query('update quota set sold = sold + $3 where festival_id = $1 and id = $2', [
    festivalId,
    quotaId,
    tickets,
  ]);
  for (const table of ['basket', 'ticket_order', 'ticket']) await pool.query(`vacuum analyze ${table}`);
  // What was sold before is on the disk, and not written while others buy.
  await database.checkpoint();
  await pool.end();
}
