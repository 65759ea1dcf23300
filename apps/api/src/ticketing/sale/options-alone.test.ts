/** What needs no ticket is sold alone: in the shop, in one call, and at the desk; paid, confirmed, and given back like anything else. */
import { FestivalId } from '@festivals/domain/primitives';
import { plainRules } from '@festivals/domain/ticketing/pricing/plain-rules';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newestMessages } from '../../mail/mailbox.ts';
import { systemContext } from '../../platform/context.ts';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { runMassRefunds } from '../refunds/run-mass-refunds.ts';
import { newSecret, openShop } from '../testing.ts';

let api: TestApi;
let params: { festivalId: FestivalId };
let ticketTypeId: string;
let team: Awaited<ReturnType<TestApi['person']>>['client'];
let parking: string;
beforeAll(async () => {
  api = await startApi();
});
// The books are audited at the end of it: places, orders, payments and postings agree after all of this.
afterAll(() => api.stop());
beforeEach(async () => {
  const shop = await openShop(api, { capacity: 10 });
  params = { festivalId: FestivalId.parse(shop.festivalId) };
  ticketTypeId = shop.ticketTypeId;
  team = (await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] })).client;
  parking = await newOption();
});

const newOption = async (more: object = {}) => {
  const { id } = await team.ticketing.createTicketOption({
    params,
    body: {
      kind: 'PARKING',
      name: { en: 'Parking', fr: 'Parking' },
      price: 1_000,
      vat: 2_100,
      needsTicket: false,
      most: 3,
      capacity: 4,
      ...more,
    },
  });
  return id;
};
const site = () => api.client('site').ticketing;
const alone = (quantity = 1, optionId = parking) => ({ options: [{ optionId, quantity }] });
const buyWith = (wishes: object, more: object = {}) =>
  site().buyTickets({
    body: {
      ...params,
      secret: newSecret(),
      wishes,
      email: 'driver@example.org',
      name: 'Dri Ver',
      language: 'en',
      method: 'succeeds',
      ...more,
    },
  });
const mailsTo = async (to: string) => {
  await api.runJobsOnce();
  return (await newestMessages(api.resources.env.FESTIVALS_DATA)).filter((mail) => mail.to === to);
};
const takenOf = async (optionId = parking) => {
  const { rows } = await api.ownerPool.query<{ sold: number; held: number }>(
    `select q.sold, q.held from ticket_option o join quota q on q.festival_id = o.festival_id and q.id = o.quota_id where o.id = $1`,
    [optionId],
  );
  return rows[0];
};

describe('an order of nothing but a parking place', () => {
  it('is held, placed and paid, and has a receipt but no ticket', async () => {
    const secret = newSecret();
    const basket = await site().holdBasket({ params, body: { secret, ...alone(2) } });
    expect(basket).toMatchObject({ total: 2_000, lines: [{ kind: 'OPTION', itemId: parking, quantity: 2 }] });
    expect(await takenOf()).toEqual({ sold: 0, held: 2 });
    const order = await site().placeOrder({
      params,
      body: { basketId: basket.id, secret, email: 'ada@example.org', name: 'Ada', language: 'en' },
    });
    const onOrder = { ...params, orderId: order.id };
    expect(await refusalOf(site().orderTicketsPdf({ params: onOrder, query: { secret } }))).toMatchObject({
      name: 'NOT_PAID',
    });
    const paid = await site().payOrder({ params: onOrder, body: { secret, method: 'succeeds' } });
    expect(paid).toMatchObject({ status: 'PAID', total: 2_000, tickets: [] });
    expect(await takenOf()).toEqual({ sold: 2, held: 0 });
    expect(await refusalOf(site().orderTicketsPdf({ params: onOrder, query: { secret } }))).toMatchObject({
      name: 'NO_TICKETS',
      status: 409,
    });
    const receipt = await site().orderReceipt({ params: onOrder, query: { secret } });
    expect(receipt.size).toBeGreaterThan(1_000);
  });

  it('is bought in one call, and confirmed by a mail that says what was bought', async () => {
    const email = `${crypto.randomUUID()}@example.org`;
    const order = await buyWith(alone(2), { email });
    expect(order).toMatchObject({ status: 'PAID', tickets: [], next: { status: 'done' } });
    const [mail, ...more] = await mailsTo(email);
    expect(more).toEqual([]);
    expect(mail?.subject).toMatch(/^Your order for /);
    expect(mail?.text).toContain('2 × Parking');
    expect(mail?.text).toContain('€20.00');
    expect(mail?.attachments.map(({ name }) => name)).toEqual([`receipt-${order.reference}.pdf`]);
    await team.ticketing.mailOrder({ params: { ...params, orderId: order.id }, body: {} });
    expect(await mailsTo(email)).toHaveLength(2);
  });

  it('costs nothing where it is free, and is confirmed without a receipt', async () => {
    const email = `${crypto.randomUUID()}@example.org`;
    const locker = await newOption({ kind: 'LOCKER', price: 0, capacity: null });
    await expect(buyWith(alone(1, locker), { email, method: undefined })).resolves.toMatchObject({
      status: 'PAID',
      total: 0,
    });
    expect(await mailsTo(email)).toMatchObject([{ attachments: [] }]);
  });

  it('is sold no more often than there are places, nor more at once than an order may hold', async () => {
    expect(await refusalOf(buyWith(alone(4)))).toMatchObject({ name: 'TOO_MANY' });
    await buyWith(alone(3));
    expect(await refusalOf(buyWith(alone(2)))).toMatchObject({ name: 'SOLD_OUT' });
    await buyWith(alone(1));
    expect(await takenOf()).toEqual({ sold: 4, held: 0 });
  });

  it('is not sold where it needs a ticket, whatever was bought before', async () => {
    const tent = await newOption({ kind: 'CAMPING', needsTicket: true });
    await buyWith({ items: [{ ticketTypeId, quantity: 1 }] });
    expect(await refusalOf(buyWith(alone(1, tent)))).toMatchObject({ name: 'OPTION_NEEDS_TICKET' });
    expect(await refusalOf(buyWith(alone(1, crypto.randomUUID())))).toMatchObject({ name: 'NOT_FOUND' });
    expect(await refusalOf(buyWith({ donation: 500 }))).toMatchObject({ name: 'VALIDATION_FAILED' });
  });

  it('bears no fee and takes no code: those are of tickets', async () => {
    const fee = { id: crypto.randomUUID(), name: { en: 'Booking' }, amount: 200, vat: 2_100, ticketTypeIds: [] };
    const fees = [{ ...fee, kind: 'PER_ORDER' as const, onFree: true }];
    await team.ticketing.savePriceRules({ params, body: { version: 0, rules: { ...plainRules, fees } } });
    await team.ticketing.createPromoCode({ params, body: { code: 'TEN', effect: 'PERCENT', value: 1_000 } });
    await expect(site().quoteBasket({ params, body: alone(1) })).resolves.toMatchObject({ total: 1_000, fees: 0 });
    expect(await refusalOf(buyWith({ ...alone(1), codes: ['TEN'] }))).toMatchObject({ name: 'CODE_WITHOUT_EFFECT' });
  });
});

describe('what is sold alone', () => {
  const isAlone = async () => (await site().getShop({ params, query: {} })).options.map((option) => option.alone);
  const set = (column: 'on_sale_from' | 'on_sale_until', moment: string) =>
    api.ownerPool.query(`update ticket_type set ${column} = ${moment} where festival_id = $1`, [params.festivalId]);

  it('is sold from when the first ticket is, and after the last one is sold no more', async () => {
    await newOption({ kind: 'CAMPING', needsTicket: true });
    await set('on_sale_from', `now() + interval '1 day'`);
    expect(await isAlone()).toEqual([false, false]);
    expect(await refusalOf(buyWith(alone(1)))).toMatchObject({ name: 'SALES_CLOSED' });
    await set('on_sale_from', `now() - interval '2 days'`);
    await set('on_sale_until', `now() - interval '1 day'`);
    expect(await isAlone()).toEqual([true, false]);
    await expect(buyWith(alone(1))).resolves.toMatchObject({ status: 'PAID' });
  });

  it('is sold by a festival that sells, whether or not it has tickets', async () => {
    await api.ownerPool.query('update ticket_type set hidden = true where festival_id = $1', [params.festivalId]);
    await expect(buyWith(alone(1))).resolves.toMatchObject({ status: 'PAID' });
    await api.ownerPool.query(`update festival set status = 'CANCELLED' where id = $1`, [params.festivalId]);
    expect(await isAlone()).toEqual([false]);
    expect(await refusalOf(buyWith(alone(1)))).toMatchObject({ name: 'SALES_CLOSED' });
    await api.ownerPool.query(`update festival set status = 'DRAFT' where id = $1`, [params.festivalId]);
    expect(await refusalOf(buyWith(alone(1)))).toMatchObject({ name: 'NOT_FOUND' });
    await api.ownerPool.query(`update festival set status = 'PUBLISHED' where id = $1`, [params.festivalId]);
  });

  it('is sold and given away at the desk', async () => {
    const sell = (more: object) =>
      team.ticketing.sellAtDesk({
        params,
        body: { wishes: alone(1), total: 1_000, language: 'en', means: 'CASH', ...more },
      });
    await expect(sell({})).resolves.toMatchObject({ order: { status: 'PAID', total: 1_000, tickets: [] } });
    await expect(sell({ means: 'FREE', reason: 'crew' })).resolves.toMatchObject({
      order: { status: 'PAID', total: 0 },
    });
    expect(await takenOf()).toEqual({ sold: 2, held: 0 });
  });
});

describe('its money', () => {
  it('goes back by its line: the place is free, the order ends, and the mail speaks of no ticket', async () => {
    const email = `${crypto.randomUUID()}@example.org`;
    const locker = await newOption({ kind: 'LOCKER', name: { en: 'Locker' } });
    const wishes = { options: [...alone(2).options, ...alone(1, locker).options] };
    const order = await buyWith(wishes, { email });
    const lineOf = (itemId: string) => order.lines.find((line) => line.itemId === itemId)?.lineNo ?? 0;
    const onOrder = { ...params, orderId: order.id };
    const giveBack = (itemId: string) =>
      team.ticketing.refundOrder({ params: onOrder, body: { lineNos: [lineOf(itemId)], reason: 'By train' } });
    await expect(giveBack(parking)).resolves.toMatchObject({ status: 'COMPLETED', amount: 2_000 });
    expect(await takenOf()).toEqual({ sold: 0, held: 0 });
    expect(await refusalOf(giveBack(parking))).toMatchObject({ name: 'NOT_REFUNDABLE' });
    expect(await team.ticketing.getOrder({ params: onOrder })).toMatchObject({ status: 'PAID' });
    await giveBack(locker);
    expect(await team.ticketing.getOrder({ params: onOrder })).toMatchObject({ status: 'REFUNDED' });
    const refunds = (await mailsTo(email)).filter(({ subject }) => /refunded/.test(subject));
    const first = refunds.find(({ text }) => text.includes('€20.00'));
    const last = refunds.find(({ text }) => text.includes('€10.00'));
    expect(refunds).toHaveLength(2);
    expect(first?.text).toContain('Part of your order');
    expect(last?.text).toMatch(/Your order for .* was refunded\./);
    for (const { text } of refunds) expect(text).not.toMatch(/ticket/);
  });

  it('goes back with a whole festival’s, not with one ticket type’s', async () => {
    const order = await buyWith(alone(2));
    const scope = { keep: { kind: 'PART' as const, rate: 1_000 }, withUsed: false };
    const planOf = (typeId: string | null) =>
      team.ticketing.planMassRefund({ params, body: { ...scope, ticketTypeId: typeId as never } });
    expect(await planOf(ticketTypeId)).toMatchObject({ orders: 0, amount: 0 });
    const plan = await planOf(null);
    expect(plan).toMatchObject({ orders: 1, tickets: 0, amount: 1_800, kept: 200 });
    await team.ticketing.startMassRefund({
      params,
      body: { ...scope, ticketTypeId: null, reason: 'Called off', expected: plan },
    });
    await runMassRefunds(systemContext(api.resources));
    expect(await team.ticketing.getOrder({ params: { ...params, orderId: order.id } })).toMatchObject({
      status: 'REFUNDED',
    });
    expect(await planOf(null)).toMatchObject({ orders: 0, amount: 0 });
    expect(await takenOf()).toEqual({ sold: 0, held: 0 });
  });
});
