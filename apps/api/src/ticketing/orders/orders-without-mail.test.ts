/** Orders whose buyer left no address, or was taken out of them: whatever happens to them, no job tries to mail anybody, or waits for ever. */
import { ApiError } from '@festivals/contract';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { newestMessages } from '../../mail/mailbox.ts';
import { systemContext } from '../../platform/context.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { replaceTickets } from '../tickets/replace-tickets.ts';
import { runMassRefunds } from '../refunds/run-mass-refunds.ts';
import { buyer, openShop, type Shop } from '../testing.ts';

let api: TestApi;
let shop: Shop;
let organiser: Awaited<ReturnType<TestApi['person']>>;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  shop = await openShop(api, { capacity: 30, price: 4500 });
  organiser = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] });
});

const here = () => ({ params: { festivalId: shop.festivalId } });
const on = (orderId: string) => ({ params: { festivalId: shop.festivalId, orderId } });
const nameOf = (error: unknown) => (error instanceof ApiError ? error.name : String(error));
const sell = async (means: 'CASH' | 'CARD_TERMINAL') => {
  const items = [{ ticketTypeId: shop.ticketTypeId, quantity: 1 }];
  const body = { wishes: { items }, total: 4500, language: 'en' as const, means };
  return (await organiser.client.ticketing.sellAtDesk({ ...here(), body })).order;
};
/** An order whose buyer's account is gone. */
async function forgotten() {
  const order = await buyer(api, shop).buy();
  await api.ownerPool.query(`update ticket_order set email = 'erased-' || id || '@erased.invalid' where id = $1`, [
    order.id,
  ]);
  return order;
}
const mailed = async () => (await newestMessages(api.resources.env.FESTIVALS_DATA, 100)).map(({ to }) => to);
async function afterJobs(): Promise<{ mailed: string[]; waiting: number }> {
  await api.runJobsOnce();
  const { rows } = await api.ownerPool.query<{ jobs: number }>(
    'select count(*)::int as jobs from graphile_worker.jobs',
  );
  return { mailed: await mailed(), waiting: rows[0]?.jobs ?? 0 };
}

it('are refunded, one by one and many at once, without a mail', async () => {
  const [cash, terminal, erased] = [await sell('CASH'), await sell('CARD_TERMINAL'), await forgotten()];
  const before = (await afterJobs()).mailed;
  await organiser.client.ticketing.refundOrder({
    ...on(cash.id),
    body: { ticketIds: cash.tickets.map(({ id }) => id), reason: 'ill' },
  });
  const scope = { ticketTypeId: null, keep: { kind: 'NOTHING' as const }, withUsed: false };
  const { orders, amount } = await organiser.client.ticketing.planMassRefund({ ...here(), body: scope });
  expect({ orders, amount }).toEqual({ orders: 2, amount: 9000 });
  const body = { ...scope, reason: 'The storm', expected: { orders, amount } };
  await organiser.client.ticketing.startMassRefund({ ...here(), body });
  await runMassRefunds(systemContext(api.resources));
  await runMassRefunds(systemContext(api.resources));
  const statuses = await Promise.all(
    [cash, terminal, erased].map(async ({ id }) => (await organiser.client.ticketing.getOrder(on(id))).status),
  );
  expect(statuses).toEqual(['REFUNDED', 'REFUNDED', 'REFUNDED']);
  expect(await afterJobs()).toEqual({ mailed: before, waiting: 0 });
});

it('are neither mailed again nor counted as mailed when a key is withdrawn', async () => {
  const [cash, erased] = [await sell('CASH'), await forgotten()];
  await buyer(api, shop, 'known@example.org').buy();
  const before = (await afterJobs()).mailed;
  for (const { id } of [cash, erased])
    expect(await organiser.client.ticketing.mailOrder({ ...on(id), body: {} }).catch(nameOf)).toBe(
      'ORDER_WITHOUT_EMAIL',
    );
  await organiser.client.ticketing.withdrawTicketKey({
    params: { ...here().params, number: 1 },
    body: { reason: 'A copy was lost' },
  });
  await api.ownerPool.query(
    `update key_replacement set not_before = now() - interval '1 second' where festival_id = $1`,
    [shop.festivalId],
  );
  await replaceTickets(systemContext(api.resources));
  const keys = await organiser.client.ticketing.listTicketKeys(here());
  expect(keys.find(({ number }) => number === 1)?.replacement).toMatchObject({ orders: 1, sent: 1, done: true });
  expect(await afterJobs()).toEqual({ mailed: ['known@example.org', ...before], waiting: 0 });
});

it('are handed out on paper once more, corrected without an address, and get one when somebody says it', async () => {
  const order = await sell('CASH');
  const print = () => organiser.client.ticketing.handOutTickets({ ...on(order.id), query: {} });
  const pdf = await print();
  expect(pdf.type).toBe('application/pdf');
  expect(pdf.size).toBeGreaterThan(1000);
  const correct = (name: string, email: string, was: { name: string; email: string }) =>
    organiser.client.ticketing.correctOrder({ ...on(order.id), body: { was, name, email, reason: 'told us later' } });
  const named = await correct('Ada', '', order);
  expect(named).toMatchObject({ name: 'Ada', email: '' });
  await correct('Ada', 'ada@example.org', named);
  await organiser.client.ticketing.mailOrder({ ...on(order.id), body: {} });
  expect((await afterJobs()).mailed[0]).toBe('ada@example.org');
  expect(await correct('Ada', '', { name: 'Ada', email: 'ada@example.org' }).catch(nameOf)).toBe('VALIDATION_FAILED');
  await organiser.client.ticketing.refundOrder({
    ...on(order.id),
    body: { ticketIds: order.tickets.map(({ id }) => id), reason: 'ill' },
  });
  expect(await print().catch(nameOf)).toBe('NOT_PAID');
});
