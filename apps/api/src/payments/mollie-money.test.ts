/** Chargebacks and settlements at Mollie: in the books once, whoever tells them, how often, and in what order. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemContext } from '../platform/context.ts';
import { type MollieDouble, startMollieDouble } from '../testing/mollie-double.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { buyer, openShop, type Shop } from '../ticketing/testing.ts';
import { lookForUntold } from './look-for-untold.ts';
import { reconcilePayments } from './reconcile-payments.ts';
import { balancesOf, takeMoney } from './testing.ts';

let api: TestApi;
let double: MollieDouble;
let shop: Shop;
let team: Awaited<ReturnType<TestApi['person']>>['client'];
beforeAll(async () => {
  double = await startMollieDouble();
  api = await startApi({ env: double.env });
});
afterAll(async () => {
  await api.stop();
  await double.stop();
});
beforeEach(async () => {
  ({ shop, team } = await shopAtMollie());
  double.faults.length = 0;
});

async function shopAtMollie() {
  const opened = await openShop(api, { capacity: 10 });
  const { client } = await api.person({ roles: [{ festivalId: opened.festivalId, role: 'ORGANISER' }] });
  await takeMoney(client, opened.festivalId, { online: ['mollie'] });
  return { shop: opened, team: client };
}

/** A ticket that was bought at Mollie: its name there, and our order. */
async function paid(of: Shop = shop): Promise<{ id: string; orderId: string; ticketIds: string[] }> {
  const visitor = buyer(api, of);
  const { id: orderId } = await visitor.order((await visitor.hold()).id);
  await api.client('site').ticketing.checkoutOrder({
    params: { festivalId: of.festivalId, orderId },
    body: { secret: visitor.secret, way: 'online', returnTo: api.resources.env.SITE_URL },
  });
  const payment = [...double.payments.values()].at(-1);
  if (!payment?.webhookUrl) throw new Error('Mollie was not asked');
  // The site's origin passes on what comes below its `/api`; here nobody does.
  const { pathname, search } = new URL(payment.webhookUrl);
  payment.webhookUrl = api.url.replace(/\/api$/, '') + pathname + search;
  await double.become(payment.id, 'paid');
  const { tickets } = await visitor.view(orderId);
  return { id: payment.id, orderId, ticketIds: tickets.map((ticket) => ticket.id) };
}

const balances = (of: Shop = shop) => balancesOf(api, of.festivalId);
const disputes = async () => (await team.payments.watchPayments({ params: { festivalId: shop.festivalId } })).disputes;
const worker = () => systemContext(api.resources);

describe('a chargeback', () => {
  it('that knocks twenty times at once is booked once, and listed', async () => {
    const { id, orderId } = await paid();
    expect(new Set(await double.chargeBack(id, 20))).toEqual(new Set([204]));
    expect(await balances()).toEqual({ DISPUTED: 4500 });
    expect(await disputes()).toMatchObject([
      { status: 'OPEN', orderId, amount: 4500, provider: 'mollie', reason: 'Account closed' },
    ]);
    expect(double.faults).toEqual([]);
  });

  it('that was reversed stands so, whatever knocks first', async () => {
    const { id } = await paid();
    const knocks = await Promise.all([double.chargeBack(id, 10), double.reverse(id, 10)]);
    expect(new Set(knocks.flat())).toEqual(new Set([204]));
    await double.become(id, 'paid');
    expect(await balances()).toEqual({ PROVIDER: 4500 });
    expect(await disputes()).toMatchObject([{ status: 'WON' }]);
  });

  it('that is told before the payment was booked waits for nobody', async () => {
    const { id, orderId } = await paid();
    await api.ownerPool.query(`update provider_charge set reference = null where reference = $1`, [id]);
    await api.ownerPool.query(
      `update provider_charge set reference = $1 where payment_id = (select id from payment where order_id = $2)`,
      [id, orderId],
    );
    await double.chargeBack(id);
    await double.chargeBack(id);
    expect((await disputes()).map(({ amount }) => amount)).toEqual([4500, 4500]);
  });

  it('of which nobody told is found by looking', async () => {
    const { id } = await paid();
    const payment = double.payments.get(id);
    if (payment) payment.webhookUrl = undefined;
    await double.chargeBack(id);
    expect(await balances()).toEqual({ PROVIDER: 4500 });
    await Promise.all([lookForUntold(worker()), lookForUntold(worker())]);
    expect(await balances()).toEqual({ DISPUTED: 4500 });
    expect(double.faults).toEqual([]);
  });
});

describe('a settlement', () => {
  const settle = (
    id: string,
    value: string,
    made: { payments: string[]; refunds?: object[]; chargebacks?: string[] },
  ) =>
    double.settlements.set(id, {
      resource: 'settlement',
      id,
      reference: '1234567.2607.01',
      createdAt: new Date().toISOString(),
      settledAt: new Date().toISOString(),
      status: 'paidout',
      amount: { currency: 'EUR', value },
      made: { refunds: [], chargebacks: [], ...made },
    });

  it('brings each festival what was paid for it, less its share of what Mollie keeps', async () => {
    const other = (await shopAtMollie()).shop;
    const [one, two, three] = [await paid(), await paid(), await paid(other)];
    // 135.00 were paid; Mollie keeps 1.00.
    settle('stl_three', '134.00', { payments: [one.id, two.id, three.id] });
    await Promise.all(Array.from({ length: 3 }, () => lookForUntold(worker())));
    await lookForUntold(worker());
    expect(await balances()).toEqual({ BANK: 8933, PROVIDER_FEES: 67 });
    expect(await balances(other)).toEqual({ BANK: 4467, PROVIDER_FEES: 33 });
    expect(double.faults).toEqual([]);
  });

  it('takes with it what was given back and taken back', async () => {
    const [kept, back, taken] = [await paid(), await paid(), await paid()];
    await team.ticketing.refundOrder({
      params: { festivalId: shop.festivalId, orderId: back.orderId },
      body: { ticketIds: back.ticketIds, reason: 'rain' },
    });
    await double.chargeBack(taken.id);
    const chargeback = [...double.chargebacks.values()].find(({ paymentId }) => paymentId === taken.id);
    settle('stl_backs', '44.25', {
      payments: [kept.id, back.id, taken.id],
      refunds: double.refundBook.slice(-1),
      chargebacks: chargeback ? [chargeback.id] : [],
    });
    await lookForUntold(worker());
    expect(await balances()).toEqual({ BANK: 4425, PROVIDER_FEES: 75, DISPUTED: 4500 });
    expect(double.faults).toEqual([]);
  });

  it('that is still open moves nothing; one that failed comes back', async () => {
    const { id } = await paid();
    settle('stl_fails', '45.00', { payments: [id] });
    const settlement = double.settlements.get('stl_fails');
    if (settlement) settlement.status = 'open';
    await lookForUntold(worker());
    expect(await balances()).toEqual({ PROVIDER: 4500 });
    if (settlement) settlement.status = 'paidout';
    await lookForUntold(worker());
    expect(await balances()).toEqual({ BANK: 4500 });
    if (settlement) settlement.status = 'failed';
    await lookForUntold(worker());
    await lookForUntold(worker());
    expect(await balances()).toEqual({ PROVIDER: 4500 });
  });
});

it('reconciliation reads Mollie’s list to its last page and finds nothing', async () => {
  for (let turn = 0; turn < 3; turn += 1) await paid();
  await reconcilePayments(worker(), { youngestMs: -5000 });
  expect((await team.payments.watchPayments({ params: { festivalId: shop.festivalId } })).differences).toEqual([]);
  expect(double.faults).toEqual([]);
});
