/** A whole purchase in one call, by every way: what the payer does next is in the answer, and a call that is repeated buys nothing twice. */
import type { PaymentWay } from '@festivals/domain/payments/schemas';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeMoney, transfer } from '../../payments/testing.ts';
import { eventually } from '../../testing/eventually.ts';
import { type MollieDouble, startMollieDouble } from '../../testing/mollie-double.ts';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { startStripeDouble, type StripeDouble } from '../../testing/stripe-double/stripe-double.ts';
import { waitingSessions } from '../../testing/waiting-sessions.ts';
import { newSecret, openShop, quotaOf, type Shop } from '../testing.ts';

let api: TestApi;
let mollie: MollieDouble;
let stripe: StripeDouble;
let shop: Shop;
let team: Awaited<ReturnType<TestApi['person']>>['client'];
beforeAll(async () => {
  [mollie, stripe] = await Promise.all([startMollieDouble(), startStripeDouble()]);
  api = await startApi({ env: { ...mollie.env, ...stripe.env } });
  stripe.newsTo = `${api.url}/payments/webhooks/stripe`;
});
afterAll(async () => {
  await api.stop();
  await Promise.all([mollie.stop(), stripe.stop()]);
});
beforeEach(async () => {
  await api.ownerPool.query('delete from provider_health');
  shop = await openShop(api, { capacity: 5 });
  team = (await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] })).client;
});

const choose = (online: ('stripe' | 'mollie')[]) =>
  takeMoney(team, shop.festivalId, {
    online,
    embedded: true,
    transfer,
    onSite: { note: 'Cash only' },
  });

type Wish = Partial<Parameters<ReturnType<TestApi['client']>['ticketing']['buyTickets']>[0]['body']>;
function visitor(wish: Wish) {
  const body = {
    festivalId: shop.festivalId,
    secret: newSecret(),
    wishes: { items: [{ ticketTypeId: shop.ticketTypeId, quantity: 2 }] },
    email: 'ada@example.org',
    name: 'Ada',
    language: 'en' as const,
    ...wish,
  };
  const { ticketing } = api.client('site');
  const look = (orderId: string) =>
    ticketing.viewOrder({ params: { festivalId: shop.festivalId, orderId }, query: { secret: body.secret } });
  return {
    buy: (idempotencyKey?: string) => ticketing.buyTickets({ body }, idempotencyKey ? { idempotencyKey } : {}),
    look,
  };
}
const counted = async () => {
  const { rows } = await api.ownerPool.query<{ orders: number; charges: number }>(
    `select (select count(*)::int from ticket_order where festival_id = $1) as orders,
       (select count(*)::int from provider_charge where festival_id = $1) as charges`,
    [shop.festivalId],
  );
  return rows[0];
};

describe('practice money', () => {
  it('buys at once', async () => {
    expect(await visitor({ method: 'succeeds' }).buy()).toMatchObject({ status: 'PAID', next: { status: 'done' } });
  });

  it('has its bank ask the payer', async () => {
    const { payment, next } = await visitor({ method: 'three_d_secure' }).buy();
    expect(next).toEqual({ status: 'requires_action', action: { kind: 'authenticate', paymentId: payment?.id } });
  });

  it('waits for a slow bank', async () => {
    expect((await visitor({ method: 'slow' }).buy()).next).toEqual({ status: 'processing' });
  });
});

describe('Stripe', () => {
  it('leads the payer to its page; told again once it is paid, there is nothing left to do', async () => {
    await choose(['stripe']);
    const ada = visitor({ way: 'online' });
    const first = await ada.buy('buy-by-page');
    const page = first.next.status === 'requires_action' && first.next.action;
    expect(page).toMatchObject({ kind: 'redirect', provider: 'stripe' });
    expect((await ada.buy('buy-by-page')).next).toEqual(first.next);
    const made = [...stripe.book.pages.values()].at(-1)?.made.success_url ?? '';
    expect(made).toMatch(new RegExp(`/orders/${first.id}\\?secret=`));
    const secret = new URL(made).searchParams.get('secret') ?? '';
    const params = { festivalId: shop.festivalId, orderId: first.id };
    expect(await api.client('site').ticketing.viewOrder({ params, query: { secret } })).toMatchObject({ id: first.id });

    const intent = stripe.pay(page && page.kind === 'redirect' ? (page.url.split('/').at(-1) ?? '') : '');
    await stripe.send('payment_intent.succeeded', intent, { times: 20 });
    expect(await ada.buy('buy-by-page')).toMatchObject({ status: 'PAID', next: { status: 'done' }, tickets: [{}, {}] });
    expect(await counted()).toEqual({ orders: 1, charges: 1 });
  });

  it('gives its form the secret it needs', async () => {
    await choose(['stripe']);
    const { next } = await visitor({ way: 'online', embedded: true }).buy();
    expect(next).toMatchObject({
      status: 'requires_action',
      action: { kind: 'element', clientSecret: expect.stringMatching(/^pi_.*_secret_/) },
    });
  });

  it('sent twenty times at once with one key it is one order, one payment and one charge', async () => {
    await choose(['stripe']);
    const ada = visitor({ way: 'online' });
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => ada.buy('buy-twenty-times')));
    const names = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.name] : []));
    expect(names.filter((name) => name !== 'IDEMPOTENCY_IN_FLIGHT' && name !== 'IN_PROGRESS')).toEqual([]);
    expect((await ada.buy('buy-twenty-times')).next.status).toBe('requires_action');
    const { rows } = await api.ownerPool.query<{ status: string; reason: string | null }>(
      'select status, reason from payment where festival_id = $1',
      [shop.festivalId],
    );
    expect(rows).toEqual([{ status: 'PENDING', reason: null }]);
    expect(await counted()).toEqual({ orders: 1, charges: 1 });
    expect(await quotaOf(api, shop)).toEqual({ capacity: 5, sold: 0, held: 2 });
  });

  it('what becomes of an attempt is told behind the lock of whoever begins another', async () => {
    await choose(['stripe']);
    const { id: orderId, payment } = await visitor({ way: 'online' }).buy();
    const beginning = await api.ownerPool.connect();
    await beginning.query('begin');
    await beginning.query('select from ticket_order where festival_id = $1 and id = $2 for update', [
      shop.festivalId,
      orderId,
    ]);
    const told: string[] = [];
    const suspending = api.ownerPool
      .query(`select suspend_payment($1, $2, 'PENDING', 'redirect', null, '{"kind": "system"}', null, null, null)`, [
        shop.festivalId,
        payment?.id,
      ])
      .then(() => told.push('suspended'));
    await eventually(async () => expect(await waitingSessions(api)).toBe(1));
    told.push('begun');
    await beginning.query('commit');
    beginning.release();
    await suspending;
    expect(told).toEqual(['begun', 'suspended']);
  });

  it('is stood in for by Mollie while it is down', async () => {
    await choose(['stripe', 'mollie']);
    stripe.mishaps.push('error_500', 'error_500', 'error_500');
    expect((await visitor({ way: 'online' }).buy()).next).toMatchObject({ action: { provider: 'mollie' } });
  });

  it('leads back to nobody else', async () => {
    await choose(['stripe']);
    const stray = visitor({ way: 'online', returnTo: 'https://evil.example/' });
    expect(await refusalOf(stray.buy())).toMatchObject({ status: 400 });
    expect(await quotaOf(api, shop)).toMatchObject({ held: 0 });
  });
});

it('a transfer tells where the money goes, the gate what to bring; the team says when it came', async () => {
  await choose([]);
  const byBank = visitor({ way: 'bank_transfer' });
  const order = await byBank.buy('buy-by-transfer');
  expect(order.next).toMatchObject({
    status: 'requires_action',
    action: { kind: 'transfer', iban: 'BE68539007547034', reference: order.reference },
  });
  expect((await byBank.buy('buy-by-transfer')).next).toEqual(order.next);
  await team.ticketing.markPaymentReceived({
    params: { festivalId: shop.festivalId, orderId: order.id, paymentId: order.payment?.id ?? '' },
    body: { note: 'statement 3' },
  });
  expect(await byBank.buy('buy-by-transfer')).toMatchObject({ status: 'PAID', next: { status: 'done' } });
  expect((await visitor({ way: 'on_site' }).buy()).next).toMatchObject({
    action: { kind: 'on_site', note: 'Cash only' },
  });
  expect(await counted()).toMatchObject({ orders: 2 });
});

it.each<PaymentWay>(['online', 'bank_transfer', 'on_site'])(
  'a festival that practises does not take %s, and keeps no place for it',
  async (way) => {
    expect(await refusalOf(visitor({ way }).buy())).toMatchObject({ name: 'WAY_NOT_OFFERED' });
    expect(await quotaOf(api, shop)).toMatchObject({ held: 0 });
  },
);

it('practice money buys nothing where real money does', async () => {
  await choose([]);
  expect(await refusalOf(visitor({ method: 'succeeds' }).buy())).toMatchObject({ name: 'WAY_NOT_OFFERED' });
});
