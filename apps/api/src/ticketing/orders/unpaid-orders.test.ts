/** Orders that nobody paid: how long they wait, and that the team gives one up once: its places are free, its buyer hears it, late money goes back. */
import { FestivalId } from '@festivals/domain/primitives';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditFestival } from '../../ledger/audit-money.ts';
import { newestMessages } from '../../mail/mailbox.ts';
import { systemContext } from '../../platform/context.ts';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { startStripeDouble, type StripeDouble } from '../../testing/stripe-double/stripe-double.ts';
import { resolvePayments } from '../paying/resolve-payments.ts';
import { buyer, openShop, quotaOf, type Shop } from '../testing.ts';

let api: TestApi;
let double: StripeDouble;
let shop: Shop;
type Client = Awaited<ReturnType<TestApi['person']>>['client'];
let team: Client;
beforeAll(async () => {
  double = await startStripeDouble();
  api = await startApi({ env: double.env });
});
afterAll(async () => {
  await api.stop();
  await double.stop();
});
beforeEach(async () => {
  shop = await openShop(api, { capacity: 3 });
  team = (await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] })).client;
});

const ordered = async (quantity = 1, email = 'ada@example.org') => {
  const visitor = buyer(api, shop, email);
  return { ...visitor, id: (await visitor.order((await visitor.hold(quantity)).id)).id };
};
const cancel = (orderId: string, idempotencyKey?: string) =>
  team.ticketing.cancelOrder(
    { params: { festivalId: shop.festivalId, orderId }, body: { reason: 'Never paid' } },
    idempotencyKey ? { idempotencyKey } : {},
  );
const takeRealMoney = () =>
  team.payments.updatePaymentSettings({
    params: { festivalId: shop.festivalId },
    body: {
      version: 0,
      settings: {
        practice: false,
        online: ['stripe'],
        embedded: false,
        stripeAccount: null,
        transfer: { holder: 'Solbrume', iban: 'BE68539007547034', bic: '', days: 7 },
        onSite: null,
      },
    },
  });
const checkout = ({ id: orderId, secret }: { id: string; secret: string }, way: 'online' | 'bank_transfer') =>
  api.client('site').ticketing.checkoutOrder({
    params: { festivalId: shop.festivalId, orderId },
    body: { secret, way, returnTo: `${api.resources.env.SITE_URL}/en/here` },
  });

describe('an order that awaits its payment', () => {
  it('is given up once: its places are free, its buyer is told why, its story tells by whom', async () => {
    const visitor = await ordered(2, 'grace@example.org');
    expect(await quotaOf(api, shop)).toEqual({ capacity: 3, sold: 0, held: 2 });
    const given = await cancel(visitor.id, 'cancel-once');
    expect(given).toMatchObject({ status: 'CANCELLED', tickets: [] });
    expect(await cancel(visitor.id, 'cancel-once')).toEqual(given);
    expect(await quotaOf(api, shop)).toEqual({ capacity: 3, sold: 0, held: 0 });
    expect(await refusalOf(cancel(visitor.id))).toMatchObject({ name: 'ORDER_CLOSED', status: 409 });
    expect(await refusalOf(visitor.pay(visitor.id))).toMatchObject({ name: 'ORDER_CLOSED' });
    await api.runJobsOnce();
    const [mail] = await newestMessages(api.resources.env.FESTIVALS_DATA, 1);
    expect(mail).toMatchObject({ to: 'grace@example.org', text: expect.stringContaining('Never paid') });
    const { moments } = await team.ticketing.getOrderStory({
      params: { festivalId: shop.festivalId, orderId: visitor.id },
    });
    expect(moments.at(-1)).toMatchObject({ name: 'ticketing.order_cancelled', details: { reason: 'Never paid' } });
    expect(await auditFestival(systemContext(api.resources), FestivalId.parse(shop.festivalId))).toEqual([]);
  });

  it('by transfer need not wait for its days', async () => {
    await takeRealMoney();
    const visitor = await ordered();
    const { order } = await checkout(visitor, 'bank_transfer');
    expect(await cancel(visitor.id)).toMatchObject({ status: 'CANCELLED', payment: { status: 'FAILED' } });
    const received = team.ticketing.markPaymentReceived({
      params: { festivalId: shop.festivalId, orderId: visitor.id, paymentId: order.payment?.id ?? '' },
      body: { note: 'too late' },
    });
    expect(await refusalOf(received)).toMatchObject({ name: 'ORDER_CLOSED' });
  });

  it('whose payer was at the provider brings its money back to them', async () => {
    await takeRealMoney();
    const visitor = await ordered();
    await checkout(visitor, 'online');
    await cancel(visitor.id);
    const { rows } = await api.ownerPool.query<{ reference: string }>(
      'select c.reference from provider_charge c join payment p on p.id = c.payment_id where p.order_id = $1',
      [visitor.id],
    );
    const intent = double.pay(rows[0]?.reference ?? '');
    await api.ownerPool.query(`update provider_charge set asked_at = now() - interval '1 hour'`);
    await resolvePayments(systemContext(api.resources));
    expect(intent.latest_charge).toMatchObject({ refunded: true });
    expect(await visitor.view(visitor.id)).toMatchObject({ status: 'CANCELLED', payment: { status: 'REFUNDED' } });
    expect(await auditFestival(systemContext(api.resources), FestivalId.parse(shop.festivalId))).toEqual([]);
  });

  it('is left alone while a bank thinks, and once it is paid', async () => {
    const slow = await ordered();
    await slow.pay(slow.id, 'slow');
    expect(await refusalOf(cancel(slow.id))).toMatchObject({ name: 'IN_PROGRESS' });
    const paid = await ordered();
    await paid.pay(paid.id);
    expect(await refusalOf(cancel(paid.id))).toMatchObject({ name: 'ALREADY_PAID' });
    expect(await refusalOf(cancel(crypto.randomUUID()))).toMatchObject({ status: 404 });
  });

  it('is paid or given up, whoever comes first', async () => {
    const visitors = await Promise.all([ordered(), ordered(), ordered()]);
    await Promise.all(
      visitors.flatMap(({ id, pay }) => [pay(id), cancel(id)].map((deed) => deed.catch(() => undefined))),
    );
    const { rows } = await api.ownerPool.query<{ status: string }>(
      'select distinct status from ticket_order where festival_id = $1',
      [shop.festivalId],
    );
    expect(['PAID', 'CANCELLED']).toEqual(expect.arrayContaining(rows.map(({ status }) => status)));
    expect(await auditFestival(systemContext(api.resources), FestivalId.parse(shop.festivalId))).toEqual([]);
  });
});

it('a transfer is waited for since the order was placed, however often its buyer goes to pay elsewhere and comes back', async () => {
  await takeRealMoney();
  const visitor = await ordered();
  const first = await checkout(visitor, 'bank_transfer');
  const days = (instant: string) => Math.round((Date.parse(instant) - Date.now()) / 86_400_000);
  expect(days(first.order.payUntil)).toBe(7);
  await api.ownerPool.query(
    `update ticket_order set placed_at = placed_at - interval '5 days', pay_until = pay_until - interval '5 days' where id = $1`,
    [visitor.id],
  );
  await checkout(visitor, 'online');
  const again = await checkout(visitor, 'bank_transfer');
  expect(again.order).toMatchObject({ status: 'AWAITING_PAYMENT', payment: { provider: 'bank_transfer' } });
  expect(days(again.order.payUntil)).toBe(2);
});
