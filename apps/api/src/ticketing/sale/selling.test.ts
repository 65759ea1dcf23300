import { ApiError } from '@festivals/contract';
import { checkTicketCode } from '@festivals/domain/ticketing/ticket-code';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { festivalPublicKeys } from '../../devices/festival-key.ts';
import { systemContext } from '../../platform/context.ts';
import { look } from '../../platform/transaction.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { releaseAllExpired } from './expiry.ts';
import { resolvePayments } from '../paying/resolve-payments.ts';
import { linkSecret } from './secret.ts';
import { buyer, letTimePass, newSecret, openShop, quotaOf, type Shop } from '../testing.ts';
import { FestivalId } from '@festivals/domain/primitives';

let api: TestApi;
let shop: Shop;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  shop = await openShop(api, { capacity: 10, maxPerOrder: 6 });
});
afterAll(() => api.stop());

const refusal = async (call: Promise<unknown>): Promise<{ name: string; details: Record<string, unknown> }> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof ApiError) return { name: error.name, details: error.details };
    throw error;
  }
  return expect.fail('the call succeeded');
};

describe('from basket to ticket', () => {
  it('holds, orders, pays, and hands out tickets whose codes the festival signed', async () => {
    const visitor = buyer(api, shop);
    const basket = await visitor.hold(2);
    expect(basket).toMatchObject({ status: 'HELD', total: 9000, currency: 'EUR' });
    const order = await visitor.order(basket.id);
    expect(order).toMatchObject({ status: 'AWAITING_PAYMENT', total: 9000, tickets: [], payment: null });
    const paid = await visitor.pay(order.id);
    expect(paid).toMatchObject({ status: 'PAID', payment: { status: 'COMPLETED', amount: 9000 } });
    expect(paid.tickets).toHaveLength(2);
    const festivalId = FestivalId.parse(shop.festivalId);
    const keys = await look(systemContext(api.resources), festivalId, (tx) => festivalPublicKeys(tx, festivalId));
    for (const ticket of paid.tickets) {
      expect(checkTicketCode(ticket.code, keys)).toMatchObject({
        ok: true,
        ticketId: ticket.id,
        ticketTypeId: shop.ticketTypeId,
      });
    }
    expect(await visitor.view(order.id)).toEqual(paid);
  });

  it('keeps the price that the visitor saw, though the organiser raises it meanwhile', async () => {
    const visitor = buyer(api, shop);
    const basket = await visitor.hold();
    await api.ownerPool.query('update ticket_type set price = 9900 where festival_id = $1', [shop.festivalId]);
    expect((await visitor.order(basket.id)).total).toBe(4500);
  });

  it('confirms a free order without any method', async () => {
    const free = await openShop(api, { capacity: 5, price: 0 });
    const visitor = buyer(api, free);
    const order = await visitor.order((await visitor.hold()).id);
    expect(await visitor.pay(order.id, undefined)).toMatchObject({
      status: 'PAID',
      payment: { provider: 'none', amount: 0 },
    });
  });

  it('asks for a method when there is something to pay, and lets the visitor try again', async () => {
    const visitor = buyer(api, shop);
    const order = await visitor.order((await visitor.hold()).id);
    const { url } = api;
    const response = await fetch(`${url}/festivals/${shop.festivalId}/orders/${order.id}/payments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret: visitor.secret }),
    });
    expect(response.status).toBe(400);
    expect(await visitor.pay(order.id)).toMatchObject({ status: 'PAID' });
  });
});

describe('a secret', () => {
  it('alone opens basket and order', async () => {
    const visitor = buyer(api, shop);
    const basket = await visitor.hold();
    const stranger = api.client('site').ticketing;
    const secret = newSecret();
    const { festivalId } = shop;
    expect(
      await refusal(stranger.viewBasket({ params: { festivalId, basketId: basket.id }, query: { secret } })),
    ).toMatchObject({ name: 'NOT_FOUND' });
    expect(
      await refusal(stranger.releaseBasket({ params: { festivalId, basketId: basket.id }, query: { secret } })),
    ).toMatchObject({ name: 'NOT_FOUND' });
    const body = { basketId: basket.id, secret, email: 'thief@example.org', name: 'Thief', language: 'en' as const };
    expect(await refusal(stranger.placeOrder({ params: { festivalId }, body }))).toMatchObject({ name: 'NOT_FOUND' });
    const order = await visitor.order(basket.id);
    expect(
      await refusal(stranger.viewOrder({ params: { festivalId, orderId: order.id }, query: { secret } })),
    ).toMatchObject({ name: 'NOT_FOUND' });
    expect(
      await refusal(
        stranger.payOrder({ params: { festivalId, orderId: order.id }, body: { secret, method: 'succeeds' } }),
      ),
    ).toMatchObject({ name: 'NOT_FOUND' });
  });

  it('of the mail opens the order as well, and no other order', async () => {
    const visitor = buyer(api, shop);
    const [one, other] = [await visitor.buy(), await buyer(api, shop).buy()];
    const secret = linkSecret(api.resources.env, one.id);
    const { ticketing } = api.client('site');
    const { festivalId } = shop;
    expect((await ticketing.viewOrder({ params: { festivalId, orderId: one.id }, query: { secret } })).id).toBe(one.id);
    expect(
      await refusal(ticketing.viewOrder({ params: { festivalId, orderId: other.id }, query: { secret } })),
    ).toMatchObject({ name: 'NOT_FOUND' });
  });

  it('is stored nowhere', async () => {
    const visitor = buyer(api, shop);
    await visitor.buy();
    const { rows } = await api.ownerPool.query<{ text: string }>(
      `select coalesce(string_agg(t::text, ' '), '') as text from (
        select to_jsonb(b) as t from basket b union all select to_jsonb(o) from ticket_order o union all select to_jsonb(e) from event e
        union all select to_jsonb(i) from idempotency i) as everything`,
    );
    expect(rows[0]?.text).not.toContain(visitor.secret);
  });
});

describe('payment', () => {
  it.each([
    ['declined', 'declined'],
    ['insufficient_funds', 'insufficient_funds'],
  ] as const)(
    '%s costs nothing, keeps the tickets held, and can be tried again on the same order',
    async (method, reason) => {
      const visitor = buyer(api, shop);
      const order = await visitor.order((await visitor.hold()).id);
      expect(await refusal(visitor.pay(order.id, method))).toEqual({ name: 'DECLINED', details: { reason } });
      expect(await quotaOf(api, shop)).toMatchObject({ sold: 0, held: 1 });
      expect(await visitor.pay(order.id)).toMatchObject({ status: 'PAID' });
      expect(await quotaOf(api, shop)).toMatchObject({ sold: 1, held: 0 });
    },
  );

  it('waits for the bank when it wants to see the payer, and books the answer once', async () => {
    const visitor = buyer(api, shop);
    const order = await visitor.order((await visitor.hold()).id);
    const asked = await visitor.pay(order.id, 'three_d_secure');
    expect(asked).toMatchObject({ status: 'AWAITING_PAYMENT', payment: { status: 'PENDING', action: 'authenticate' } });
    const answer = () =>
      api.client('site').ticketing.authenticatePayment({
        params: { festivalId: shop.festivalId, orderId: order.id, paymentId: asked.payment?.id ?? '' },
        body: { secret: visitor.secret, approve: true },
      });
    const answers = await Promise.all([answer(), answer(), answer()]);
    for (const paid of answers) expect(paid.status).toBe('PAID');
    expect((await visitor.view(order.id)).tickets).toHaveLength(1);
  });

  it('refused at the bank leaves the order to be paid another way', async () => {
    const visitor = buyer(api, shop);
    const order = await visitor.order((await visitor.hold()).id);
    const asked = await visitor.pay(order.id, 'three_d_secure');
    const params = { festivalId: shop.festivalId, orderId: order.id, paymentId: asked.payment?.id ?? '' };
    const call = api
      .client('site')
      .ticketing.authenticatePayment({ params, body: { secret: visitor.secret, approve: false } });
    expect(await refusal(call)).toMatchObject({ name: 'DECLINED', details: { reason: 'authentication_failed' } });
    expect(await visitor.pay(order.id)).toMatchObject({ status: 'PAID' });
  });

  it('of a slow bank is settled by the worker, once, though it asks twice at once', async () => {
    const visitor = buyer(api, shop);
    const order = await visitor.order((await visitor.hold()).id);
    expect(await visitor.pay(order.id, 'slow')).toMatchObject({
      status: 'AWAITING_PAYMENT',
      payment: { status: 'PROCESSING' },
    });
    expect(await refusal(visitor.pay(order.id))).toMatchObject({ name: 'IN_PROGRESS' });
    await api.ownerPool.query(
      `update sandbox_charge set settles_at = now() - interval '1 second' where outcome = 'processing'`,
    );
    await letTimePass(api, shop, 1);
    const ctx = systemContext(api.resources);
    await Promise.all([resolvePayments(ctx), resolvePayments(ctx)]);
    expect(await visitor.view(order.id)).toMatchObject({ status: 'PAID', tickets: [{}] });
  });

  it('that a crash cut off before the provider was asked fails in the end, and the order can be paid', async () => {
    const visitor = buyer(api, shop);
    const order = await visitor.order((await visitor.hold()).id);
    await api.ownerPool.query(
      `insert into payment (festival_id, id, order_id, provider, status, amount, currency, changed_at)
       values ($1, gen_random_uuid(), $2, 'sandbox', 'PROCESSING', 4500, 'EUR', now() - interval '10 minutes')`,
      [shop.festivalId, order.id],
    );
    expect(await refusal(visitor.pay(order.id))).toMatchObject({ name: 'IN_PROGRESS' });
    await resolvePayments(systemContext(api.resources));
    expect(await visitor.pay(order.id)).toMatchObject({ status: 'PAID' });
  });

  it("cut off after the charge is booked from the provider's book", async () => {
    const visitor = buyer(api, shop);
    const order = await visitor.order((await visitor.hold()).id);
    await api.ownerPool.query(
      `with cut as (insert into payment (festival_id, id, order_id, provider, status, amount, currency, changed_at)
         values ($1, gen_random_uuid(), $2, 'sandbox', 'PROCESSING', 4500, 'EUR', now() - interval '1 minute') returning id)
       insert into sandbox_charge (key, amount, currency, outcome) select id::text, 4500, 'EUR', 'succeeded' from cut`,
      [shop.festivalId, order.id],
    );
    await resolvePayments(systemContext(api.resources));
    expect(await visitor.view(order.id)).toMatchObject({ status: 'PAID', tickets: [{}] });
  });
});

describe('time', () => {
  it('gives an abandoned basket back, by the clock at the next buyer and by the job', async () => {
    const abandoned = buyer(api, shop);
    const basket = await abandoned.hold(6);
    await buyer(api, shop).hold(4);
    await letTimePass(api, shop, 16);
    expect(await refusal(abandoned.order(basket.id))).toMatchObject({ name: 'HOLD_EXPIRED' });
    expect(await buyer(api, shop).hold(5)).toMatchObject({ status: 'HELD' });
    await releaseAllExpired(systemContext(api.resources));
    expect(await quotaOf(api, shop)).toEqual({ capacity: 10, sold: 0, held: 5 });
  });

  it('ends an unpaid order and refuses its payment', async () => {
    const visitor = buyer(api, shop);
    const order = await visitor.order((await visitor.hold()).id);
    await letTimePass(api, shop, 16);
    expect(await refusal(visitor.pay(order.id))).toMatchObject({ name: 'HOLD_EXPIRED' });
    await releaseAllExpired(systemContext(api.resources));
    expect((await visitor.view(order.id)).status).toBe('EXPIRED');
    expect(await quotaOf(api, shop)).toMatchObject({ sold: 0, held: 0 });
  });

  it('spares an order whose payment is under way', async () => {
    const visitor = buyer(api, shop);
    const order = await visitor.order((await visitor.hold()).id);
    await visitor.pay(order.id, 'slow');
    await letTimePass(api, shop, 16);
    await releaseAllExpired(systemContext(api.resources));
    expect((await visitor.view(order.id)).status).toBe('AWAITING_PAYMENT');
  });
});

describe('bad wishes', () => {
  it('are refused by name', async () => {
    const { ticketing } = api.client('site');
    const { festivalId, ticketTypeId } = shop;
    const hold = (items: { ticketTypeId: string; quantity: number }[]) =>
      refusal(ticketing.holdBasket({ params: { festivalId }, body: { secret: newSecret(), items } }));
    expect(await hold([{ ticketTypeId, quantity: 7 }])).toMatchObject({ name: 'TOO_MANY', details: { most: 6 } });
    expect(await hold([{ ticketTypeId, quantity: 0 }])).toMatchObject({ name: 'VALIDATION_FAILED' });
    expect(await hold([{ ticketTypeId, quantity: 1.5 }])).toMatchObject({ name: 'VALIDATION_FAILED' });
    expect(
      await hold([
        { ticketTypeId, quantity: 1 },
        { ticketTypeId, quantity: 1 },
      ]),
    ).toMatchObject({ name: 'VALIDATION_FAILED' });
    expect(await hold([])).toMatchObject({ name: 'VALIDATION_FAILED' });
    expect(await hold([{ ticketTypeId: '01931f2e-7b4a-7c3d-8e5f-0a1b2c3d4e5f', quantity: 1 }])).toMatchObject({
      name: 'NOT_FOUND',
    });
  });

  it('hold nothing when one of several types is sold out', async () => {
    const organiser = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] });
    const rare = await organiser.client.ticketing.createTicketType({
      params: { festivalId: shop.festivalId },
      body: { name: { en: 'Rare' }, price: 100, vat: 0, capacity: 1 },
    });
    const items = [
      { ticketTypeId: shop.ticketTypeId, quantity: 2 },
      { ticketTypeId: rare.id, quantity: 2 },
    ];
    const call = api
      .client('site')
      .ticketing.holdBasket({ params: { festivalId: shop.festivalId }, body: { secret: newSecret(), items } });
    expect(await refusal(call)).toEqual({ name: 'SOLD_OUT', details: { ticketTypeIds: [rare.id] } });
    const { rows } = await api.ownerPool.query('select sum(held)::int as held from quota where festival_id = $1', [
      shop.festivalId,
    ]);
    expect(rows[0]?.held).toBe(0);
  });

  it('find a basket that is an order already closed, and say which order', async () => {
    const visitor = buyer(api, shop);
    const basket = await visitor.hold();
    const order = await visitor.order(basket.id);
    expect(await refusal(visitor.order(basket.id))).toEqual({ name: 'ORDER_CLOSED', details: { orderId: order.id } });
  });
});

describe('the office', () => {
  it('sees orders, finds them, and reads them page by page without loss or repetition', async () => {
    const paid = [];
    for (let turn = 0; turn < 5; turn += 1) paid.push(await buyer(api, shop, `visitor${turn}@example.org`).buy());
    const { client } = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'FINANCE' }] });
    const params = { festivalId: shop.festivalId };
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { id: string }[]; next: string | null } = await client.ticketing.listOrders({
        params,
        query: { limit: 2, ...(cursor && { cursor }) },
      });
      seen.push(...page.items.map((order) => order.id));
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual(paid.map((order) => order.id).toReversed());
    const found = await client.ticketing.listOrders({ params, query: { search: 'VISITOR3@' } });
    expect(found.items.map((order) => order.id)).toEqual([paid[3]?.id]);
    expect((await client.ticketing.listOrders({ params, query: { search: '%' } })).items).toEqual([]);
    expect(await client.ticketing.getSales({ params })).toMatchObject({
      revenue: 22_500,
      orders: 5,
      types: [{ sold: 5, held: 0, revenue: 22_500 }],
      days: [{ tickets: 5, revenue: 22_500 }],
    });
  });

  it('changes a type only from its latest version, and never sells below what is sold', async () => {
    await buyer(api, shop).buy(3);
    const { client } = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] });
    const change = (version: number, changes: object) =>
      client.ticketing.updateTicketType({ params: shop, body: { version, changes } });
    expect(await refusal(change(1, { capacity: 2 }))).toMatchObject({ name: 'QUOTA_BELOW_SOLD' });
    expect(await change(1, { capacity: 3, price: 5000 })).toMatchObject({
      version: 2,
      price: 5000,
      quota: { capacity: 3, sold: 3 },
    });
    expect(await refusal(change(1, { price: 1 }))).toMatchObject({ name: 'CONFLICT', details: { version: 2 } });
    expect((await api.client('site').ticketing.listOffers({ params: shop }))[0]).toMatchObject({
      availability: 'SOLD_OUT',
      left: 0,
    });
  });

  it('tells what is left no more precisely than the organiser wants', async () => {
    const { client } = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] });
    let version = 1;
    const tell = async (changes: object) => {
      version = (await client.ticketing.updateTicketType({ params: shop, body: { version, changes } })).version;
      const [offer] = await api.client('site').ticketing.listOffers({ params: shop });
      // Neither the number nor the threshold that would betray it.
      expect(offer).not.toHaveProperty('fewLeftBelow');
      expect(offer).not.toHaveProperty('disclosure');
      expect(offer).not.toHaveProperty('quota');
      return { availability: offer?.availability, left: offer?.left };
    };
    expect(await tell({ capacity: 7 })).toEqual({ availability: 'FEW_LEFT', left: null });
    expect(await tell({ fewLeftBelow: 7 })).toEqual({ availability: 'AVAILABLE', left: null });
    expect(await tell({ disclosure: 'EXACT' })).toEqual({ availability: 'AVAILABLE', left: 7 });
    expect(await tell({ disclosure: 'NONE', fewLeftBelow: 100 })).toEqual({ availability: 'AVAILABLE', left: null });
    await buyer(api, shop).hold(6);
    expect(await refusal(buyer(api, shop).hold(2))).toEqual(
      expect.objectContaining({ name: 'SOLD_OUT', details: expect.not.objectContaining({ left: expect.anything() }) }),
    );
    for (const changes of [{ disclosure: 'ALL' }, { fewLeftBelow: 0 }, { fewLeftBelow: 1.5 }]) {
      const refused = refusal(
        client.ticketing.updateTicketType({ params: shop, body: { version, changes: changes as object } }),
      );
      expect(await refused).toMatchObject({ name: 'VALIDATION_FAILED' });
    }
  });

  it('names what may be added to a ticket, and no capacity of it', async () => {
    const { client } = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] });
    const body = { kind: 'CAMPING' as const, name: { en: 'Tent pitch' }, price: 2500, vat: 600, capacity: 12 };
    const { id } = await client.ticketing.createTicketOption({ params: shop, body });
    const [offer] = await api.client('site').ticketing.listOffers({ params: shop });
    expect(offer?.options).toEqual([{ id, name: { en: 'Tent pitch' }, price: 2500 }]);
  });
});

describe('my tickets', () => {
  it('are those of my verified address and those that I bought signed in, and nobody else sees them', async () => {
    await buyer(api, shop, 'ada@example.org').buy(2);
    const ada = await api.person({ email: 'ada@example.org' });
    const eve = await api.person({ email: 'eve@example.org' });
    const { items } = await ada.client.ticketing.listMyTickets({});
    expect(items).toHaveLength(2);
    expect(items[0]?.code).toMatch(/^FT1\./);
    const paper = async (ticketId = '') => (await ada.client.ticketing.myTicketPdf({ params: { ticketId } })).size;
    expect(await paper(items[0]?.id.toUpperCase())).toBe(await paper(items[0]?.id));
    expect((await eve.client.ticketing.listMyTickets({})).items).toEqual([]);
    expect(await refusal(eve.client.ticketing.myTicketPdf({ params: { ticketId: items[0]?.id ?? '' } }))).toMatchObject(
      { name: 'NOT_FOUND' },
    );
    await api.ownerPool.query('update person set email_verified_at = null where id = $1', [ada.id]);
    expect((await ada.client.ticketing.listMyTickets({})).items).toEqual([]);
  });
});
