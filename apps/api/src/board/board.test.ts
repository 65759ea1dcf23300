/** The board tells what was really sold and who really came in, at every moment, to those who may know. */
import { FestivalId } from '@festivals/domain/primitives';
import { Role } from '@festivals/domain/identity/roles';
import { seedDemo } from '@festivals/database/demo/seed';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { allEnded } from '../testing/all-ended.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { buyer, openShop } from '../ticketing/testing.ts';
import { systemContext } from '../platform/context.ts';
import { rollUp } from './roll-up.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const boardOf = async (festivalId: string, role: Role = 'ORGANISER') => {
  const { client } = await api.person({ roles: [{ festivalId, role }] });
  return client.board.getBoard({ params: { festivalId: FestivalId.parse(festivalId) } });
};
const roll = () => rollUp(systemContext(api.resources));
/** What the roller has counted of all time. */
async function rolled(festivalId: string) {
  const { rows } = await api.ownerPool.query<{ orders: number; tickets: number; revenue: number }>(
    `select orders, tickets, revenue from tally
     where festival_id = $1 and ticket_type_id = '00000000-0000-0000-0000-000000000000' and quarter = '-infinity'`,
    [festivalId],
  );
  return rows[0];
}
/** The truth: the orders themselves. */
async function orders(festivalId: string) {
  const { rows } = await api.ownerPool.query<{ orders: number; tickets: number; revenue: number }>(
    `select count(*) as orders, coalesce(sum(total), 0)::bigint as revenue,
       (select count(*) from ticket t where t.festival_id = $1) as tickets
     from ticket_order where festival_id = $1 and status = 'PAID'`,
    [festivalId],
  );
  return rows[0];
}

test('money and tickets equal the orders exactly, before, while and after the roller comes by', async () => {
  const shop = await openShop(api, { capacity: 1000, price: 4567 });
  for (let round = 0; round < 4; round += 1) {
    const rolling = Promise.all([roll(), roll(), roll()]);
    await Promise.all(Array.from({ length: 6 }, (_, index) => buyer(api, shop).buy((index % 3) + 1)));
    await buyer(api, shop).hold(2);
    const { sales, entries } = await boardOf(shop.festivalId);
    const truth = await orders(shop.festivalId);
    expect(sales?.total).toEqual(truth);
    expect(sales?.types).toMatchObject([{ sold: truth?.tickets, revenue: truth?.revenue, lastWeek: truth?.tickets }]);
    expect(sales?.last7Days).toEqual(truth);
    expect(sales?.days.at(-1)).toMatchObject(sales?.today ?? {});
    expect(entries.expected).toBe(truth?.tickets);
    await rolling;
  }
  const truth = await orders(shop.festivalId);
  await expect.poll(async () => (await roll(), await rolled(shop.festivalId))).toEqual(truth);
  expect((await boardOf(shop.festivalId)).sales?.total).toEqual(truth);
});

test('what two rollers pass at once is counted once', async () => {
  const shop = await openShop(api, { capacity: 100 });
  await Promise.all(Array.from({ length: 5 }, () => buyer(api, shop).buy()));
  const rolling = () => Promise.all([roll(), roll(), roll(), roll()]);
  await expect.poll(async () => (await rolling(), await rolled(shop.festivalId))).toMatchObject({ orders: 5 });
  await Promise.all([roll(), roll()]);
  expect((await boardOf(shop.festivalId)).sales?.total.orders).toBe(5);
});

describe('who may know what', () => {
  test.each([
    ['ORGANISER', { money: true, orders: true, scans: true }],
    ['FINANCE', { money: true, orders: true, scans: false }],
    ['SECURITY', { money: false, orders: false, scans: true }],
    ['STAFF', { money: false, orders: false, scans: false }],
    ['PROGRAMMER', { money: false, orders: false, scans: false }],
  ] as const)('%s', async (role, sees) => {
    const shop = await openShop(api, { capacity: 1 });
    await buyer(api, shop).buy();
    const board = await boardOf(shop.festivalId, role);
    expect({
      money: board.sales !== null,
      orders: board.latestOrders !== null,
      scans: board.latestEntries !== null,
    }).toEqual(sees);
    expect(board.entries).toMatchObject({ admitted: 0, expected: 1 });
    expect(board.concerns.map(({ kind }) => kind)).toEqual(sees.money ? ['tickets_low'] : []);
    if (!sees.money) expect(JSON.stringify(board)).not.toMatch(/4500|revenue/);
  });
});

test('a season’s board equals its orders, day by day and type by type', async () => {
  await seedDemo(api.resources.env.DATABASE_URL);
  const { rows } = await api.ownerPool.query<{ id: string }>(`select id from festival where slug = 'solbrume'`);
  const params = { festivalId: FestivalId.parse(rows[0]?.id) };
  const { client } = await api.person({ roles: [{ festivalId: params.festivalId, role: 'FINANCE' }] });
  const [{ sales: board }, sales] = [
    await client.board.getBoard({ params }),
    await client.ticketing.getSales({ params }),
  ];
  expect(board?.total).toMatchObject({ orders: sales.orders, revenue: sales.revenue });
  expect(board?.types.map(({ ticketTypeId, revenue }) => [ticketTypeId, revenue])).toEqual(
    sales.types.map(({ ticketTypeId, revenue }) => [ticketTypeId, revenue]),
  );
  const sold = board?.days
    .filter(({ orders }) => orders > 0)
    .map(({ day, tickets, revenue }) => ({ day, tickets, revenue }));
  expect(sold?.length).toBeGreaterThan(20);
  expect(sales.days).toEqual(expect.arrayContaining(sold ?? []));
  expect(board?.last30Days).toMatchObject({ revenue: sold?.reduce((sum, { revenue }) => sum + revenue, 0) });
});

test('a festival without anything is told honestly', async () => {
  const { id } = await insertFestival(api.ownerPool, { status: 'DRAFT' });
  const board = await boardOf(id);
  expect(board).toMatchObject({
    concerns: [],
    latestOrders: [],
    latestEntries: [],
    entries: { admitted: 0, expected: 0, today: 0 },
  });
  expect(board.sales).toMatchObject({ total: { orders: 0, tickets: 0, revenue: 0 }, types: [] });
  expect(board.sales?.days).toHaveLength(30);
});

test('who came in is counted once a ticket, whichever gate turns out to be first', async () => {
  const shop = await openShop(api, { capacity: 10 });
  const { tickets } = await buyer(api, shop).buy(3);
  const deviceId = v7();
  await api.ownerPool.query(
    `insert into device (festival_id, id, name, rights, public_key, not_after) values ($1, $2, 'Gate', '{scan}', $3, now() + interval '1 day')`,
    [shop.festivalId, deviceId, Buffer.alloc(32, 1)],
  );
  let sequence = 0;
  const admit = async (ticketId: string, at: Date) => {
    sequence += 1;
    const [id, hash] = [v7(), Buffer.from(v7().replaceAll('-', '').repeat(2), 'hex')];
    await api.ownerPool.query(
      `with inbox as (insert into scan_inbox (festival_id, hash, bytes, received_from, outcome) values ($1, $2, $2, $3, 'BOOKED')),
       fact as (insert into scan_fact (festival_id, id, device_id, epoch, sequence, hash, previous, ticket_id, decision, at)
         values ($1, $4, $3, 1, $5, $2, $2, $6, 'admitted', $7))
       insert into admission (festival_id, id, ticket_id, device_id, at, received_at) values ($1, $4, $6, $3, $7, now())`,
      [shop.festivalId, hash, deviceId, id, sequence, ticketId, at],
    );
    await api.ownerPool.query('select choose_primary_admissions($1, $2)', [shop.festivalId, [ticketId]]);
  };
  const [first, second] = tickets.map(({ id }) => id) as [string, string];
  const now = Date.now();
  await admit(first, new Date(now));
  await admit(second, new Date(now));
  // An earlier scan of the same ticket comes late: it takes the first one's place, two hours before.
  await admit(first, new Date(now - 7_200_000));
  for (const rolled of [false, true]) {
    if (rolled) {
      await allEnded(api.ownerPool);
      await roll();
    }
    const { entries, latestEntries, concerns } = await boardOf(shop.festivalId);
    expect(entries).toMatchObject({ admitted: 2, expected: 3 });
    expect(entries.hours.reduce((sum, { admitted }) => sum + admitted, 0)).toBe(2);
    expect(entries.hours.filter(({ admitted }) => admitted > 0)).toHaveLength(2);
    expect(latestEntries).toHaveLength(3);
    expect(concerns).toContainEqual({ kind: 'double_admissions', count: 1 });
  }
});

test('an order that a bank refused is told until somebody pays it', async () => {
  const shop = await openShop(api, { capacity: 100 });
  const visitor = buyer(api, shop);
  const order = await visitor.order((await visitor.hold()).id);
  await expect(visitor.pay(order.id, 'declined')).rejects.toMatchObject({ status: 402 });
  expect((await boardOf(shop.festivalId)).concerns).toEqual([{ kind: 'payments_failed', count: 1 }]);
  expect((await boardOf(shop.festivalId, 'STAFF')).concerns).toEqual([]);
  await visitor.pay(order.id);
  const board = await boardOf(shop.festivalId);
  expect(board.concerns).toEqual([]);
  expect(board.latestOrders).toMatchObject([{ id: order.id, status: 'PAID', tickets: 1, total: 4500 }]);
});
