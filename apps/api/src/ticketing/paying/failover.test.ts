/** Two providers: the second stands in while the first is down, and nobody pays twice. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { liveProvider } from '../../payments/providers.ts';
import { takeMoney } from '../../payments/testing.ts';
import { systemContext } from '../../platform/context.ts';
import { refusalOf } from '../../testing/refusal-of.ts';
import { type MollieDouble, startMollieDouble } from '../../testing/mollie-double.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { startStripeDouble, type StripeDouble } from '../../testing/stripe-double/stripe-double.ts';
import { resolvePayments } from './resolve-payments.ts';
import { buyer, openShop, type Shop } from '../testing.ts';

let api: TestApi;
let mollie: MollieDouble;
let stripe: StripeDouble;
let shop: Shop;
let team: Awaited<ReturnType<TestApi['person']>>['client'];
beforeAll(async () => {
  [mollie, stripe] = await Promise.all([startMollieDouble(), startStripeDouble()]);
  api = await startApi({ env: { ...mollie.env, ...stripe.env } });
});
afterAll(async () => {
  await api.stop();
  await Promise.all([mollie.stop(), stripe.stop()]);
});
beforeEach(async () => {
  await api.ownerPool.query('delete from provider_health');
  Object.assign(mollie, { down: 0, loseAnswers: 0 });
  mollie.faults.length = 0;
  stripe.mishaps.length = 0;
  shop = await openShop(api, { capacity: 5 });
  team = (await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] })).client;
});

const choose = (online: ('stripe' | 'mollie')[]) => takeMoney(team, shop.festivalId, { online });
async function ordered(quantity = 1) {
  const visitor = buyer(api, shop);
  const { id } = await visitor.order((await visitor.hold(quantity)).id);
  const body = {
    secret: visitor.secret,
    way: 'online' as const,
    returnTo: `${api.resources.env.SITE_URL}/en/x/orders/${id}`,
  };
  const checkout = () =>
    api.client('site').ticketing.checkoutOrder({ params: { festivalId: shop.festivalId, orderId: id }, body });
  return { ...visitor, id, checkout, look: () => visitor.view(id) };
}
/** The site's origin passes on what comes below its `/api`; here nobody does. */
const knockHere = (id: string) => {
  const payment = mollie.payments.get(id);
  if (payment?.webhookUrl)
    payment.webhookUrl =
      api.url.replace(/\/api$/, '') + new URL(payment.webhookUrl).pathname + new URL(payment.webhookUrl).search;
};
const newest = () => [...mollie.payments.values()].at(-1)?.id ?? '';

describe('Mollie', () => {
  it('is asked as it wants, and its knocks, which say nothing, are enough', async () => {
    await choose(['mollie']);
    const visitor = await ordered();
    const { step } = await visitor.checkout();
    expect(step).toMatchObject({ kind: 'redirect', provider: 'mollie' });
    knockHere(newest());
    expect(new Set(await mollie.become(newest(), 'paid', 20))).toEqual(new Set([204]));
    expect(await visitor.look()).toMatchObject({ status: 'PAID', tickets: [{}] });
    expect(mollie.faults).toEqual([]);
  });

  it('a knock that we did not sign is not heard', async () => {
    await choose(['mollie']);
    const visitor = await ordered();
    await visitor.checkout();
    const payment = mollie.payments.get(newest());
    if (payment)
      payment.webhookUrl = `${api.url}/payments/webhooks/mollie?payment=${payment.metadata?.['payment']}&mac=wrong`;
    expect(await mollie.become(newest(), 'paid')).toEqual([400]);
    expect((await visitor.look()).status).toBe('AWAITING_PAYMENT');
  });

  it('a refused payment there is over, and the next attempt is another one', async () => {
    await choose(['mollie']);
    const visitor = await ordered();
    await visitor.checkout();
    const first = newest();
    knockHere(first);
    await mollie.become(first, 'failed');
    expect(await visitor.look()).toMatchObject({
      status: 'AWAITING_PAYMENT',
      payment: { status: 'FAILED', reason: 'failed' },
    });
    await visitor.checkout();
    expect(newest()).not.toBe(first);
    knockHere(newest());
    await mollie.become(newest(), 'paid');
    expect((await visitor.look()).status).toBe('PAID');
  });

  it('an answer that was lost is asked for again, with one payment and one refund', async () => {
    await choose(['mollie']);
    const visitor = await ordered();
    const before = mollie.payments.size;
    mollie.loseAnswers = 1;
    await visitor.checkout();
    expect(mollie.payments.size).toBe(before + 1);
    knockHere(newest());
    await mollie.become(newest(), 'paid');
    const { tickets } = await visitor.look();
    const params = { festivalId: shop.festivalId, orderId: visitor.id };
    const refund = await team.ticketing.refundOrder({
      params,
      body: { ticketIds: tickets.map(({ id }) => id), reason: 'rain' },
    });
    expect(refund.status).toBe('COMPLETED');
    expect(mollie.refunds.filter((id) => id === newest())).toHaveLength(1);
    expect(mollie.faults).toEqual([]);
  });

  it.each(['stripe', 'mollie'] as const)(
    'what %s gave back is not given twice, though it forgot that it was asked',
    async (name) => {
      await choose([name]);
      const visitor = await ordered(2);
      await visitor.checkout();
      const { rows } = await api.ownerPool.query<{ reference: string; paymentId: string }>(
        `select c.reference, c.payment_id as "paymentId" from provider_charge c join payment p on p.id = c.payment_id where p.order_id = $1`,
        [visitor.id],
      );
      const { reference = '', paymentId = '' } = rows[0] ?? {};
      const intent = name === 'stripe' ? stripe.pay(reference) : undefined;
      const payment = mollie.payments.get(reference);
      if (payment) payment.status = 'paid';
      const provider = liveProvider(systemContext(api.resources), name);
      const charge = {
        festivalId: shop.festivalId,
        paymentId,
        reference,
        amount: 9000,
        currency: 'EUR',
        account: null,
      } as const;
      const given = () => intent?.latest_charge?.amount_refunded ?? Number(payment?.amountRefunded.value) * 100;
      await provider.refund({ charge, key: 'the-first', amount: 4500 });
      for (const double of [stripe, mollie]) double.forgetKeys();
      await provider.refund({ charge, key: 'the-first', amount: 4500 });
      expect(given()).toBe(4500);
      await provider.refund({ charge, key: 'the-second', amount: 4500 });
      expect(given()).toBe(9000);
    },
  );
});

describe('while the first is down', () => {
  it('the second is asked, the first is left alone after three failures, and all of it is shown', async () => {
    await choose(['stripe', 'mollie']);
    for (let turn = 0; turn < 3; turn += 1) {
      stripe.mishaps.push('error_500', 'error_500', 'error_500');
      const visitor = await ordered();
      expect((await visitor.checkout()).step).toMatchObject({ kind: 'redirect', provider: 'mollie' });
    }
    const calls = stripe.calls.length;
    const visitor = await ordered();
    expect((await visitor.checkout()).step).toMatchObject({ provider: 'mollie' });
    expect(stripe.calls).toHaveLength(calls);
    const room = await team.payments.getPaymentSettings({ params: { festivalId: shop.festivalId } });
    expect(room.providers).toMatchObject([
      { provider: 'stripe', breaker: 'OPEN', failures: 3 },
      { provider: 'mollie', breaker: 'CLOSED' },
    ]);
    await api.ownerPool.query(`update provider_health set shut_until = now() - interval '1 second'`);
    expect((await (await ordered()).checkout()).step).toMatchObject({ provider: 'stripe' });
    const after = await team.payments.getPaymentSettings({ params: { festivalId: shop.festivalId } });
    expect(after.providers[0]).toMatchObject({ breaker: 'CLOSED', failures: 0 });
  });

  it('nobody is led to what a lost answer left there: the order is paid once', async () => {
    await choose(['stripe', 'mollie']);
    const visitor = await ordered();
    stripe.mishaps.push('lose_answer', 'lose_answer', 'lose_answer');
    expect((await visitor.checkout()).step).toMatchObject({ provider: 'mollie' });
    knockHere(newest());
    await mollie.become(newest(), 'paid');
    await resolvePayments(systemContext(api.resources));
    const { rows } = await api.ownerPool.query(
      `select provider, status from payment where order_id = $1 order by started_at`,
      [visitor.id],
    );
    expect(rows).toEqual([
      { provider: 'stripe', status: 'FAILED' },
      { provider: 'mollie', status: 'COMPLETED' },
    ]);
  });

  it('once a payer was led somewhere nobody stands in: the provider is asked first', async () => {
    await choose(['stripe', 'mollie']);
    const visitor = await ordered();
    await visitor.checkout();
    stripe.mishaps.push('error_500', 'error_500', 'error_500');
    expect(await refusalOf(visitor.checkout())).toMatchObject({ status: 503 });
    const { rows } = await api.ownerPool.query(`select provider from payment where order_id = $1`, [visitor.id]);
    expect(rows).toEqual([{ provider: 'stripe' }]);
  });

  it('and the second too, it is said, and the order stays open', async () => {
    await choose(['stripe', 'mollie']);
    const visitor = await ordered();
    stripe.mishaps.push('hang_up', 'hang_up', 'hang_up');
    mollie.down = 3;
    expect(await refusalOf(visitor.checkout())).toMatchObject({ name: 'PROVIDER_UNAVAILABLE' });
    expect((await visitor.look()).status).toBe('AWAITING_PAYMENT');
  });
});

it('a provider without keys cannot be chosen, nor sends news', async () => {
  const bare = await startApi();
  const { id } = await bare.person({ superAdmin: true });
  expect(id).toBeTruthy();
  const answer = await fetch(`${bare.url}/payments/webhooks/stripe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  expect(answer.status).toBe(409);
  await bare.stop();
});
