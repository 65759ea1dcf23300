/** Real money by Stripe, against a stand-in that checks what it is asked: told once or twenty times, in any order, late, or never. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyWaitingNews } from '../../payments/apply-news.ts';
import { newestMessages } from '../../mail/mailbox.ts';
import { takeMoney } from '../../payments/testing.ts';
import { systemContext } from '../../platform/context.ts';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { startStripeDouble, type StripeDouble } from '../../testing/stripe-double/stripe-double.ts';
import { releaseAllExpired } from '../sale/expiry.ts';
import { resolvePayments } from './resolve-payments.ts';
import { buyer, letTimePass, openShop, quotaOf, type Shop } from '../testing.ts';

let api: TestApi;
let double: StripeDouble;
let shop: Shop;
beforeAll(async () => {
  double = await startStripeDouble();
  api = await startApi({ env: { ...double.env, PAYMENT_TIMEOUT: '6' } });
  double.newsTo = `${api.url}/payments/webhooks/stripe`;
});
afterAll(async () => {
  await api.stop();
  await double.stop();
});
beforeEach(async () => {
  shop = await openShop(api, { capacity: 2 });
  await takeStripe({});
  double.mishaps.length = 0;
  double.faults.length = 0;
  await api.ownerPool.query('delete from provider_health');
});
/** Nothing may be asked of Stripe in a way that it refuses. */
afterEach(() => {
  if (double.faults.length > 0) throw new Error(double.faults.join('\n'));
});

async function takeStripe(more: { stripeAccount?: string; embedded?: boolean }) {
  const { client } = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] });
  return takeMoney(client, shop.festivalId, { online: ['stripe'], ...more });
}

async function ordered(quantity = 1) {
  const visitor = buyer(api, shop);
  const { id } = await visitor.order((await visitor.hold(quantity)).id);
  const returnTo = `${api.resources.env.SITE_URL}/en/here/orders/${id}`;
  const checkout = (embedded = false, key?: string) =>
    api.client('site').ticketing.checkoutOrder(
      {
        params: { festivalId: shop.festivalId, orderId: id },
        body: { secret: visitor.secret, way: 'online', embedded, returnTo },
      },
      key ? { idempotencyKey: key } : {},
    );
  const look = () => visitor.view(id);
  return { ...visitor, id, checkout, look };
}

async function referenceOf(orderId: string): Promise<string> {
  const { rows } = await api.ownerPool.query<{ reference: string }>(
    `select c.reference from provider_charge c join payment p on p.id = c.payment_id where p.order_id = $1 order by c.begun_at desc limit 1`,
    [orderId],
  );
  return rows[0]?.reference ?? '';
}
const worker = () => systemContext(api.resources);
const askAround = async () => {
  await api.ownerPool.query(`update provider_charge set asked_at = now() - interval '1 hour'`);
  await resolvePayments(worker());
};
const ledgerOf = async () =>
  (
    await api.ownerPool.query<{ kind: string }>('select kind from ledger_entry where festival_id = $1 order by seq', [
      shop.festivalId,
    ])
  ).rows.map(({ kind }) => kind);

describe('a page at Stripe', () => {
  it('is asked for as Stripe wants it, and leads back; the news make the ticket', async () => {
    const visitor = await ordered();
    const { step, order } = await visitor.checkout();
    expect(step).toMatchObject({ kind: 'redirect', provider: 'stripe', url: expect.stringContaining(double.url) });
    expect(order).toMatchObject({
      status: 'AWAITING_PAYMENT',
      payment: { provider: 'stripe', status: 'PENDING', action: 'redirect', amount: 4500 },
    });
    const intent = double.pay(await referenceOf(visitor.id));
    expect(intent).toMatchObject({ amount: 4500, currency: 'eur', metadata: { order: visitor.id } });
    expect(await double.send('payment_intent.succeeded', intent)).toEqual([204]);
    expect(await visitor.look()).toMatchObject({ status: 'PAID', payment: { status: 'COMPLETED' }, tickets: [{}] });
    expect(await ledgerOf()).toEqual(['ORDER_PAID']);
  });

  it('is the same page when the button is pressed twice, or the answer was lost', async () => {
    const visitor = await ordered();
    const first = await visitor.checkout();
    const again = await visitor.checkout();
    expect(again.step).toEqual(first.step);
    expect(again.order.payment?.id).toBe(first.order.payment?.id);
  });

  it('lets a refused card be followed by another', async () => {
    const visitor = await ordered();
    await visitor.checkout();
    const reference = await referenceOf(visitor.id);
    const refused = double.pay(reference, 'declined');
    await double.send('payment_intent.payment_failed', refused);
    expect(await visitor.look()).toMatchObject({
      status: 'AWAITING_PAYMENT',
      payment: { status: 'PENDING', reason: 'generic_decline' },
    });
    await double.send('payment_intent.succeeded', double.pay(reference));
    expect(await visitor.look()).toMatchObject({ status: 'PAID' });
  });

  it('whose payer came back before the news is asked after', async () => {
    const visitor = await ordered();
    const { order } = await visitor.checkout();
    double.pay(await referenceOf(visitor.id));
    const paid = await api.client('site').ticketing.askAfterPayment({
      params: { festivalId: shop.festivalId, orderId: visitor.id, paymentId: order.payment?.id ?? '' },
      body: { secret: visitor.secret },
    });
    expect(paid.status).toBe('PAID');
  });

  it('leads back to our own hosts alone', async () => {
    const visitor = await ordered();
    const elsewhere = api.client('site').ticketing.checkoutOrder({
      params: { festivalId: shop.festivalId, orderId: visitor.id },
      body: { secret: visitor.secret, way: 'online', returnTo: 'https://elsewhere.example/orders' },
    });
    expect(await refusalOf(elsewhere)).toMatchObject({ name: 'VALIDATION_FAILED' });
  });
});

it('the form in our page gets a secret of its own, and the platform its part of what an account of the festival’s receives', async () => {
  shop = await openShop(api, { capacity: 2 });
  await takeStripe({ embedded: true, stripeAccount: 'acct_solbrume1' });
  const visitor = await ordered();
  const { step } = await visitor.checkout(true);
  expect(step).toMatchObject({
    kind: 'element',
    publishableKey: 'pk_test_double',
    clientSecret: expect.stringContaining('_secret_'),
  });
  const intent = double.pay(await referenceOf(visitor.id));
  expect(intent).toMatchObject({ transfer_data: { destination: 'acct_solbrume1' }, application_fee_amount: 45 });
  await double.send('payment_intent.succeeded', intent);
  expect(await visitor.look()).toMatchObject({ status: 'PAID' });
});

it('practice money buys nothing where real money does', async () => {
  const visitor = await ordered();
  expect(await refusalOf(visitor.pay(visitor.id, 'succeeds'))).toMatchObject({ name: 'WAY_NOT_OFFERED' });
});

describe('news', () => {
  it('twenty times at once, twice over and in the wrong order: one ticket, one entry', async () => {
    const visitor = await ordered();
    await visitor.checkout();
    const reference = await referenceOf(visitor.id);
    const refused = { ...double.pay(reference, 'declined') };
    const intent = double.pay(reference);
    const { made: _made, ...page } = double.book.pages.get(reference) ?? { made: null };
    const statuses = await Promise.all([
      double.send('checkout.session.completed', page, { times: 20 }),
      double.send('payment_intent.succeeded', intent, { times: 20 }),
      double.send('payment_intent.payment_failed', refused, { times: 20 }),
      double.send(
        'charge.succeeded',
        { id: 'ch_1', payment_intent: intent.id, metadata: intent.metadata },
        { times: 20 },
      ),
    ]);
    expect(new Set(statuses.flat())).toEqual(new Set([204]));
    expect(await visitor.look()).toMatchObject({ status: 'PAID', tickets: [{}] });
    expect(await ledgerOf()).toEqual(['ORDER_PAID']);
    expect(await quotaOf(api, shop)).toEqual({ capacity: 2, sold: 1, held: 0 });
  });

  it('before the browser has its answer: they wait for nobody', async () => {
    const visitor = await ordered();
    await visitor.checkout();
    const reference = await referenceOf(visitor.id);
    await api.ownerPool.query(`update provider_charge set reference = null where reference = $1`, [reference]);
    await double.send('payment_intent.succeeded', double.pay(reference));
    expect(await visitor.look()).toMatchObject({ status: 'PAID' });
  });

  it.each([
    ['another secret', { secret: 'whsec_another' }],
    ['an old recording', { at: Math.floor(Date.now() / 1000) - 600 }],
  ])('of %s are refused and kept nowhere', async (_, sending) => {
    const visitor = await ordered();
    await visitor.checkout();
    const intent = double.pay(await referenceOf(visitor.id));
    expect(await double.send('payment_intent.succeeded', intent, sending)).toEqual([400]);
    expect((await visitor.look()).status).toBe('AWAITING_PAYMENT');
  });

  it('changed on the way, or unsigned, are refused', async () => {
    const news = double.news('payment_intent.succeeded', { id: 'pi_1' });
    const post = (body: string, headers: Record<string, string>) =>
      fetch(double.newsTo ?? '', { method: 'POST', body, headers }).then(({ status }) => status);
    expect(await post(`${news.body} `, news.headers)).toBe(400);
    expect(await post(news.body, { 'content-type': 'application/json' })).toBe(400);
    expect(await post('', news.headers)).toBe(400);
  });

  it('of a payment that nobody here asked for are kept apart', async () => {
    const intent = double.book.addIntent({
      amount: 100_00,
      currency: 'eur',
      metadata: { festival: shop.festivalId, payment: crypto.randomUUID() },
    });
    double.book.succeed(intent);
    expect(await double.send('payment_intent.succeeded', intent)).toEqual([204]);
    const { rows } = await api.ownerPool.query(
      `select outcome, reason from provider_event where subject like '%' || $1 || '%'`,
      [intent.id],
    );
    expect(rows).toEqual([{ outcome: 'QUARANTINED', reason: 'unknown_payment' }]);
  });

  it('of another amount pay nothing', async () => {
    const visitor = await ordered();
    await visitor.checkout();
    const intent = double.pay(await referenceOf(visitor.id));
    intent.amount_received = 100;
    await double.send('payment_intent.succeeded', intent);
    expect(await visitor.look()).toMatchObject({ status: 'AWAITING_PAYMENT', tickets: [] });
    intent.amount_received = 4500;
  });

  it('that name the payment of another festival pay only what they are', async () => {
    const visitor = await ordered();
    await visitor.checkout();
    const theirs = { festival: shop.festivalId, payment: (await visitor.look()).payment?.id ?? '' };
    const foreign = double.book.addIntent({ amount: 4500, currency: 'eur', metadata: theirs });
    double.book.succeed(foreign);
    await double.send('payment_intent.succeeded', foreign);
    expect((await visitor.look()).status).toBe('AWAITING_PAYMENT');
  });

  it('that cannot be applied now are applied later', async () => {
    const visitor = await ordered();
    await visitor.checkout();
    const intent = double.pay(await referenceOf(visitor.id));
    double.mishaps.push('error_500', 'error_500', 'error_500');
    expect(await double.send('payment_intent.succeeded', intent)).toEqual([204]);
    expect((await visitor.look()).status).toBe('AWAITING_PAYMENT');
    await api.ownerPool.query(
      `update provider_event set try_at = now() - interval '1 second' where outcome = 'WAITING'`,
    );
    await applyWaitingNews(worker());
    expect((await visitor.look()).status).toBe('PAID');
  });
});

describe('after the hold ended', () => {
  const expire = async () => {
    await letTimePass(api, shop, 60);
    await releaseAllExpired(worker());
  };

  it('takes places again where there are some', async () => {
    const late = await ordered();
    await late.checkout();
    await expire();
    expect(await late.look()).toMatchObject({ status: 'EXPIRED', payment: { status: 'FAILED', reason: 'expired' } });
    await double.send('payment_intent.succeeded', double.pay(await referenceOf(late.id)));
    expect(await late.look()).toMatchObject({ status: 'PAID', tickets: [{}] });
    expect(await quotaOf(api, shop)).toEqual({ capacity: 2, sold: 1, held: 0 });
  });

  it('goes back by itself, once, with a mail, where the places went to others', async () => {
    const late = await ordered(2);
    await late.checkout();
    await expire();
    const other = await ordered(2);
    await other.checkout();
    await double.send('payment_intent.succeeded', double.pay(await referenceOf(other.id)));
    const intent = double.pay(await referenceOf(late.id));
    await double.send('payment_intent.succeeded', intent, { times: 20 });
    await double.send(
      'charge.succeeded',
      { id: 'ch_2', payment_intent: intent.id, metadata: intent.metadata },
      { times: 5 },
    );
    expect(await late.look()).toMatchObject({
      status: 'EXPIRED',
      payment: { status: 'REFUNDED', reason: 'ticketing.sold_out' },
      tickets: [],
    });
    expect(intent.latest_charge).toMatchObject({ amount_refunded: 9000, refunded: true });
    await api.runJobsOnce();
    const mails = await newestMessages(api.resources.env.FESTIVALS_DATA);
    expect(mails.filter(({ subject, text }) => /money/.test(subject) && text.includes(late.id))).toHaveLength(1);
  });

  it('its page is ended, so that nobody pays for nothing', async () => {
    const late = await ordered();
    await late.checkout();
    await expire();
    await askAround();
    expect(double.book.pages.get(await referenceOf(late.id))?.status).toBe('expired');
    await askAround();
    const { rows } = await api.ownerPool.query('select open from provider_charge where reference = $1', [
      await referenceOf(late.id),
    ]);
    expect(rows).toEqual([{ open: false }]);
  });

  it('its money is found without any news', async () => {
    const late = await ordered();
    await late.checkout();
    double.pay(await referenceOf(late.id));
    await expire();
    await askAround();
    expect(await late.look()).toMatchObject({ status: 'PAID' });
  });
});

describe('a process that dies', () => {
  const minutesPass = () =>
    api.ownerPool.query(`update payment set changed_at = now() - interval '5 minutes' where festival_id = $1`, [
      shop.festivalId,
    ]);

  it('between the money and our books loses nothing: the worker finds it', async () => {
    const visitor = await ordered();
    await visitor.checkout();
    await api.ownerPool.query(`update payment set status = 'PROCESSING' where order_id = $1`, [visitor.id]);
    double.pay(await referenceOf(visitor.id));
    await minutesPass();
    await Promise.all([resolvePayments(worker()), resolvePayments(worker())]);
    expect(await visitor.look()).toMatchObject({ status: 'PAID', tickets: [{}] });
    expect(await ledgerOf()).toEqual(['ORDER_PAID']);
  });

  it('before it kept the provider’s name of a charge leaves an order that can be paid again', async () => {
    const visitor = await ordered();
    await visitor.checkout();
    await api.ownerPool.query(`update payment set status = 'PROCESSING' where order_id = $1`, [visitor.id]);
    await api.ownerPool.query(
      `update provider_charge set reference = null where payment_id in (select id from payment where order_id = $1)`,
      [visitor.id],
    );
    await minutesPass();
    await resolvePayments(worker());
    expect(await visitor.look()).toMatchObject({ payment: { status: 'FAILED', reason: 'never_charged' } });
    await visitor.checkout();
    await double.send('payment_intent.succeeded', double.pay(await referenceOf(visitor.id)));
    expect((await visitor.look()).status).toBe('PAID');
  });
});

describe('when the network goes wrong', () => {
  it.each(['silence', 'error_500', 'lose_answer', 'hang_up'] as const)(
    '%s, then an answer: one charge',
    async (mishap) => {
      const visitor = await ordered();
      const before = double.book.pages.size;
      double.mishaps.push(mishap);
      const { step } = await visitor.checkout();
      expect(step.kind).toBe('redirect');
      expect(double.book.pages.size).toBe(before + 1);
    },
  );

  it('and stays wrong: it is said, nothing is charged, and the order can be paid later', async () => {
    const visitor = await ordered();
    double.mishaps.push(...Array.from({ length: 3 }, () => 'error_500' as const));
    expect(await refusalOf(visitor.checkout())).toMatchObject({ name: 'PROVIDER_UNAVAILABLE', status: 503 });
    expect((await visitor.checkout()).step.kind).toBe('redirect');
  });

  it('a refund whose answer was lost is given once', async () => {
    const visitor = await ordered();
    await visitor.checkout();
    const intent = double.pay(await referenceOf(visitor.id));
    await double.send('payment_intent.succeeded', intent);
    const { tickets } = await visitor.look();
    const { client } = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] });
    double.mishaps.push('silence');
    const refund = await client.ticketing.refundOrder({
      params: { festivalId: shop.festivalId, orderId: visitor.id },
      body: { ticketIds: tickets.map(({ id }) => id), reason: 'rain' },
    });
    expect(refund).toMatchObject({ status: 'COMPLETED', amount: 4500 });
    expect(intent.latest_charge).toMatchObject({ amount_refunded: 4500 });
    expect([...double.book.refunds.values()].filter((one) => one.payment_intent === intent.id)).toHaveLength(1);
  });
});

it('money by transfer and at the gate is marked as received by who may, with what they know of it', async () => {
  const { client } = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'FINANCE' }] });
  await api.ownerPool.query(
    `update payment_setting set on_site = '{"note": ""}', transfer = '{"holder": "Solbrume", "iban": "BE68539007547034", "bic": "", "days": 7}' where festival_id = $1`,
    [shop.festivalId],
  );
  for (const [way, account] of [
    ['bank_transfer', 'BANK'],
    ['on_site', 'CASH'],
  ] as const) {
    const visitor = await ordered();
    const { order, step } = await api.client('site').ticketing.checkoutOrder({
      params: { festivalId: shop.festivalId, orderId: visitor.id },
      body: { secret: visitor.secret, way, returnTo: api.resources.env.SITE_URL },
    });
    expect(step).toMatchObject(
      way === 'on_site'
        ? { kind: 'on_site' }
        : { kind: 'transfer', iban: 'BE68539007547034', reference: order.reference },
    );
    expect(Date.parse(order.payUntil) - Date.now()).toBeGreaterThan(86_400_000);
    const received = () =>
      client.ticketing.markPaymentReceived({
        params: { festivalId: shop.festivalId, orderId: visitor.id, paymentId: order.payment?.id ?? '' },
        body: { note: 'statement 12' },
      });
    expect(await received()).toMatchObject({ status: 'PAID', tickets: [{}] });
    expect(await received()).toMatchObject({ status: 'PAID' });
    const { rows } = await api.ownerPool.query(
      `select account, sum(amount)::int as amount from posting where festival_id = $1 and (account = $2 or subject = $3) group by 1 order by 1`,
      [shop.festivalId, account, way],
    );
    expect(rows).toEqual(
      [
        { account, amount: 4500 },
        { account: 'PROVIDER', amount: 0 },
      ].toSorted((a, b) => (a.account === 'PROVIDER' ? 1 : b.account === 'PROVIDER' ? -1 : 0)),
    );
  }
});
