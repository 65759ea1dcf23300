/** Refunds: each ticket's money goes back once, whatever happens on the way, and the books agree at the end of it. */
import { ApiError } from '@festivals/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestMessages } from '../../mail/mailbox.ts';
import { systemContext } from '../../platform/context.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { finishRefunds } from './give-back.ts';
import { buyer, openShop, quotaOf, type Shop } from '../testing.ts';

let api: TestApi;
let shop: Shop;
let finance: Awaited<ReturnType<TestApi['person']>>;
beforeAll(async () => {
  api = await startApi();
  shop = await openShop(api, { capacity: 500 });
  finance = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'FINANCE' }] });
});
afterAll(() => api.stop());

const refund = (orderId: string, ticketIds: string[], key?: string) =>
  finance.client.ticketing.refundOrder(
    { params: { festivalId: shop.festivalId, orderId }, body: { ticketIds, reason: 'The weather' } },
    key === undefined ? {} : { idempotencyKey: key },
  );
const orderNow = (orderId: string) =>
  finance.client.ticketing.getOrder({ params: { festivalId: shop.festivalId, orderId } });
const idsOf = ({ tickets }: { tickets: readonly { id: string }[] }) => tickets.map(({ id }) => id);
const nameOf = (error: unknown) => (error instanceof ApiError ? error.name : String(error));
const given = async (paymentId: string | undefined) =>
  Number(
    (
      await api.ownerPool.query<{ sum: string }>(
        'select coalesce(sum(amount), 0)::int as sum from sandbox_refund where charge = $1',
        [paymentId],
      )
    ).rows[0]?.sum,
  );

describe('a part of an order', () => {
  it('goes back: its money, its places, its tickets; the rest stays', async () => {
    const order = await buyer(api, shop).buy(3);
    const { sold } = await quotaOf(api, shop);
    const [first = '', second = ''] = idsOf(order);
    const done = await refund(order.id, [first, second]);
    expect(done).toMatchObject({ status: 'COMPLETED', amount: 9000, ticketIds: [first, second].toSorted() });
    const after = await orderNow(order.id);
    expect(after).toMatchObject({ status: 'PAID', payment: { status: 'COMPLETED' } });
    expect(after.tickets.map(({ status }) => status).toSorted()).toEqual(['REFUNDED', 'REFUNDED', 'SOLD']);
    // What opens no gate any more has no code to be handed on.
    for (const { status, code } of after.tickets) expect(code !== '').toBe(status === 'SOLD');
    expect((await quotaOf(api, shop)).sold).toBe(sold - 2);
    expect(await given(order.payment?.id)).toBe(9000);
  });

  it('then the rest goes back, and the order is refunded as a whole', async () => {
    const order = await buyer(api, shop).buy(3);
    const [first = '', ...rest] = idsOf(order);
    await refund(order.id, [first]);
    await refund(order.id, rest);
    expect(await orderNow(order.id)).toMatchObject({ status: 'REFUNDED', payment: { status: 'REFUNDED' } });
    expect(await given(order.payment?.id)).toBe(order.total);
    const refunds = await finance.client.ticketing.listRefunds({
      params: { festivalId: shop.festivalId, orderId: order.id },
    });
    expect(refunds.map(({ amount }) => amount)).toEqual([4500, 9000]);
  });

  it('is taken out of the figures of the board', async () => {
    const total = async () =>
      (await finance.client.board.getBoard({ params: { festivalId: shop.festivalId } })).sales?.total;
    const order = await buyer(api, shop).buy(2);
    const before = await total();
    await refund(order.id, idsOf(order));
    const after = await total();
    expect(after).toEqual({
      ...before,
      orders: (before?.orders ?? 0) - 1,
      tickets: (before?.tickets ?? 0) - 2,
      revenue: (before?.revenue ?? 0) - 9000,
    });
    const sales = await finance.client.ticketing.getSales({ params: { festivalId: shop.festivalId } });
    expect(sales.revenue).toBe(after?.revenue);
  });

  it('tells its buyer, with the reason', async () => {
    const order = await buyer(api, shop, 'told@example.org').buy(1);
    await refund(order.id, idsOf(order));
    await api.runJobsOnce();
    const mails = await newestMessages(api.resources.env.FESTIVALS_DATA);
    const texts = mails.filter(({ to }) => to === 'told@example.org').map(({ text }) => text);
    expect(texts).toContainEqual(expect.stringContaining('The weather'));
    const { rows } = await api.ownerPool.query(
      `select after from event where subject_id = $1 and name = 'ticketing.order_refunded'`,
      [order.id],
    );
    expect(rows).toMatchObject([{ after: { amount: 4500, whole: true, reason: 'The weather' } }]);
  });
});

describe('nothing goes back', () => {
  it.each(['USED', 'REFUNDED'])('for a ticket that is %s, nor for any with it', async (status) => {
    const order = await buyer(api, shop).buy(2);
    const [spent = '', other = ''] = idsOf(order);
    if (status === 'REFUNDED') await refund(order.id, [spent]);
    else await api.ownerPool.query(`update ticket set status = 'USED' where id = $1`, [spent]);
    const before = await given(order.payment?.id);
    await expect(refund(order.id, [other, spent])).rejects.toMatchObject({
      name: 'NOT_REFUNDABLE',
      status: 409,
      details: { ticketIds: [spent] },
    });
    expect(await given(order.payment?.id)).toBe(before);
  });

  it('for a ticket of another order, an order that is not paid, or one of another festival', async () => {
    const [mine, other] = [await buyer(api, shop).buy(1), await buyer(api, shop).buy(1)];
    expect(await refund(mine.id, idsOf(other)).catch(nameOf)).toBe('NOT_FOUND');
    const visitor = buyer(api, shop);
    const unpaid = await visitor.order((await visitor.hold()).id);
    expect(await refund(unpaid.id, idsOf(other)).catch(nameOf)).toBe('NOT_PAID');
    const elsewhere = await openShop(api, { capacity: 5 });
    const theirs = await buyer(api, elsewhere).buy(1);
    expect(await refund(theirs.id, idsOf(theirs)).catch(nameOf)).toBe('NOT_FOUND');
  });

  it('at the word of somebody who may only look', async () => {
    const order = await buyer(api, shop).buy(1);
    for (const role of ['STAFF', 'PROGRAMMER', 'SECURITY'] as const) {
      const { client } = await api.person({ roles: [{ festivalId: shop.festivalId, role }] });
      const asked = client.ticketing.refundOrder({
        params: { festivalId: shop.festivalId, orderId: order.id },
        body: { ticketIds: idsOf(order), reason: 'x' },
      });
      expect(await asked.catch(nameOf)).toBe('FORBIDDEN');
    }
  });
});

describe('whatever happens on the way', () => {
  it('twenty who refund the same tickets at once give them back once', async () => {
    const order = await buyer(api, shop).buy(4);
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => refund(order.id, idsOf(order))));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await given(order.payment?.id)).toBe(order.total);
  });

  it('twenty who refund one ticket each at once never give back more than was paid, nor lose a cent of the tax', async () => {
    const order = await buyer(api, shop).buy(7);
    await Promise.all(idsOf(order).map((id) => refund(order.id, [id])));
    expect(await orderNow(order.id)).toMatchObject({ status: 'REFUNDED' });
    expect(await given(order.payment?.id)).toBe(order.total);
    const { rows } = await api.ownerPool.query(
      `select sum(r.vat_amount)::int as vat, (select vat_amount::int from basket_line l join ticket_order o on o.basket_id = l.basket_id where o.id = $1) as line
       from refund_ticket r join ticket t on t.id = r.ticket_id where t.order_id = $1`,
      [order.id],
    );
    expect(rows[0]?.vat).toBe(rows[0]?.line);
  });

  it('one key is one refund, however often it is sent', async () => {
    const order = await buyer(api, shop).buy(2);
    const ids = idsOf(order);
    const first = await refund(order.id, ids, 'refund-key-0001');
    expect(await refund(order.id, ids, 'refund-key-0001')).toEqual(first);
    expect(await given(order.payment?.id)).toBe(order.total);
  });

  it.each([
    ['before the provider was asked', false],
    ['after the provider gave the money back', true],
  ])('a process that dies %s leaves a refund that is finished, once', async (_, asked) => {
    const order = await buyer(api, shop).buy(2);
    const [ticketId = ''] = idsOf(order);
    const refundId = crypto.randomUUID();
    await api.ownerPool.query(
      `with made as (insert into refund (festival_id, id, order_id, payment_id, amount, currency, reason, next_try_at)
         values ($1, $2, $3, $4, 4500, 'EUR', 'half done', now()) returning id)
       insert into refund_ticket (festival_id, refund_id, ticket_id, amount, vat_amount) select $1, id, $5, 4500, 255 from made`,
      [shop.festivalId, refundId, order.id, order.payment?.id, ticketId],
    );
    if (asked)
      await api.ownerPool.query('insert into sandbox_refund (key, charge, amount) values ($1, $2, 4500)', [
        refundId,
        order.payment?.id,
      ]);
    const ctx = systemContext(api.resources);
    await Promise.all([finishRefunds(ctx), finishRefunds(ctx)]);
    await finishRefunds(ctx);
    expect(await given(order.payment?.id)).toBe(4500);
    expect((await orderNow(order.id)).tickets.map(({ status }) => status).toSorted()).toEqual(['REFUNDED', 'SOLD']);
  });

  it('the database itself gives back no ticket twice, and no more than was paid', async () => {
    const order = await buyer(api, shop).buy(1);
    const insert = (amount: number) =>
      api.ownerPool.query(
        `insert into refund (festival_id, id, order_id, payment_id, amount, currency, reason) values ($1, $2, $3, $4, $5, 'EUR', '')`,
        [shop.festivalId, crypto.randomUUID(), order.id, order.payment?.id, amount],
      );
    await expect(insert(order.total + 1)).rejects.toThrow('more would go back than was paid');
    await refund(order.id, idsOf(order));
    await expect(insert(1)).rejects.toThrow('more would go back than was paid');
  });
});
