/** Money that no provider brings back is owed in the books until somebody says how it was paid: once, and by whoever may. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditFestival } from '../../ledger/audit-money.ts';
import { balancesOf, takeMoney, transfer } from '../../payments/testing.ts';
import { systemContext } from '../../platform/context.ts';
import { FestivalId } from '@festivals/domain/primitives';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { runMassRefunds } from './run-mass-refunds.ts';
import { buyer, openShop, type Shop } from '../testing.ts';

let api: TestApi;
let shop: Shop;
type Client = Awaited<ReturnType<TestApi['person']>>['client'];
let team: Client;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  shop = await openShop(api, { capacity: 10 });
  const roles = [{ festivalId: shop.festivalId, role: 'ORGANISER' as const }];
  team = (await api.person({ roles })).client;
  await takeMoney(team, shop.festivalId, { transfer, onSite: { note: '' } });
});

/** An order of two tickets that was paid by hand, and the refund of the first. */
async function refunded(way: 'bank_transfer' | 'on_site') {
  const visitor = buyer(api, shop);
  const { id: orderId } = await visitor.order((await visitor.hold(2)).id);
  const params = { festivalId: shop.festivalId, orderId };
  const { order } = await api.client('site').ticketing.checkoutOrder({
    params,
    body: { secret: visitor.secret, way, returnTo: api.resources.env.SITE_URL },
  });
  const paid = await team.ticketing.markPaymentReceived({
    params: { ...params, paymentId: order.payment?.id ?? '' },
    body: { note: 'statement 12' },
  });
  const refund = await team.ticketing.refundOrder({
    params,
    body: { ticketIds: [paid.tickets[0]?.id ?? ''], reason: 'rain' },
  });
  return { orderId, refund };
}
const list = (client: Client, only: 'owed' | 'paid' = 'owed') =>
  client.ticketing.listRefundsByHand({ params: { festivalId: shop.festivalId }, query: { limit: 10, only } });
const pay = (client: Client, refundId: string, idempotencyKey?: string, reference = 'statement 14') =>
  client.ticketing.payRefundByHand(
    { params: { festivalId: shop.festivalId, refundId }, body: { from: 'BANK', reference } },
    idempotencyKey ? { idempotencyKey } : {},
  );
const balances = () => balancesOf(api, shop.festivalId);
const flaws = () => auditFestival(systemContext(api.resources), FestivalId.parse(shop.festivalId));

it.each([
  ['bank_transfer', 'BANK'],
  ['on_site', 'CASH'],
] as const)('a refund of what came by %s is owed, then paid back, and the books say both', async (way, account) => {
  const { orderId, refund } = await refunded(way);
  expect(refund).toMatchObject({ status: 'COMPLETED', amount: 4500, byHand: 'OWED' });
  expect(await balances()).toEqual({ [account]: 9000, CUSTOMER_CREDIT: -4500 });
  expect((await list(team)).items).toMatchObject([
    { refundId: refund.id, orderId, provider: way, amount: 4500, reason: 'rain', paid: null },
  ]);
  expect((await team.board.getBoard({ params: { festivalId: shop.festivalId } })).concerns).toContainEqual({
    kind: 'money_to_look_at',
    count: 1,
  });

  expect(await pay(team, refund.id)).toMatchObject({ paid: { from: 'BANK', reference: 'statement 14' } });
  expect(await balances()).toEqual(account === 'BANK' ? { BANK: 4500 } : { CASH: 9000, BANK: -4500 });
  expect((await list(team)).items).toEqual([]);
  expect((await list(team, 'paid')).items).toMatchObject([{ refundId: refund.id }]);
  expect((await team.ticketing.listRefunds({ params: { festivalId: shop.festivalId, orderId } }))[0]?.byHand).toBe(
    'PAID',
  );
  const { moments } = await team.ticketing.getOrderStory({ params: { festivalId: shop.festivalId, orderId } });
  expect(moments.map(({ name }) => name)).toContain('payments.repaid_by_hand');
  expect(await flaws()).toEqual([]);
});

it('a refund of what a terminal on the desk took is owed, and goes back by the terminal', async () => {
  const params = { festivalId: shop.festivalId };
  const { order } = await team.ticketing.sellAtDesk({
    params,
    body: {
      wishes: { items: [{ ticketTypeId: shop.ticketTypeId, quantity: 2 }] },
      total: 9000,
      language: 'en',
      means: 'CARD_TERMINAL',
    },
  });
  const refund = await team.ticketing.refundOrder({
    params: { ...params, orderId: order.id },
    body: { ticketIds: [order.tickets[0]?.id ?? ''], reason: 'rain' },
  });
  expect(refund).toMatchObject({ status: 'COMPLETED', byHand: 'OWED' });
  expect(await balances()).toEqual({ PROVIDER: 9000, CUSTOMER_CREDIT: -4500 });
  expect((await list(team)).items).toMatchObject([{ refundId: refund.id, provider: 'card_terminal', amount: 4500 }]);
  const body = { from: 'TERMINAL' as const, reference: 'slip 207' };
  await team.ticketing.payRefundByHand({ params: { ...params, refundId: refund.id }, body });
  expect(await balances()).toEqual({ PROVIDER: 4500 });
  expect(await flaws()).toEqual([]);
});

describe('it is paid once', () => {
  it('by ten people at the same moment', async () => {
    const { refund } = await refunded('bank_transfer');
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => pay(team, refund.id)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const names = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.name] : []));
    expect(new Set(names)).toEqual(new Set(['ALREADY_REPAID']));
    expect(await balances()).toEqual({ BANK: 4500 });
  });

  it('by a key that is sent again, which hears the same', async () => {
    const { refund } = await refunded('bank_transfer');
    const first = await pay(team, refund.id, 'repaid-by-hand-1');
    expect(await pay(team, refund.id, 'repaid-by-hand-1')).toEqual(first);
    expect(await refusalOf(pay(team, refund.id, 'repaid-by-hand-1', 'another'))).toMatchObject({
      name: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('and stays paid, whoever writes', async () => {
    const { refund } = await refunded('bank_transfer');
    await pay(team, refund.id);
    const undo = `update refund_by_hand set paid_at = null, paid_from = null, reference = null where refund_id = $1`;
    await expect(api.ownerPool.query(undo, [refund.id])).rejects.toThrow(/stays paid/);
  });
});

it('a festival that is called off owes all of them, from the moment on in which each is refunded', async () => {
  for (let turn = 0; turn < 3; turn += 1) await refunded('bank_transfer');
  await api.ownerPool.query(`update festival set status = 'CANCELLED' where id = $1`, [shop.festivalId]);
  const params = { festivalId: shop.festivalId };
  const terms = { ticketTypeId: null, keep: { kind: 'NOTHING' as const }, withUsed: false };
  const { orders, amount } = await team.ticketing.planMassRefund({ params, body: terms });
  await team.ticketing.startMassRefund({
    params,
    body: { ...terms, reason: 'called off', expected: { orders, amount } },
  });
  for (let turn = 0; turn < 20 && (await list(team)).items.length < 6; turn += 1) {
    await api.ownerPool.query('update mass_refund set paced_until = now()');
    await runMassRefunds(systemContext(api.resources));
  }
  expect((await list(team)).items).toHaveLength(6);
  expect(await balances()).toEqual({ BANK: 27_000, CUSTOMER_CREDIT: -27_000 });
  expect(await flaws()).toEqual([]);
});

it('the auditor misses what is owed and not booked, and what is booked twice over', async () => {
  const { refund } = await refunded('bank_transfer');
  await api.ownerPool.query(
    `alter table ledger_entry disable trigger ledger_entry_stays; delete from ledger_entry where festival_id = '${shop.festivalId}' and kind = 'REFUND_OWED';
     alter table ledger_entry enable trigger ledger_entry_stays`,
  );
  expect((await flaws()).map(({ check, subject }) => [check, subject])).toContainEqual([
    'refund_by_hand_against_ledger',
    refund.id,
  ]);
  await api.ownerPool.query(
    `insert into ledger_entry (festival_id, id, kind, occurred_at, legs)
     select festival_id, md5('owed ' || refund_id)::uuid, 'REFUND_OWED', owed_at, legs_of_owed(provider, currency, amount) from refund_by_hand
     where refund_id = $1`,
    [refund.id],
  );
  expect(await flaws()).toEqual([]);
});

it('whoever may not see money sees nothing, and whoever may not pay does not', async () => {
  const { refund } = await refunded('bank_transfer');
  for (const role of ['PROGRAMMER', 'STAFF', 'SECURITY'] as const) {
    const { client } = await api.person({ roles: [{ festivalId: shop.festivalId, role }] });
    expect(await refusalOf(list(client))).toMatchObject({ status: 403 });
    expect(await refusalOf(pay(client, refund.id))).toMatchObject({ status: 403 });
  }
  const finance = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'FINANCE' }] });
  expect(await refusalOf(pay(finance.client, crypto.randomUUID()))).toMatchObject({ status: 404 });
  expect(await refusalOf(pay(finance.client, refund.id, undefined, 'line\u0000'))).toMatchObject({ status: 400 });
  expect(await pay(finance.client, refund.id)).toMatchObject({ amount: 4500 });
});

it('goes out as a file', async () => {
  const { refund } = await refunded('bank_transfer');
  await pay(team, refund.id);
  const file = await team.lists.exportList({
    params: { festivalId: shop.festivalId, list: 'refunds-by-hand' },
    query: { format: 'csv', mark: false },
  });
  expect(await file.text()).toContain('statement 14');
});
