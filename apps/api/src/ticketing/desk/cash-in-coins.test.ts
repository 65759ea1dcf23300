/** Cash is rounded to the smallest coin: in the till, in the books, on the receipt; and nothing else is. */
import { FestivalId } from '@festivals/domain/primitives';
import type { DeskMeans } from '@festivals/domain/ticketing/desk-contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditFestival } from '../../ledger/audit-money.ts';
import { balancesOf, takeMoney } from '../../payments/testing.ts';
import { systemContext } from '../../platform/context.ts';
import { look } from '../../platform/transaction.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { findMoney } from '../receipt/receipt-store.ts';
import { buyer, openShop } from '../testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

/** A desk that sells one thing, in a currency, with or without the festival's word that its cash is rounded. */
async function opened(currency: 'EUR' | 'CHF', cashRounding: boolean, price = 12_32) {
  const shop = await openShop(api, { capacity: 30, price });
  const festivalId = FestivalId.parse(shop.festivalId);
  await api.ownerPool.query('update festival set currency = $2 where id = $1', [festivalId, currency]);
  const params = { festivalId };
  const { client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  await takeMoney(client, festivalId, { onSite: { note: '' }, cashRounding });
  const sell = async (means: DeskMeans, quantity = 1) => {
    const wishes = { items: [{ ticketTypeId: shop.ticketTypeId, quantity }] };
    const body = { wishes, total: price * quantity, language: 'en' as const, means };
    return (await client.ticketing.sellAtDesk({ params, body })).order;
  };
  const balances = () => balancesOf(api, festivalId);
  const taken = async () =>
    (await client.ticketing.listTakings({ params, query: {} })).takings.map((one) => [
      one.where,
      one.taken,
      one.paidOut,
    ]);
  const flaws = () => auditFestival(systemContext(api.resources), festivalId);
  const money = (orderId: string) => look(systemContext(api.resources), festivalId, (tx) => findMoney(tx, orderId));
  return { ...client, shop, params, sell, balances, taken, flaws, money };
}

describe.each([
  ['francs', 'CHF', false],
  ['euros, where the festival says so', 'EUR', true],
] as const)('what is paid in %s', (_, currency, cashRounding) => {
  it('in cash lies in the till in coins; price and tax stay, and the difference has an account of its own', async () => {
    const { sell, balances, taken, flaws, money, payments, params } = await opened(currency, cashRounding);
    expect(await payments.listPaymentWays({ params })).toMatchObject({ cashCoin: 5 });
    const order = await sell('CASH');
    expect(order).toMatchObject({ total: 12_32, payment: { amount: 12_32 } });
    expect(await balances()).toEqual({ CASH: 12_30, CASH_ROUNDING: 2 });
    expect(await taken()).toEqual([['CASH', 12_30, 0]]);
    expect(await money(order.id)).toMatchObject({ rounding: -2, refunds: [] });
    expect(await flaws()).toEqual([]);
  });

  it('by any other means is to the cent', async () => {
    const { sell, balances, flaws } = await opened(currency, cashRounding);
    await sell('CARD_TERMINAL');
    await sell('BANK_TRANSFER');
    expect(await balances()).toEqual({ BANK: 12_32, PROVIDER: 12_32 });
    expect(await flaws()).toEqual([]);
  });

  it('goes back from the till as it came, and by the bank to the cent', async () => {
    const { sell, balances, taken, flaws, money, ticketing, params } = await opened(currency, cashRounding, 12_33);
    const repay = async (from: 'CASH' | 'BANK') => {
      const { id: orderId, tickets } = await sell('CASH');
      const body = { ticketIds: tickets.map(({ id }) => id), reason: 'rain' };
      const { id: refundId } = await ticketing.refundOrder({ params: { ...params, orderId }, body });
      await ticketing.payRefundByHand({ params: { ...params, refundId }, body: { from, reference: 'slip' } });
      return orderId;
    };
    const orderId = await repay('CASH');
    expect(await balances()).toEqual({});
    expect(await taken()).toEqual([['CASH', 12_35, 12_35]]);
    expect(await money(orderId)).toMatchObject({ rounding: 2, refunds: [{ amount: 12_33, rounding: 2 }] });
    await repay('BANK');
    expect(await balances()).toEqual({ BANK: -12_33, CASH: 12_35, CASH_ROUNDING: -2 });
    expect(await flaws()).toEqual([]);
  });

  it('goes back in pieces as it came as a whole, whoever pays them at once', async () => {
    const { sell, balances, taken, flaws, ticketing, params } = await opened(currency, cashRounding, 1_02);
    const pieces = async () => {
      const { id: orderId, tickets } = await sell('CASH', 4);
      const refunds: string[] = [];
      for (const { id } of tickets) {
        const body = { ticketIds: [id], reason: 'rain' };
        refunds.push((await ticketing.refundOrder({ params: { ...params, orderId }, body })).id);
      }
      return refunds.map((refundId) => () => {
        const body = { from: 'CASH' as const, reference: 'slip' };
        return ticketing.payRefundByHand({ params: { ...params, refundId }, body });
      });
    };
    // 4.10 of 4.08 were taken; four times 1.00 would be ten cents too few.
    for (const pay of await pieces()) await pay();
    expect(await taken()).toEqual([['CASH', 4_10, 4_10]]);
    expect(await balances()).toEqual({});
    await Promise.all((await pieces()).map((pay) => pay()));
    expect(await taken()).toEqual([['CASH', 8_20, 8_20]]);
    expect(await balances()).toEqual({});
    expect(await flaws()).toEqual([]);
  });

  it('at the gate, for an order of the shop, is rounded as at the desk', async () => {
    const { balances, flaws, ticketing, params, shop } = await opened(currency, cashRounding);
    const visitor = buyer(api, shop);
    const { id: orderId } = await visitor.order((await visitor.hold()).id);
    const returnTo = `${api.resources.env.SITE_URL}/en/here`;
    const { order } = await api.client('site').ticketing.checkoutOrder({
      params: { ...params, orderId },
      body: { secret: visitor.secret, way: 'on_site', returnTo },
    });
    const paymentId = order.payment?.id ?? '';
    await ticketing.markPaymentReceived({ params: { ...params, orderId, paymentId }, body: { note: 'at the gate' } });
    expect(await balances()).toEqual({ CASH: 12_30, CASH_ROUNDING: 2 });
    expect(await flaws()).toEqual([]);
  });
});

it('in euros is to the cent where nobody says otherwise', async () => {
  const { sell, balances, payments, params } = await opened('EUR', false);
  expect(await payments.listPaymentWays({ params })).toMatchObject({ cashCoin: 1 });
  await sell('CASH');
  expect(await balances()).toEqual({ CASH: 12_32 });
});

it('is not worth a coin: the smallest amounts leave nothing in the till, and the books agree', async () => {
  const { sell, balances, flaws, taken } = await opened('CHF', false, 2);
  await sell('CASH');
  expect(await balances()).toEqual({ CASH_ROUNDING: 2 });
  expect(await taken()).toEqual([]);
  expect(await flaws()).toEqual([]);
});
