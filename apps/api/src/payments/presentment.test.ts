/** Prices in other currencies: shown at the organiser's rate, kept with the order, and never charged. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { newSecret, openShop, type Shop } from '../ticketing/testing.ts';

let api: TestApi;
let shop: Shop;
let team: Awaited<ReturnType<TestApi['person']>>['client'];
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  shop = await openShop(api, { capacity: 10 });
  const roles = [{ festivalId: shop.festivalId, role: 'ORGANISER' as const }];
  team = (await api.person({ roles })).client;
});

type Rates = { currency: 'EUR' | 'USD' | 'GBP' | 'CHF'; rate: number }[];
const here = () => ({ festivalId: shop.festivalId });
const choose = (version: number, rates: Rates) =>
  team.payments.updatePresentment({ params: here(), body: { version, rates } });
const alsoIn = async () => (await api.client('site').ticketing.getShop({ params: here(), query: {} })).alsoIn;

async function ordered(shownIn?: Rates[number]['currency']) {
  const { ticketing } = api.client('site');
  const secret = newSecret();
  const basket = await ticketing.holdBasket({
    params: here(),
    body: { secret, items: [{ ticketTypeId: shop.ticketTypeId, quantity: 1 }] },
  });
  const body = { basketId: basket.id, secret, email: 'ada@example.org', name: 'Ada', language: 'en' as const, shownIn };
  const order = await ticketing.placeOrder(
    { params: here(), body },
    { idempotencyKey: `order-${secret.slice(0, 20)}` },
  );
  const again = await ticketing.placeOrder(
    { params: here(), body },
    { idempotencyKey: `order-${secret.slice(0, 20)}` },
  );
  expect(again).toEqual(order);
  return { order, secret, params: { ...here(), orderId: order.id } };
}

it('rates are the organiser’s word, each with its moment, the newest counting', async () => {
  expect(await choose(0, [{ currency: 'CHF', rate: 940_000 }])).toMatchObject({ currency: 'EUR', version: 1 });
  await choose(1, [
    { currency: 'CHF', rate: 950_000 },
    { currency: 'GBP', rate: 830_000 },
  ]);
  expect(await alsoIn()).toMatchObject([
    { currency: 'CHF', rate: 950_000, since: expect.any(String) },
    { currency: 'GBP', rate: 830_000 },
  ]);
  await choose(3, [{ currency: 'GBP', rate: 830_000 }]);
  expect((await alsoIn()).map(({ currency }) => currency)).toEqual(['GBP']);
  const { rows } = await api.ownerPool.query(
    'select currency, rate from presentment_rate where festival_id = $1 order by since, currency',
    [shop.festivalId],
  );
  expect(rows).toEqual([
    { currency: 'CHF', rate: 940_000 },
    { currency: 'CHF', rate: 950_000 },
    { currency: 'GBP', rate: 830_000 },
    { currency: 'CHF', rate: null },
  ]);
});

it('an order keeps as what it was shown; what is charged, booked and given back is its own', async () => {
  await choose(0, [{ currency: 'CHF', rate: 940_000 }]);
  const { order, secret, params } = await ordered('CHF');
  const shown = { currency: 'CHF', rate: 940_000, amount: 4230 };
  expect(order).toMatchObject({ total: 4500, currency: 'EUR', presentment: shown });
  await choose(1, [{ currency: 'CHF', rate: 2_000_000 }]);
  const { ticketing } = api.client('site');
  await ticketing.payOrder({ params, body: { secret, method: 'succeeds' } });
  const paid = await ticketing.viewOrder({ params, query: { secret } });
  expect(paid).toMatchObject({
    status: 'PAID',
    total: 4500,
    presentment: shown,
    payment: { amount: 4500, currency: 'EUR' },
  });
  expect(await team.ticketing.getOrder({ params })).toMatchObject({ presentment: shown });
  const refund = await team.ticketing.refundOrder({
    params,
    body: { ticketIds: paid.tickets.map(({ id }) => id), reason: 'rain' },
  });
  expect(refund).toMatchObject({ amount: 4500, currency: 'EUR' });
  const { rows } = await api.ownerPool.query('select distinct currency from posting where festival_id = $1', [
    shop.festivalId,
  ]);
  expect(rows).toEqual([{ currency: 'EUR' }]);
});

it('a currency that is not shown, or none, keeps nothing', async () => {
  await choose(0, [{ currency: 'CHF', rate: 940_000 }]);
  expect((await ordered('USD')).order.presentment).toBeUndefined();
  expect((await ordered()).order.presentment).toBeUndefined();
});

it('what was changed meanwhile, the festival’s own currency and senseless rates are refused', async () => {
  await choose(0, [{ currency: 'CHF', rate: 940_000 }]);
  expect(await refusalOf(choose(0, []))).toMatchObject({ name: 'CONFLICT' });
  expect(await refusalOf(choose(1, [{ currency: 'EUR', rate: 1_000_000 }]))).toMatchObject({ status: 400 });
  expect(await refusalOf(choose(1, [{ currency: 'USD', rate: 0 }]))).toMatchObject({ status: 400 });
  const twice = { currency: 'USD' as const, rate: 1_000_000 };
  expect(await refusalOf(choose(1, [twice, twice]))).toMatchObject({ status: 400 });
  const both = await Promise.allSettled([choose(1, []), choose(1, [twice])]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('belongs to whoever may choose how money is taken', async () => {
  const { client } = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'FINANCE' }] });
  expect(await client.payments.getPresentment({ params: here() })).toMatchObject({ rates: [] });
  const change = client.payments.updatePresentment({ params: here(), body: { version: 0, rates: [] } });
  expect(await refusalOf(change)).toMatchObject({ status: 403 });
});
