/** Fees, disputes, payouts and differences with Stripe's own list: in the books once, whoever tells them and how often. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { systemContext } from '../platform/context.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { type StripeDouble, startStripeDouble } from '../testing/stripe-double/stripe-double.ts';
import type { Intent } from '../testing/stripe-double/stripe-book.ts';
import { bookAllFees } from './book-all-fees.ts';
import { reconcilePayments } from './reconcile-payments.ts';
import { balancesOf, takeMoney } from './testing.ts';

let api: TestApi;
let double: StripeDouble;
let festivalId: string;
let team: Awaited<ReturnType<TestApi['person']>>['client'];
beforeAll(async () => {
  double = await startStripeDouble();
  api = await startApi({ env: double.env });
  double.newsTo = `${api.url}/payments/webhooks/stripe`;
});
afterAll(async () => {
  await api.stop();
  await double.stop();
});
beforeEach(async () => {
  festivalId = (await insertFestival(api.ownerPool, { status: 'PUBLISHED' })).id;
  team = (await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] })).client;
  await takeMoney(team, festivalId, { online: ['stripe'] });
});

/** A ticket that was bought at Stripe. */
async function paid(): Promise<{ intent: Intent; orderId: string }> {
  const type = await team.ticketing.createTicketType({
    params: { festivalId },
    body: { name: { en: 'Day' }, price: 4500, vat: 600, capacity: 5 },
  });
  const { ticketing } = api.client('site');
  const secret = 'a secret of twenty letters and more';
  const basket = await ticketing.holdBasket({
    params: { festivalId },
    body: { secret, items: [{ ticketTypeId: type.id, quantity: 1 }] },
  });
  const { id: orderId } = await ticketing.placeOrder({
    params: { festivalId },
    body: { basketId: basket.id, secret, email: 'ada@example.org', name: 'Ada', language: 'en' },
  });
  const { step } = await ticketing.checkoutOrder({
    params: { festivalId, orderId },
    body: { secret, way: 'online', returnTo: `${api.resources.env.SITE_URL}/en/x/orders/${orderId}` },
  });
  const page = step.kind === 'redirect' ? (step.url.split('/').at(-1) ?? '') : '';
  const intent = double.pay(page);
  await double.send('payment_intent.succeeded', intent);
  return { intent, orderId };
}

const balances = () => balancesOf(api, festivalId);
const hourAgo = () =>
  api.ownerPool.query(`update payment set changed_at = now() - interval '1 hour' where festival_id = $1`, [festivalId]);
const worker = () => systemContext(api.resources);

describe('what a provider keeps and pays', () => {
  it('a fee is booked once', async () => {
    await paid();
    await hourAgo();
    await Promise.all([bookAllFees(worker()), bookAllFees(worker())]);
    await bookAllFees(worker());
    // 1.5 % and 25 cents.
    expect(await balances()).toEqual({ PROVIDER: 4407, PROVIDER_FEES: 93 });
  });

  it('a payout leaves nothing under way; one that failed comes back', async () => {
    const { intent } = await paid();
    await hourAgo();
    await bookAllFees(worker());
    const payout = {
      id: `po_${festivalId}`,
      object: 'payout',
      status: 'paid',
      amount: 4407,
      currency: 'eur',
      arrival_date: 1_900_000_000,
    };
    double.book.others.set(payout.id, payout);
    double.book.balanceOf.set(payout.id, [
      {
        id: 'txn_1',
        object: 'balance_transaction',
        type: 'charge',
        net: 4407,
        source: { ...intent.latest_charge, metadata: intent.metadata },
      },
      { id: 'txn_2', object: 'balance_transaction', type: 'payout', net: -4407, source: payout.id },
    ]);
    await double.send('payout.paid', payout, { times: 5 });
    await double.send('payout.paid', payout, { times: 5 });
    expect(await balances()).toEqual({ BANK: 4407, PROVIDER_FEES: 93 });
    payout.status = 'failed';
    await double.send('payout.failed', payout);
    expect(await balances()).toEqual({ PROVIDER: 4407, PROVIDER_FEES: 93 });
  });
});

describe('a dispute', () => {
  const disputed = (intent: Intent, status: string) => {
    const dispute = {
      id: `du_${intent.id}`,
      object: 'dispute',
      status,
      amount: 4500,
      currency: 'eur',
      reason: 'fraudulent',
      payment_intent: intent,
      evidence_details: { due_by: 1_900_000_000 },
      balance_transactions: [{ amount: -4500, fee: 2000 }],
    };
    double.book.others.set(dispute.id, dispute);
    return dispute;
  };

  it.each([
    ['won', { PROVIDER: 2500, PROVIDER_FEES: 2000 }],
    ['lost', { PROVIDER: -2000, PROVIDER_FEES: 2000, LOST_DISPUTES: 4500 }],
  ])('that was %s stands in the books, whatever is told first', async (end, expected) => {
    const { intent, orderId } = await paid();
    const open = disputed(intent, 'needs_response');
    await double.send('charge.dispute.created', open, { times: 3 });
    expect(await balances()).toEqual({ DISPUTED: 4500, PROVIDER: -2000, PROVIDER_FEES: 2000 });
    expect((await team.payments.watchPayments({ params: { festivalId } })).disputes).toMatchObject([
      { status: 'OPEN', orderId, amount: 4500, reason: 'fraudulent' },
    ]);
    disputed(intent, end);
    await Promise.all(
      ['charge.dispute.closed', 'charge.dispute.updated', 'charge.dispute.created'].map((type) =>
        double.send(type, open),
      ),
    );
    expect(await balances()).toEqual(expected);
    expect((await team.payments.watchPayments({ params: { festivalId } })).disputes).toMatchObject([
      { status: end.toUpperCase() },
    ]);
  });

  it('keeps its order from being refunded as well, until it is won', async () => {
    const { intent, orderId } = await paid();
    const params = { festivalId, orderId };
    const { tickets } = await team.ticketing.getOrder({ params });
    const refund = () =>
      team.ticketing.refundOrder({ params, body: { ticketIds: tickets.map(({ id }) => id), reason: 'ill' } });
    const open = disputed(intent, 'needs_response');
    await double.send('charge.dispute.created', open);
    await expect(refund()).rejects.toMatchObject({ name: 'PAYMENT_DISPUTED', status: 409 });
    disputed(intent, 'won');
    await double.send('charge.dispute.closed', open);
    await expect(refund()).resolves.toMatchObject({ status: 'COMPLETED', amount: 4500 });
    expect(await balances()).toEqual({ PROVIDER: -2000, PROVIDER_FEES: 2000 });
  });

  it('that is told at its end alone has its beginning booked first', async () => {
    const { intent } = await paid();
    await double.send('charge.dispute.closed', disputed(intent, 'lost'));
    expect(await balances()).toEqual({ PROVIDER: -2000, PROVIDER_FEES: 2000, LOST_DISPUTES: 4500 });
  });
});

describe('reconciliation', () => {
  const compare = async () => {
    await reconcilePayments(worker(), { youngestMs: -5000 });
    return (await team.payments.watchPayments({ params: { festivalId } })).differences;
  };

  it('finds nothing where both agree', async () => {
    await paid();
    expect(await compare()).toEqual([]);
  });

  it('lists money that is unknown here once, until somebody says what it is', async () => {
    const stray = double.book.addIntent({
      amount: 777,
      currency: 'eur',
      metadata: { festival: festivalId, payment: crypto.randomUUID() },
    });
    double.book.succeed(stray);
    await compare();
    const [difference] = await compare();
    expect(difference).toMatchObject({
      kind: 'UNKNOWN_HERE',
      reference: stray.id,
      ours: null,
      theirs: { amount: 777, status: 'succeeded' },
    });
    const settled = await team.payments.settleDifference({
      params: { festivalId, differenceId: difference?.id ?? '' },
      body: { note: 'a test of ours' },
    });
    expect(settled.differences).toEqual([]);
    expect(await compare()).toEqual([]);
  });

  it('lists money that was given back there alone, and forgets what agrees again', async () => {
    const { intent } = await paid();
    const charge = intent.latest_charge;
    if (charge) Object.assign(charge, { refunded: true, amount_refunded: 4500 });
    expect(await compare()).toMatchObject([{ kind: 'REFUND', ours: { refunded: 0 }, theirs: { refunded: 4500 } }]);
    if (charge) Object.assign(charge, { refunded: false, amount_refunded: 0 });
    expect(await compare()).toEqual([]);
  });

  it('lists what is paid here and unknown there', async () => {
    const { intent } = await paid();
    double.book.intents.delete(intent.id);
    expect(await compare()).toMatchObject([{ kind: 'UNKNOWN_THERE', theirs: null }]);
    double.book.intents.set(intent.id, intent);
  });
});

it('whoever may not see money sees none of it', async () => {
  const { client } = await api.person({ roles: [{ festivalId, role: 'PROGRAMMER' }] });
  await expect(client.payments.watchPayments({ params: { festivalId } })).rejects.toMatchObject({ status: 403 });
  await expect(client.payments.getPaymentSettings({ params: { festivalId } })).rejects.toMatchObject({ status: 403 });
});

it('no answer and no table knows a key', async () => {
  const told = JSON.stringify(await team.payments.getPaymentSettings({ params: { festivalId } }));
  expect(told).not.toMatch(/sk_|whsec_|pk_/);
  const { rows } = await api.ownerPool.query(
    `select (select string_agg(s::text, '') from payment_setting s) || coalesce((select string_agg(after::text, '') from event), '') as text`,
  );
  expect(rows[0]?.text).not.toMatch(/sk_test|whsec_/);
});
