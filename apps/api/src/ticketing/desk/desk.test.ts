/** What is sold at the desk: at the shop's prices, out of the same places, paid and booked as it is sold. */
import { ApiError } from '@festivals/contract';
import { FestivalId } from '@festivals/domain/primitives';
import type { DeskMeans } from '@festivals/domain/ticketing/desk-contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditFestival } from '../../ledger/audit-money.ts';
import { newestMessages } from '../../mail/mailbox.ts';
import { systemContext } from '../../platform/context.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { openShop, quotaOf, type Shop } from '../testing.ts';

let api: TestApi;
let shop: Shop;
let cashier: Awaited<ReturnType<TestApi['person']>>;
beforeAll(async () => {
  api = await startApi();
  shop = await openShop(api, { capacity: 30, price: 4500 });
  cashier = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'CASHIER' }] });
});
afterAll(() => api.stop());

const nameOf = (error: unknown): string => (error instanceof ApiError ? error.name : String(error));
const sell = (means: DeskMeans, quantity = 1, more: object = {}, at = shop, idempotencyKey?: string) =>
  cashier.client.ticketing.sellAtDesk(
    {
      params: { festivalId: at.festivalId },
      body: {
        wishes: { items: [{ ticketTypeId: at.ticketTypeId, quantity }] },
        total: 4500 * quantity,
        language: 'en',
        means,
        ...more,
      },
    },
    idempotencyKey ? { idempotencyKey } : {},
  );
const balances = async () => {
  const { rows } = await api.ownerPool.query<{ account: string; subject: string; amount: string }>(
    `select account::text, subject, sum(amount) as amount from posting where festival_id = $1 and account in ('CASH', 'BANK', 'PROVIDER')
     group by 1, 2 having sum(amount) <> 0 order by 1, 2`,
    [shop.festivalId],
  );
  return rows.map(({ account, subject, amount }) => [account, subject, Number(amount)]);
};

describe('a sale at the desk', () => {
  it('issues tickets at once, prints and mails them, and the money lies where it came', async () => {
    const { order, secret } = await sell('CASH', 2, { name: 'Ada', email: 'ada@example.org' });
    expect(order).toMatchObject({
      status: 'PAID',
      total: 9000,
      name: 'Ada',
      payment: { provider: 'on_site', status: 'COMPLETED' },
    });
    expect(order.tickets.map(({ status }) => status)).toEqual(['SOLD', 'SOLD']);
    const params = { festivalId: shop.festivalId, orderId: order.id };
    const pdf = await api.client('site').ticketing.orderTicketsPdf({ params, query: { secret } });
    expect(pdf.size).toBeGreaterThan(1000);
    await api.runJobsOnce();
    const [mail] = await newestMessages(api.resources.env.FESTIVALS_DATA, 1);
    expect(mail).toMatchObject({ to: 'ada@example.org', attachments: [{ type: 'application/pdf' }] });
    await sell('CARD_TERMINAL');
    await sell('BANK_TRANSFER');
    expect(await balances()).toEqual([
      ['BANK', '', 4500],
      ['CASH', '', 9000],
      ['PROVIDER', 'card_terminal', 4500],
    ]);
    const finance = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'FINANCE' }] });
    const { items } = await finance.client.ticketing.listOrders({ params, query: { kind: 'DESK' } });
    expect(items).toHaveLength(3);
    const story = await finance.client.ticketing.getOrderStory({ params });
    expect(story.moments.find(({ name }) => name === 'ticketing.order_sold_at_desk')).toMatchObject({
      by: cashier.name,
    });
  });

  it('gives away with a reason alone, books nothing, and takes the places', async () => {
    const before = (await quotaOf(api, shop)).sold;
    expect(await sell('FREE').catch(nameOf)).toBe('VALIDATION_FAILED');
    const { order } = await sell('FREE', 2, { reason: 'won on the radio' });
    expect(order).toMatchObject({ status: 'PAID', total: 0, email: '', name: 'Sold at the desk' });
    expect((await quotaOf(api, shop)).sold).toBe(before + 2);
  });

  it('is done once, however often it is sent', async () => {
    const before = (await quotaOf(api, shop)).sold;
    const first = await sell('CASH', 1, {}, shop, 'desk-sale-0001');
    expect(await sell('CASH', 1, {}, shop, 'desk-sale-0001')).toEqual(first);
    expect((await quotaOf(api, shop)).sold).toBe(before + 1);
  });

  it('sells nothing dearer than was shown, nothing that is not there, and leaves nothing half done', async () => {
    expect(await sell('CASH', 1, { total: 4000 }).catch(nameOf)).toBe('PRICE_CHANGED');
    const small = await openShop(api, { capacity: 1, price: 4500 });
    const person = await api.person({ roles: [{ festivalId: small.festivalId, role: 'CASHIER' }] });
    const body = { total: 4500, language: 'en' as const, means: 'CASH' as const };
    const rush = Array.from({ length: 8 }, () =>
      person.client.ticketing.sellAtDesk({
        params: { festivalId: small.festivalId },
        body: { ...body, wishes: { items: [{ ticketTypeId: small.ticketTypeId, quantity: 1 }] } },
      }),
    );
    const results = await Promise.allSettled(rush);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await quotaOf(api, small)).toEqual({ capacity: 1, sold: 1, held: 0 });
    for (const { festivalId } of [shop, small])
      expect(await auditFestival(systemContext(api.resources), FestivalId.parse(festivalId))).toEqual([]);
  });

  it('is for those who sell at the desk', async () => {
    for (const role of ['STAFF', 'PROGRAMMER', 'SECURITY', 'ARTIST'] as const) {
      const { client } = await api.person({ roles: [{ festivalId: shop.festivalId, role }] });
      const body = {
        wishes: { items: [{ ticketTypeId: shop.ticketTypeId, quantity: 1 }] },
        total: 4500,
        language: 'en' as const,
        means: 'CASH' as const,
      };
      expect(await client.ticketing.sellAtDesk({ params: { festivalId: shop.festivalId }, body }).catch(nameOf)).toBe(
        'FORBIDDEN',
      );
    }
  });
});
