/**
 * Clocks jump an hour forward and back amid holds, payments and expiry, the API's and the database's each by itself: nothing is sold
 * twice, nothing that was paid is lost. And providers that hang, or answer when all is over.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyWaitingNews } from '../../payments/apply-news.ts';
import { takeMoney, transfer } from '../../payments/testing.ts';
import { systemContext } from '../../platform/context.ts';
import { eventually } from '../../testing/eventually.ts';
import { movableClock, type MovableClock } from '../../testing/movable-clock.ts';
import { refusalOf } from '../../testing/refusal-of.ts';
import { shiftableDatabaseClock } from '../../testing/shift-database-clock.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { startStripeDouble, type StripeDouble } from '../../testing/stripe-double/stripe-double.ts';
import { releaseAllExpired } from './expiry.ts';
import { resolvePayments } from '../paying/resolve-payments.ts';
import { buyer, letTimePass, openShop, quotaOf, type Shop } from '../testing.ts';

const hour = 3600;
const minuteMs = 60_000;

let api: TestApi;
let stripe: StripeDouble;
let clock: MovableClock;
let setDatabase: (seconds: number) => Promise<void>;
let shop: Shop;
let team: Awaited<ReturnType<TestApi['person']>>['client'];
beforeAll(async () => {
  clock = movableClock();
  stripe = await startStripeDouble();
  api = await startApi({ clock, env: { ...stripe.env, PAYMENT_TIMEOUT: '6' } });
  stripe.newsTo = `${api.url}/payments/webhooks/stripe`;
  setDatabase = await shiftableDatabaseClock(api.ownerPool);
});
afterAll(async () => {
  await api.stop();
  await stripe.stop();
});
beforeEach(async () => {
  await api.ownerPool.query('delete from provider_health');
  stripe.mishaps.length = 0;
  shop = await openShop(api, { capacity: 2 });
  team = (await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] })).client;
});
afterEach(() => setDatabase(0));

/** The API's clock is off by so much while something is done. */
async function offBy<T>(seconds: number, work: () => Promise<T>): Promise<T> {
  clock.pass(seconds);
  try {
    return await work();
  } finally {
    clock.pass(-seconds);
  }
}

const takeRealMoney = () => takeMoney(team, shop.festivalId, { online: ['stripe'], transfer });
async function ordered(quantity = 1) {
  const visitor = buyer(api, shop);
  const { id } = await visitor.order((await visitor.hold(quantity)).id);
  const checkout = (way: 'online' | 'bank_transfer' = 'online') =>
    api.client('site').ticketing.checkoutOrder({
      params: { festivalId: shop.festivalId, orderId: id },
      body: { secret: visitor.secret, way, returnTo: api.resources.env.SITE_URL },
    });
  const pay = async () => {
    const { rows } = await api.ownerPool.query<{ reference: string }>(
      `select c.reference from provider_charge c join payment p on p.id = c.payment_id where p.order_id = $1 order by c.begun_at desc limit 1`,
      [id],
    );
    return stripe.pay(rows[0]?.reference ?? '');
  };
  return { ...visitor, id, checkout, payAtStripe: pay, look: () => visitor.view(id) };
}
const worker = () => systemContext(api.resources);
const release = () => releaseAllExpired(worker());
const askAround = async () => {
  await api.ownerPool.query(
    `update provider_charge set asked_at = pg_catalog.now() - interval '3 hours'; update payment set changed_at = changed_at - interval '3 hours'
     where status = 'PROCESSING'`,
  );
  await resolvePayments(worker());
};
const minutesFromNow = (instant: string) => (Date.parse(instant) - Date.now()) / minuteMs;

describe.each([hour, -hour])('the clock of the API is off by %i seconds', (off) => {
  it('and holds end when the database says so', async () => {
    const visitor = buyer(api, shop);
    const basket = await offBy(off, () => visitor.hold(2));
    expect(minutesFromNow(basket.expiresAt)).toBeGreaterThan(14);
    expect(minutesFromNow(basket.expiresAt)).toBeLessThan(16);
    await offBy(off, release);
    expect(await quotaOf(api, shop)).toMatchObject({ held: 2 });
    const order = await offBy(off, () => visitor.order(basket.id));
    expect(await offBy(-off, () => visitor.pay(order.id))).toMatchObject({ status: 'PAID' });
  });

  it('and whoever pays elsewhere has fifteen minutes, a transfer seven days', async () => {
    await takeRealMoney();
    const visitor = await ordered();
    const { order } = await offBy(off, () => visitor.checkout());
    expect(minutesFromNow(order.payUntil)).toBeGreaterThan(14);
    expect(minutesFromNow(order.payUntil)).toBeLessThan(16);
    const other = await ordered();
    const transfer = await offBy(off, () => other.checkout('bank_transfer'));
    expect(Math.abs(minutesFromNow(transfer.order.payUntil) - 7 * 24 * 60)).toBeLessThan(2);
  });

  it('and news of a payment may be refused for their age: its money is found all the same', async () => {
    await takeRealMoney();
    const visitor = await ordered();
    await visitor.checkout();
    const intent = await visitor.payAtStripe();
    expect(await offBy(off, () => stripe.send('payment_intent.succeeded', intent))).toEqual([
      // Stripe's own check is against recordings: what seems to come from the future it lets pass.
      off > 0 ? 400 : 204,
    ]);
    await offBy(off, askAround);
    expect(await visitor.look()).toMatchObject({ status: 'PAID', tickets: [{}] });
    await stripe.send('payment_intent.succeeded', intent, { times: 5 });
    expect(await quotaOf(api, shop)).toMatchObject({ sold: 1, held: 0 });
  });

  it('and a type is sold from the hour that it is sold from', async () => {
    const soon = new Date(Date.now() + 30 * minuteMs).toISOString();
    await api.ownerPool.query('update ticket_type set on_sale_from = $2 where id = $1', [shop.ticketTypeId, soon]);
    expect(await offBy(off, () => refusalOf(buyer(api, shop).hold()))).toMatchObject({ name: 'SALES_CLOSED' });
  });

  it('and a code opens and ends with the database’s hours', async () => {
    const at = (minutes: number) => new Date(Date.now() + minutes * minuteMs).toISOString();
    const make = (code: string, validFrom: string, validUntil: string) =>
      team.ticketing.createPromoCode({
        params: { festivalId: shop.festivalId },
        body: { code, effect: 'PERCENT', value: 1000, validFrom, validUntil },
      });
    await make('NOW', at(-30), at(30));
    await make('SOON', at(30), at(90));
    await make('OVER', at(-90), at(-30));
    const { ticketing } = api.client('site');
    const quote = (code: string) =>
      ticketing.quoteBasket({
        params: { festivalId: shop.festivalId },
        body: { items: [{ ticketTypeId: shop.ticketTypeId, quantity: 1 }], codes: [code] },
      });
    await offBy(off, async () => {
      expect(await quote('NOW')).toMatchObject({ total: 4050 });
      expect(await refusalOf(quote('SOON'))).toMatchObject({ name: 'CODE_NOT_NOW' });
      expect(await refusalOf(quote('OVER'))).toMatchObject({ name: 'CODE_NOT_NOW' });
    });
  });
});

it('a provider that was left alone is tried again, though the clock was set back since', async () => {
  await takeRealMoney();
  await offBy(hour, async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      stripe.mishaps.push('error_500', 'error_500', 'error_500');
      await refusalOf((await ordered()).checkout());
      await letTimePass(api, shop, 60);
      await release();
    }
  });
  expect((await (await ordered()).checkout()).step).toMatchObject({ provider: 'stripe' });
});

describe('the clock of the database', () => {
  it('jumps forward amid holds: they end, the places are sold once, and going back revives nothing', async () => {
    const [one, other] = [buyer(api, shop), buyer(api, shop)];
    const basket = await one.hold(2);
    await setDatabase(hour);
    expect(await refusalOf(one.order(basket.id))).toMatchObject({ name: 'HOLD_EXPIRED' });
    await other.buy(2);
    await setDatabase(0);
    expect(await refusalOf(one.order(basket.id))).toMatchObject({ name: 'HOLD_EXPIRED' });
    expect(await refusalOf(one.hold())).toMatchObject({ name: 'SOLD_OUT' });
    expect(await quotaOf(api, shop)).toEqual({ capacity: 2, sold: 2, held: 0 });
  });

  it('jumps back amid holds: they last longer, and are still nobody else’s', async () => {
    const [one, other] = [buyer(api, shop), buyer(api, shop)];
    const basket = await one.hold(2);
    await setDatabase(-hour);
    await release();
    expect(await refusalOf(other.hold())).toMatchObject({ name: 'SOLD_OUT' });
    const order = await one.order(basket.id);
    await setDatabase(0);
    expect(await one.pay(order.id)).toMatchObject({ status: 'PAID' });
    expect(await quotaOf(api, shop)).toEqual({ capacity: 2, sold: 2, held: 0 });
  });

  it.each([hour, -hour])('jumps by %i seconds amid a slow payment: it is found out, and paid', async (jump) => {
    const visitor = await ordered();
    await visitor.pay(visitor.id, 'slow');
    await setDatabase(jump);
    await release();
    await api.ownerPool.query(
      `update sandbox_charge set settles_at = pg_catalog.now() - interval '2 hours' where outcome = 'processing'`,
    );
    await askAround();
    expect(await visitor.look()).toMatchObject({ status: 'PAID', tickets: [{}] });
    await setDatabase(0);
    await release();
    expect(await quotaOf(api, shop)).toMatchObject({ sold: 1, held: 0 });
  });

  it('jumps forward while somebody pays at Stripe, and back: the money buys places that are left, or goes back', async () => {
    await takeRealMoney();
    const [lucky, late] = [await ordered(), await ordered()];
    await lucky.checkout();
    await late.checkout();
    await setDatabase(hour);
    await release();
    expect((await late.look()).status).toBe('EXPIRED');
    const third = await ordered();
    await third.checkout();
    await setDatabase(0);
    await stripe.send('payment_intent.succeeded', await lucky.payAtStripe(), { times: 5 });
    expect(await lucky.look()).toMatchObject({ status: 'PAID' });
    const intent = await late.payAtStripe();
    await stripe.send('payment_intent.succeeded', intent, { times: 5 });
    expect(await late.look()).toMatchObject({ status: 'EXPIRED', payment: { status: 'REFUNDED' }, tickets: [] });
    expect([...stripe.book.refunds.values()].filter((refund) => refund.payment_intent === intent.id)).toHaveLength(1);
    await stripe.send('payment_intent.succeeded', await third.payAtStripe());
    expect(await third.look()).toMatchObject({ status: 'PAID' });
    expect(await quotaOf(api, shop)).toEqual({ capacity: 2, sold: 2, held: 0 });
  });

  it('jumps back and forth between a call and its repetition: the key answers the same', async () => {
    const visitor = await ordered();
    const paid = await visitor.pay(visitor.id, 'succeeds', 'pay-amid-jumps');
    for (const jump of [hour, -hour, 0]) {
      await setDatabase(jump);
      expect(await visitor.pay(visitor.id, 'succeeds', 'pay-amid-jumps')).toEqual(paid);
    }
    const { rows } = await api.ownerPool.query(`select count(*)::int as charges from payment where order_id = $1`, [
      visitor.id,
    ]);
    expect(rows).toEqual([{ charges: 1 }]);
  });

  it('jumps back amid news that wait: they are applied all the same', async () => {
    await takeRealMoney();
    const visitor = await ordered();
    await visitor.checkout();
    const intent = await visitor.payAtStripe();
    stripe.mishaps.push('error_500', 'error_500', 'error_500');
    await stripe.send('payment_intent.succeeded', intent);
    expect((await visitor.look()).status).toBe('AWAITING_PAYMENT');
    await setDatabase(hour);
    await applyWaitingNews(worker());
    await setDatabase(0);
    expect((await visitor.look()).status).toBe('PAID');
  });
});

describe('a provider', () => {
  it('that hangs until the hold is over keeps the places no longer than itself', async () => {
    await takeRealMoney();
    const visitor = await ordered(2);
    stripe.mishaps.push('silence', 'silence', 'silence');
    const asked = refusalOf(visitor.checkout());
    await eventually(async () => expect((await visitor.look()).payment?.status).toBe('PROCESSING'), 10);
    await letTimePass(api, shop, 60);
    await release();
    expect((await visitor.look()).status).toBe('AWAITING_PAYMENT');
    expect(await asked).toMatchObject({ name: 'PROVIDER_UNAVAILABLE' });
    await letTimePass(api, shop, 60);
    await release();
    expect((await visitor.look()).status).toBe('EXPIRED');
    expect(await quotaOf(api, shop)).toEqual({ capacity: 2, sold: 0, held: 0 });
  });

  it('that did what was asked and said nothing is asked again, and brings one charge', async () => {
    await takeRealMoney();
    const visitor = await ordered();
    const before = stripe.book.pages.size;
    stripe.mishaps.push('lose_answer');
    expect((await visitor.checkout()).step).toMatchObject({ provider: 'stripe' });
    expect(stripe.book.pages.size).toBe(before + 1);
  });

  it('that answers twice, the second time when all is over, changes nothing', async () => {
    await takeRealMoney();
    const visitor = await ordered();
    await visitor.checkout();
    const intent = await visitor.payAtStripe();
    await stripe.send('payment_intent.succeeded', intent);
    const paid = await visitor.look();
    await letTimePass(api, shop, 24 * 60);
    await release();
    await stripe.send('payment_intent.succeeded', intent, { times: 20 });
    expect(await visitor.look()).toMatchObject({ status: 'PAID', tickets: paid.tickets });
    expect(await quotaOf(api, shop)).toEqual({ capacity: 2, sold: 1, held: 0 });
  });
});
