/** Money that comes after its order ran out meets the limits of a person as if the order were placed now. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newestMessages } from '../../mail/mailbox.ts';
import { systemContext } from '../../platform/context.ts';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { releaseAllExpired } from '../sale/expiry.ts';
import { buyer, letTimePass, openShop, quotaOf, type Shop } from '../testing.ts';
import { resolvePayments } from './resolve-payments.ts';

let api: TestApi;
let shop: Shop;
let team: Awaited<ReturnType<TestApi['person']>>['client'];
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  shop = await openShop(api, { capacity: 10 });
  team = (await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] })).client;
});

const here = () => ({ festivalId: shop.festivalId });
const worker = () => systemContext(api.resources);
const limit = (maxPerPerson: number) =>
  team.ticketing.updateTicketType({
    params: { ...here(), ticketTypeId: shop.ticketTypeId as never },
    body: { version: 1, changes: { maxPerPerson } },
  });

/** An order whose bank is slow, and whose time is over. */
async function ranOut(quantity: number, email: string, codes: readonly string[] = [], optionId?: string) {
  const visitor = buyer(api, shop, email);
  const items = [{ ticketTypeId: shop.ticketTypeId, quantity }];
  const options = optionId === undefined ? [] : [{ optionId, quantity }];
  const body = { secret: visitor.secret, items, options, codes: [...codes] };
  const basket = await api.client('site').ticketing.holdBasket({ params: here(), body });
  const { id } = await visitor.order(basket.id);
  await visitor.pay(id, 'slow');
  await api.ownerPool.query(`update payment set status = 'PENDING' where order_id = $1`, [id]);
  await letTimePass(api, shop, 30);
  await releaseAllExpired(worker());
  await api.ownerPool.query(
    `alter table payment disable trigger payment_steps; update payment set status = 'PROCESSING', reason = null where order_id = '${id}';
     alter table payment enable trigger payment_steps`,
  );
  expect(await visitor.view(id)).toMatchObject({ status: 'EXPIRED' });
  return { view: () => visitor.view(id), id };
}

/** The slow bank has made up its mind, and the worker asks it. */
const bankSettles = async () => {
  await api.ownerPool.query(`update sandbox_charge set settles_at = now() where outcome = 'processing'`);
  await api.ownerPool.query(
    `update payment set changed_at = now() - interval '1 minute' where festival_id = $1 and status = 'PROCESSING'`,
    [shop.festivalId],
  );
  await resolvePayments(worker());
};

describe('money that comes late', () => {
  it('buys what its buyer may have still', async () => {
    await limit(2);
    const late = await ranOut(1, 'ada@example.org');
    await buyer(api, shop, 'ada@example.org').buy(1);
    await buyer(api, shop, 'bob@example.org').buy(2);
    await bankSettles();
    expect(await late.view()).toMatchObject({ status: 'PAID', tickets: [{}] });
    expect(await quotaOf(api, shop)).toMatchObject({ sold: 4, held: 0 });
  });

  it('goes back where its buyer has as many by now as one person may, and the buyer is told', async () => {
    await limit(2);
    const late = await ranOut(2, 'ada@example.org');
    await buyer(api, shop, 'Ada@Example.org').buy(1);
    await bankSettles();
    expect(await late.view()).toMatchObject({
      status: 'EXPIRED',
      payment: { status: 'REFUNDED', reason: 'ticketing.person_limit' },
      tickets: [],
    });
    expect(await quotaOf(api, shop)).toMatchObject({ sold: 1, held: 0 });
    await api.runJobsOnce();
    const mails = await newestMessages(api.resources.env.FESTIVALS_DATA);
    const about = mails.filter(({ subject, text }) => /money/.test(subject) && text.includes(late.id));
    expect(about).toMatchObject([{ to: 'ada@example.org', text: expect.stringContaining('as one person may') }]);
  });

  it('goes back where its buyer has used the code by now as often as one person may', async () => {
    await team.ticketing.createPromoCode({
      params: here(),
      body: { code: 'MINE', effect: 'PERCENT', value: 1000, perPerson: 1 },
    });
    const late = await ranOut(1, 'ada@example.org', ['MINE']);
    const again = await ranOut(1, 'ada@example.org', ['MINE']);
    await bankSettles();
    const ends = [await late.view(), await again.view()].map(({ status, payment }) => [status, payment?.reason]);
    expect(ends.toSorted()).toEqual([
      ['EXPIRED', 'ticketing.code_person_limit'],
      ['PAID', null],
    ]);
  });

  it('goes back where its buyer has as many of an option by now as one person may', async () => {
    const { id } = await team.ticketing.createTicketOption({
      params: here(),
      body: { kind: 'PARKING', name: { en: 'Parking' }, price: 900, vat: 600, maxPerPerson: 1 },
    });
    const late = await ranOut(1, 'ada@example.org', [], id);
    const again = await ranOut(1, 'ada@example.org', [], id);
    await bankSettles();
    const ends = [await late.view(), await again.view()].map(({ status, payment }) => [status, payment?.reason]);
    expect(ends.toSorted()).toEqual([
      ['EXPIRED', 'ticketing.person_limit'],
      ['PAID', null],
    ]);
  });

  it('goes back where the festival is over by now', async () => {
    const late = await ranOut(1, 'ada@example.org');
    await api.ownerPool.query(
      `update festival set starts_on = current_date - 9, ends_on = current_date - 9 where id = $1`,
      [shop.festivalId],
    );
    await bankSettles();
    expect(await late.view()).toMatchObject({
      status: 'EXPIRED',
      payment: { status: 'REFUNDED', reason: 'ticketing.festival_over' },
      tickets: [],
    });
  });

  it('is not taken by hand either', async () => {
    await team.payments.updatePaymentSettings({
      params: here(),
      body: {
        version: 0,
        settings: {
          practice: false,
          online: [],
          embedded: false,
          stripeAccount: null,
          transfer: { holder: 'Solbrume', iban: 'BE68539007547034', bic: '', days: 7 },
          onSite: null,
        },
      },
    });
    await limit(1);
    const transferred = async () => {
      const visitor = buyer(api, shop, 'ada@example.org');
      const { id: orderId } = await visitor.order((await visitor.hold(1)).id);
      const body = {
        secret: visitor.secret,
        way: 'bank_transfer' as const,
        returnTo: `${api.resources.env.SITE_URL}/en/here`,
      };
      const { order } = await api.client('site').ticketing.checkoutOrder({ params: { ...here(), orderId }, body });
      return { ...here(), orderId, paymentId: order.payment?.id ?? '' };
    };
    const received = (params: Awaited<ReturnType<typeof transferred>>) =>
      team.ticketing.markPaymentReceived({ params, body: { note: 'statement 7' } });
    const late = await transferred();
    await letTimePass(api, shop, 60 * 24 * 10);
    await releaseAllExpired(worker());
    await received(await transferred());
    expect(await refusalOf(received(late))).toMatchObject({ name: 'PERSON_LIMIT', status: 409 });
    expect(await team.ticketing.getOrder({ params: late })).toMatchObject({ status: 'EXPIRED', tickets: [] });
    expect(await quotaOf(api, shop)).toMatchObject({ sold: 1, held: 0 });
  });
});
