import { verify } from '@node-rs/argon2';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inSeconds } from '../in-seconds.ts';
import { openPool } from '../connect.ts';
import { type TestDatabase, testDatabase } from '../template.ts';
import { demoAccounts } from './accounts.ts';
import { seedDemo } from './seed.ts';

const base = new Date('2026-11-21T09:00:00Z');
let database: TestDatabase;
let pool: pg.Pool;
let [took, most] = [0, 0];
beforeAll(async () => {
  database = await testDatabase();
  pool = openPool(database.url, { max: 2 });
  const started = performance.now();
  await seedDemo(database.url, { base });
  took = performance.now() - started;
  most = inSeconds(10);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const query = async (sql: string): Promise<Record<string, unknown>[]> => (await pool.query(sql)).rows;
const tables = [
  'person',
  'festival',
  'membership',
  'map_layer',
  'place',
  'stage',
  'artist',
  'slot',
  'stand',
  'product',
  'stock_item',
  'product_stock',
  'stock_movement',
  'volunteer',
  'quota',
  'ticket_group',
  'ticket_type',
  'ticket_type_quota',
  'ticket_option',
  'price_rules',
  'asked_of_buyers',
  'promo_code',
  'basket',
  'basket_line',
  'basket_claim',
  'basket_code',
  'ticket_order',
  'payment',
  'sandbox_charge',
  'ticket',
  'tally',
  'event',
];

/** Everything that was written, but for what PostgreSQL itself adds: the transaction and the moment of the event. */
const fingerprint = async (from: pg.Pool): Promise<string[]> =>
  Promise.all(
    tables.map(async (table) => {
      const { rows } = await from.query<{ print: string }>(
        `select md5(string_agg(line, '|' order by line)) as print
         from (select (to_jsonb(t) - 'changed_xid' - 'xid' - 'seq' - 'at')::text as line from ${table} t) as lines`,
      );
      return `${table} ${rows[0]?.print}`;
    }),
  );

describe('the seeded demo', () => {
  test('is of full size and made in less than ten seconds', async () => {
    expect(took).toBeLessThan(most);
    const counted = `select
      (select count(*) from stage s where s.festival_id = f.id) as stages, (select count(*) from artist a where a.festival_id = f.id) as artists,
      (select count(*) from slot s where s.festival_id = f.id) as sets, (select count(distinct day) from slot s where s.festival_id = f.id) as days,
      (select count(*) from place p where p.festival_id = f.id) as places, (select count(*) from stand s where s.festival_id = f.id) as stands,
      (select count(*) from product p where p.festival_id = f.id) as products, (select count(*) from ticket_type t where t.festival_id = f.id) as types,
      (select count(*) from ticket_order o where o.festival_id = f.id) as orders from festival f where slug = 'solbrume'`;
    const [counts] = await query(counted);
    expect(counts).toMatchObject({ stages: 6, artists: 122, sets: 122, days: 3, stands: 25, types: 7, orders: 3_000 });
    expect(counts?.['places']).toBeGreaterThanOrEqual(40);
    expect(counts?.['products']).toBeGreaterThanOrEqual(130);
    expect(await query('select slug, status from festival order by slug')).toEqual([
      { slug: 'laiton', status: 'PUBLISHED' },
      { slug: 'solbrume', status: 'PUBLISHED' },
      { slug: 'solbrume-hiver', status: 'DRAFT' },
      { slug: 'zoutlicht', status: 'PUBLISHED' },
    ]);
  });

  test('plays across midnight without two sets at once on a stage or an artist in two places', async () => {
    const overlaps = (column: string) => `select from slot a join slot b on a.${column} = b.${column} and a.id < b.id
      and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
      and coalesce(a.overlays_id, a.id) <> coalesce(b.overlays_id, b.id)`;
    expect(await query(overlaps('stage_id'))).toEqual([]);
    expect(await query(overlaps('artist_id'))).toEqual([]);
    const [night] = await query(`select count(*) as sets from slot s join festival f on f.id = s.festival_id
      where (starts_at at time zone f.zone)::date = day and (ends_at at time zone f.zone)::date = day + 1`);
    expect(night?.['sets']).toBeGreaterThanOrEqual(6);
    expect(
      await query(`select from slot s join festival f on f.id = s.festival_id
      where ((starts_at at time zone f.zone) - interval '6 hours')::date <> day or day not between f.starts_on and f.ends_on`),
    ).toEqual([]);
  });

  test('never sold more than there is, and counts exactly the tickets that are sold', async () => {
    const quotas =
      await query(`select q.capacity, q.sold, q.held, exists (select from ticket_type y where y.quota_id = q.id) as places,
      (select count(*) from ticket t join ticket_type y on y.festival_id = t.festival_id and y.id = t.ticket_type_id
        where y.quota_id = q.id and t.status in ('SOLD', 'USED')) as tickets,
      (select coalesce(sum(l.quantity), 0) from basket_line l join ticket_order o on o.basket_id = l.basket_id
        where l.quota_id = q.id and l.kind = 'OPTION' and o.status = 'PAID') as options,
      -- What was used of a code, and what was sold at a step, is used for good.
      (select coalesce(sum(c.places), 0) from basket_claim c join ticket_order o on o.basket_id = c.basket_id
        where c.quota_id = q.id and o.status in ('PAID', 'REFUNDED')) as claims
      from quota q where not q.shared`);
    expect(quotas.filter(({ places }) => places)).toHaveLength(15);
    // Options that are counted, codes that are limited, a step that ends with its stock.
    expect(quotas.filter(({ places }) => !places)).toHaveLength(4 + 7 + 1);
    for (const { capacity, sold, held, tickets, options, claims } of quotas) {
      expect(Number(sold) + Number(held)).toBeLessThanOrEqual(Number(capacity));
      expect(Number(sold)).toBe(Number(tickets) + Number(options) + Number(claims));
    }
    expect(quotas.filter(({ capacity, sold }) => capacity === sold)).toHaveLength(1);
  });

  test('counts in shared quotas what the types that share them have sold', async () => {
    const shared = await query(`select q.sold, q.capacity, (select sum(o.sold) from ticket_type_quota l
        join ticket_type t on t.festival_id = l.festival_id and t.id = l.ticket_type_id
        join quota o on o.festival_id = t.festival_id and o.id = t.quota_id where l.quota_id = q.id) as own
      from quota q where q.shared`);
    expect(shared).toHaveLength(3);
    for (const { sold, own } of shared) expect(sold).toBe(Number(own));
  });

  test('adds up: lines, baskets, orders, payments, the bank’s book and tickets agree', async () => {
    expect(
      await query(`select o.reference from ticket_order o join basket b on b.festival_id = o.festival_id and b.id = o.basket_id
      where o.total <> (select sum(quantity * unit_price) from basket_line l where l.basket_id = b.id) or o.total <> b.total`),
    ).toEqual([]);
    expect(
      await query(`select o.reference from ticket_order o
      where (select count(*) from ticket t where t.order_id = o.id)
        <> case when o.paid_at is null then 0
          else (select sum(quantity) from basket_line l where l.basket_id = o.basket_id and l.kind = 'TICKET') end`),
    ).toEqual([]);
    expect(
      await query(`select o.reference from ticket_order o
      where (o.status = 'PAID') <> exists (select from payment p where p.order_id = o.id and p.status = 'COMPLETED' and p.amount = o.total)
        or (o.status = 'REFUNDED') <> exists (select from payment p where p.order_id = o.id and p.status = 'REFUNDED')`),
    ).toEqual([]);
    expect(
      await query(`select p.id from payment p left join sandbox_charge c on c.key = p.id::text
      where (p.provider = 'none') <> (p.amount = 0) or p.provider = 'sandbox' and (c.amount is distinct from p.amount
        or c.outcome <> case p.status when 'COMPLETED' then 'succeeded' when 'REFUNDED' then 'refunded' else p.reason end)`),
    ).toEqual([]);
    expect(
      await query(
        `select y.id from ticket_type y join basket_line l on l.ticket_type_id = y.id where l.quantity > y.max_per_order`,
      ),
    ).toEqual([]);
  });

  test('sells everything that the shop can sell, at prices that say why', async () => {
    const [kinds] =
      await query(`select count(distinct kind) as kinds, count(*) filter (where tier_id is not null) as steps,
      count(*) filter (where variation_id is not null) as variations, count(*) filter (where bundle_id is not null) as bundles,
      count(distinct unit_price) filter (where name->>'en' = 'Dawn concert') as named_prices from basket_line`);
    for (const [what, many] of Object.entries(kinds ?? {})) expect([what, Number(many) > 3]).toEqual([what, true]);
    expect(
      await query(`select l.basket_id from basket_line l where (l.list_price - l.unit_price) * l.quantity
        <> (select coalesce(sum((one->>'amount')::bigint), 0) from jsonb_array_elements(l.why) as one)`),
    ).toEqual([]);
    const codes =
      await query(`select p.code from promo_code p join festival f on f.id = p.festival_id where f.slug = 'solbrume'
      and exists (select from basket_code b where b.code_id = p.id) order by 1`);
    expect(codes.map(({ code }) => code)).toEqual(['MECENES', 'PREMIERE', 'RADIO', 'SOLBRUME10', 'VOISINS']);
  });

  test('lies in the past: held, then ordered, then paid, all before the base and after the sale opened', async () => {
    expect(
      await query(`select o.reference from ticket_order o join basket b on b.id = o.basket_id
      where not (b.held_at < o.placed_at and o.placed_at < b.expires_at and coalesce(o.paid_at > o.placed_at, true)
        and greatest(o.pay_until, o.paid_at) < '${base.toISOString()}')`),
    ).toEqual([]);
    expect(
      await query(`select from ticket where changed_at not between issued_at and '${base.toISOString()}'`),
    ).toEqual([]);
    expect(
      await query(`select from basket_line l join basket b on b.id = l.basket_id join ticket_type t on t.id = l.ticket_type_id
      where b.held_at < t.on_sale_from`),
    ).toEqual([]);
    const [spread] = await query(
      `select count(distinct date_trunc('month', placed_at)) as months, count(distinct status) as fates from ticket_order`,
    );
    expect(spread?.['months']).toBeGreaterThanOrEqual(4);
    expect(spread?.['fates']).toBe(4);
  });

  test('lets each account in with its password, and gives the visitor tickets in three festivals', async () => {
    const hashes = new Map(
      (await query('select email, password_hash from person')).map((row) => [
        row['email'],
        String(row['password_hash']),
      ]),
    );
    expect(hashes.size).toBe(demoAccounts.length);
    for (const { email, password } of demoAccounts) expect(await verify(hashes.get(email) ?? '', password)).toBe(true);
    expect(
      await query(`select f.slug, count(*)::int as tickets from lookup.tickets_of((select id from person where email = 'visitor@demo.example'), null, null, 50) t
      join festival f on f.id = t.festival_id group by f.slug order by f.slug`),
    ).toEqual([
      { slug: 'laiton', tickets: 2 },
      { slug: 'solbrume', tickets: 2 },
      { slug: 'zoutlicht', tickets: 2 },
    ]);
  });

  test('leaves one honest event a festival', async () => {
    expect(await query('select name, actor_kind, count(*) as events from event group by 1, 2')).toEqual([
      { name: 'festival.seeded', actor_kind: 'system', events: 4 },
    ]);
  });

  test('is left alone by a second call, and the same in another database', async () => {
    const before = await fingerprint(pool);
    await seedDemo(database.url, { base: new Date('2030-01-01T00:00:00Z') });
    expect(await fingerprint(pool)).toEqual(before);
    const twin = await testDatabase();
    const twinPool = openPool(twin.url, { max: 2 });
    try {
      await seedDemo(twin.url, { base });
      expect(await fingerprint(twinPool)).toEqual(before);
    } finally {
      await twinPool.end();
      await twin.drop();
    }
  });
});
