/** Mass refunds: what the plan says is what happens, to each order once, whatever dies, refuses or is asked for twice on the way. */
import { ApiError } from '@festivals/contract';
import { FestivalId } from '@festivals/domain/primitives';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemContext } from '../../platform/context.ts';
import { step } from '../../platform/transaction.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { finishRefunds } from './give-back.ts';
import { takeOrders } from './mass-refund-store.ts';
import { runMassRefunds } from './run-mass-refunds.ts';
import { buyer, openShop, quotaOf, type Shop } from '../testing.ts';
import { givenBack, refuseRefunds } from './testing.ts';

let api: TestApi;
let shop: Shop;
let finance: Awaited<ReturnType<TestApi['person']>>;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  shop = await openShop(api, { capacity: 500 });
  finance = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'FINANCE' }] });
});
afterAll(() => api.stop());

const all = { ticketTypeId: null, keep: { kind: 'NOTHING' as const }, withUsed: false };
type Scope = Omit<typeof all, 'keep'> & { keep: object };
const here = () => ({ params: { festivalId: shop.festivalId } });
const plan = (scope: Partial<Scope> = {}) =>
  finance.client.ticketing.planMassRefund({ ...here(), body: { ...all, ...scope } as typeof all });
const start = async (scope: Partial<Scope> = {}, expected?: { orders: number; amount: number }) => {
  const { orders, amount } = expected ?? (await plan(scope));
  const body = { ...all, ...scope, reason: 'The storm', expected: { orders, amount } } as typeof all & {
    reason: string;
    expected: { orders: number; amount: number };
  };
  return finance.client.ticketing.startMassRefund({ ...here(), body });
};
const now = async () => (await finance.client.ticketing.listMassRefunds(here()))[0];
const run = () => runMassRefunds(systemContext(api.resources));
const steer = (massRefundId: string, deed: 'pause' | 'resume' | 'stop' | 'retry') =>
  finance.client.ticketing.steerMassRefund({
    params: { festivalId: shop.festivalId, massRefundId },
    body: { deed },
  });
const nameOf = (error: unknown) => (error instanceof ApiError ? error.name : String(error));
const given = () => givenBack(api, shop.festivalId);
const buyMany = (many: number, quantity = 1) =>
  Promise.all(Array.from({ length: many }, () => buyer(api, shop).buy(quantity)));

describe('a festival that is called off', () => {
  it('gives back every order once: money, places, tickets, mails, books', async () => {
    const orders = await buyMany(12, 2);
    expect(await plan()).toEqual({
      orders: 12,
      tickets: 24,
      amount: 108_000,
      kept: 0,
      currency: 'EUR',
      used: 0,
      disputed: 0,
    });
    const begun = await start();
    expect(begun).toMatchObject({ status: 'RUNNING', orders: 12, done: 0, failing: 0, amount: 0, reason: 'The storm' });
    await Promise.all([run(), run(), run()]);
    await run();
    expect(await now()).toMatchObject({ status: 'DONE', orders: 12, done: 12, failing: 0, amount: 108_000 });
    expect(await given()).toEqual({ times: 12, amount: 108_000 });
    expect(await quotaOf(api, shop)).toMatchObject({ sold: 0, held: 0 });
    const { rows } = await api.ownerPool.query(
      `select count(*)::int as events, count(distinct subject_id)::int as orders, bool_and(actor_id = $2) as "byWhoAsked"
       from event where festival_id = $1 and name = 'ticketing.order_refunded'`,
      [shop.festivalId, finance.id],
    );
    expect(rows).toEqual([{ events: 12, orders: 12, byWhoAsked: true }]);
    const order = await finance.client.ticketing.getOrder({
      params: { festivalId: shop.festivalId, orderId: orders[0]?.id ?? '' },
    });
    expect(order).toMatchObject({ status: 'REFUNDED', payment: { status: 'REFUNDED' } });
    expect(await start({}, { orders: 0, amount: 0 }).catch(nameOf)).toBe('NOTHING_TO_REFUND');
  });

  it('keeps a fee where it says so, and used tickets only where they are taken in', async () => {
    const [first] = await buyMany(3, 2);
    await api.ownerPool.query(`update ticket set status = 'USED' where id = $1`, [first?.tickets[0]?.id]);
    const keep = { kind: 'PART', rate: 1000 };
    expect(await plan({ keep })).toMatchObject({ orders: 3, tickets: 5, amount: 20_250, kept: 2250, used: 1 });
    await start({ keep });
    await run();
    expect(await given()).toEqual({ times: 3, amount: 20_250 });
    expect(await quotaOf(api, shop)).toMatchObject({ sold: 1 });
    const sales = await finance.client.ticketing.getSales(here());
    // The ticket that was used, and a tenth of the others.
    expect(sales).toMatchObject({ revenue: 4500 + 2250, orders: 1 });
    const board = await finance.client.board.getBoard(here());
    expect(board.sales?.total).toMatchObject({ revenue: 4500 + 2250, orders: 1, tickets: 1 });
    expect(await plan({ withUsed: true })).toMatchObject({ orders: 1, tickets: 1, amount: 4500 });
  });

  it('leaves alone what another type sold, and what was given back before', async () => {
    const [first] = await buyMany(2);
    await finance.client.ticketing.refundOrder({
      params: { festivalId: shop.festivalId, orderId: first?.id ?? '' },
      body: { ticketIds: [first?.tickets[0]?.id ?? ''], reason: 'ill' },
    });
    expect(await plan({ ticketTypeId: shop.ticketTypeId as never })).toMatchObject({ orders: 1, tickets: 1 });
    const elsewhere = await openShop(api, { capacity: 5 });
    expect(await plan({ ticketTypeId: elsewhere.ticketTypeId as never }).catch(nameOf)).toBe('NOT_FOUND');
  });
});

describe('nothing is begun', () => {
  it('when it comes to something else than what was agreed to', async () => {
    await buyMany(2);
    const agreed = await plan();
    await buyMany(1);
    const refused = await start({}, agreed).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'REFUND_PLAN_CHANGED', status: 409, details: { orders: 3, amount: 13_500 } });
    expect(await now()).toBeUndefined();
  });

  it('twice: while one runs there is no other, and one key begins one', async () => {
    await buyMany(2);
    const agreed = await plan();
    const body = { ...all, reason: 'x', expected: { orders: agreed.orders, amount: agreed.amount } };
    const again = () =>
      finance.client.ticketing.startMassRefund({ ...here(), body }, { idempotencyKey: 'mass-refund-0001' });
    // Whoever comes second while the first is under way is asked to come again.
    await Promise.allSettled([again(), again()]);
    expect(await again()).toEqual(await again());
    expect(await finance.client.ticketing.listMassRefunds(here())).toHaveLength(1);
    expect(await start().catch(nameOf)).toBe('MASS_REFUND_RUNNING');
  });

  it('by those who may only look', async () => {
    const { client } = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'SECURITY' }] });
    expect(await client.ticketing.planMassRefund({ ...here(), body: all }).catch(nameOf)).toBe('FORBIDDEN');
  });
});

describe('on the way', () => {
  it('pauses, goes on, and stops for good', async () => {
    await buyMany(3);
    const { id } = await start();
    expect(await steer(id, 'pause')).toMatchObject({ status: 'PAUSED' });
    expect(await steer(id, 'pause')).toMatchObject({ status: 'PAUSED' });
    await run();
    expect(await now()).toMatchObject({ status: 'PAUSED', done: 0 });
    expect(await steer(id, 'resume')).toMatchObject({ status: 'RUNNING' });
    expect(await steer(id, 'stop')).toMatchObject({ status: 'STOPPED' });
    await run();
    expect(await given()).toEqual({ times: 0, amount: 0 });
    expect(await steer(id, 'resume').catch(nameOf)).toBe('MASS_REFUND_OVER');
  });

  it('a refusal holds nobody up, is told with its reason, and is tried again', async () => {
    const [first] = await buyMany(3);
    const accept = await refuseRefunds(api, first?.payment?.id);
    const { id } = await start();
    await run();
    expect(await now()).toMatchObject({ status: 'RUNNING', done: 2, failing: 1 });
    const params = { festivalId: shop.festivalId, massRefundId: id };
    const { items } = await finance.client.ticketing.listRefundFailures({ params, query: {} });
    expect(items).toMatchObject([{ orderId: first?.id, reason: 'the bank says no', attempts: 1, amount: 4500 }]);
    await accept();
    expect(await steer(id, 'retry')).toMatchObject({ status: 'RUNNING' });
    await finishRefunds(systemContext(api.resources));
    await run();
    expect(await now()).toMatchObject({ status: 'DONE', done: 3, failing: 0 });
    expect(await given()).toEqual({ times: 3, amount: 13_500 });
  });

  it('a worker that dies after it took orders, or after it reserved them, leaves none out and gives none back twice', async () => {
    await buyMany(5);
    const { id } = await start();
    const ctx = systemContext(api.resources);
    const festivalId = FestivalId.parse(shop.festivalId);
    await step(ctx, festivalId, async (tx) => {
      expect(await takeOrders(tx, id, 2)).toHaveLength(2);
      throw new Error('killed');
    }).catch(() => undefined);
    const accept = await api.ownerPool
      .query(`alter table sandbox_charge rename to sandbox_charge_gone`)
      .then(() => () => api.ownerPool.query(`alter table sandbox_charge_gone rename to sandbox_charge`));
    await run();
    await accept();
    // As if the process had died before it could write down that it failed.
    await api.ownerPool.query(
      `update refund set failure = null, attempts = 0, next_try_at = now() where festival_id = $1`,
      [shop.festivalId],
    );
    await Promise.all([finishRefunds(ctx), finishRefunds(ctx), run()]);
    await run();
    expect(await now()).toMatchObject({ status: 'DONE', done: 5 });
    expect(await given()).toEqual({ times: 5, amount: 22_500 });
  });
});

it('an order whose tickets were used is refunded by hand only where that is said', async () => {
  const order = await buyer(api, shop).buy(1);
  const ticketIds = order.tickets.map((ticket) => ticket.id);
  await api.ownerPool.query(`update ticket set status = 'USED' where order_id = $1`, [order.id]);
  const refund = (withUsed: boolean) =>
    finance.client.ticketing.refundOrder({
      params: { festivalId: shop.festivalId, orderId: order.id },
      body: { ticketIds, reason: 'x', withUsed, keep: { kind: 'AMOUNT', amount: 500 } },
    });
  expect(await refund(false).catch(nameOf)).toBe('NOT_REFUNDABLE');
  expect(await refund(true)).toMatchObject({ status: 'COMPLETED', amount: 4000, kept: 500 });
});

describe('what was bought beside tickets', () => {
  /** Two tickets with a tent that there are ten of. */
  async function buyWithTent() {
    const { client } = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] });
    const tent = await client.ticketing.createTicketOption({
      ...here(),
      body: { kind: 'CAMPING', name: { en: 'Tent' }, price: 3000, vat: 600, capacity: 10, most: 2 },
    });
    const visitor = buyer(api, shop);
    const basket = await api.client('site').ticketing.holdBasket({
      ...here(),
      body: {
        secret: visitor.secret,
        items: [{ ticketTypeId: shop.ticketTypeId, quantity: 2 }],
        options: [{ optionId: tent.id, quantity: 1 }],
      },
    });
    return visitor.pay((await visitor.order(basket.id)).id);
  }

  it('goes back with a festival that is called off, as the plan says, and its places are free', async () => {
    const order = await buyWithTent();
    expect(order.total).toBe(12_000);
    expect(await plan()).toMatchObject({ orders: 1, tickets: 2, amount: 12_000, kept: 0 });
    expect(await plan({ keep: { kind: 'PART', rate: 1000 } })).toMatchObject({ amount: 10_800, kept: 1200 });
    await start();
    await run();
    expect(await given()).toEqual({ times: 1, amount: 12_000 });
    const { rows } = await api.ownerPool.query<{ sold: number }>(
      'select sum(sold)::int as sold from quota where festival_id = $1',
      [shop.festivalId],
    );
    expect(rows).toEqual([{ sold: 0 }]);
    const sales = await finance.client.ticketing.getSales(here());
    const board = await finance.client.board.getBoard(here());
    expect([sales.revenue, board.sales?.total.revenue]).toEqual([0, 0]);
  });

  it('stays while a ticket is left, and goes with the last one', async () => {
    const order = await buyWithTent();
    const refund = (id = '') =>
      finance.client.ticketing.refundOrder({
        params: { festivalId: shop.festivalId, orderId: order.id },
        body: { ticketIds: [id], reason: 'x' },
      });
    expect(await refund(order.tickets[0]?.id)).toMatchObject({ amount: 4500 });
    expect(await refund(order.tickets[1]?.id)).toMatchObject({ amount: 7500 });
  });
});
