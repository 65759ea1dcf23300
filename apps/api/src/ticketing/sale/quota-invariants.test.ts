/** I8: whatever happens at once and in whatever order, a quota never sells or holds more than it has, and counts right. */
import { ApiError } from '@festivals/contract';
import type { SandboxMethod } from '@festivals/domain/payments/schemas';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemContext } from '../../platform/context.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { releaseAllExpired } from './expiry.ts';
import { resolvePayments } from '../paying/resolve-payments.ts';
import { buyer, openShop, quotaOf, type Shop } from '../testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

/** What a buyer, the office or the clock does; several of them at once are one moment. */
type Deed =
  | { do: 'hold'; quantity: number }
  | { do: 'order' | 'release' | 'answerBank'; whose: number }
  | { do: 'pay'; whose: number; method: SandboxMethod }
  | { do: 'resize'; capacity: number }
  | { do: 'expire' | 'sweep' | 'resolve' };

const whose = fc.nat(30);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('hold'), quantity: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('order'), whose }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('pay'),
      whose,
      method: fc.constantFrom('succeeds', 'declined', 'three_d_secure', 'slow'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('release', 'answerBank'), whose }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('resize'), capacity: fc.integer({ min: 0, max: 25 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('expire', 'sweep', 'resolve') }) },
) as fc.Arbitrary<Deed>;
const moments = fc.array(fc.array(deed, { minLength: 1, maxLength: 8 }), { minLength: 5, maxLength: 12 });

interface Visit {
  visitor: ReturnType<typeof buyer>;
  basketId: string;
  orderId?: string;
  paymentId?: string | undefined;
}

/** A shop with those who came to it so far. */
async function openStage() {
  const shop = await openShop(api, { capacity: 12 });
  const { client } = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] });
  const system = systemContext(api.resources);
  const visits: Visit[] = [];
  /** Row by row: a statement that locks many in an order of its own would be one more way to lock each other out. */
  async function date(table: string, column: string, ago: string, which: string, chance: number): Promise<void> {
    const key = table === 'sandbox_charge' ? 'key' : 'id';
    const { rows } = await api.ownerPool.query<{ key: string }>(
      `select ${key} as key from ${table} where ${which} and random() < ${chance}`,
    );
    for (const row of rows)
      await api.ownerPool.query(`update ${table} set ${column} = now() - $2::interval where ${key} = $1 and ${which}`, [
        row.key,
        ago,
      ]);
  }

  async function hold(quantity: number): Promise<void> {
    const visitor = buyer(api, shop);
    visits.push({ visitor, basketId: (await visitor.hold(quantity)).id });
  }

  async function visit(one: Visit, wanted: Extract<Deed, { whose: number }>): Promise<void> {
    const { visitor, basketId, orderId, paymentId } = one;
    const { festivalId } = shop;
    const { ticketing } = api.client('site');
    if (wanted.do === 'order') one.orderId = (await visitor.order(basketId)).id;
    if (wanted.do === 'release')
      await ticketing.releaseBasket({ params: { festivalId, basketId }, query: { secret: visitor.secret } });
    if (wanted.do === 'pay' && orderId) one.paymentId = (await visitor.pay(orderId, wanted.method)).payment?.id;
    if (wanted.do === 'answerBank' && orderId && paymentId)
      await ticketing.authenticatePayment({
        params: { festivalId, orderId, paymentId },
        body: { secret: visitor.secret, approve: true },
      });
  }

  async function resize(capacity: number): Promise<void> {
    const [type] = await client.ticketing.listTicketTypes({ params: shop });
    await client.ticketing.updateTicketType({
      params: shop,
      body: { version: type?.version ?? 0, changes: { capacity } },
    });
  }

  /** The clock: some holds and orders have had their time, some slow banks have answered. */
  async function expire(): Promise<void> {
    const here = (...statuses: string[]) =>
      `festival_id = '${shop.festivalId}' and status in (${statuses.map((status) => `'${status}'`).join(', ')})`;
    await date('basket', 'expires_at', '1 second', here('HELD', 'ORDERED'), 0.4);
    await date('ticket_order', 'pay_until', '1 second', here('AWAITING_PAYMENT'), 0.4);
    await date('payment', 'changed_at', '1 second', here('PENDING'), 0.4);
    await date('sandbox_charge', 'settles_at', '1 second', 'true', 0.5);
    await date('payment', 'changed_at', '1 minute', here('PROCESSING'), 1);
  }

  async function perform(wanted: Deed): Promise<void> {
    switch (wanted.do) {
      case 'hold':
        return hold(wanted.quantity);
      case 'resize':
        return resize(wanted.capacity);
      case 'expire':
        return expire();
      case 'sweep':
        return releaseAllExpired(system);
      case 'resolve':
        return resolvePayments(system);
      default: {
        const one = visits[wanted.whose % Math.max(1, visits.length)];
        return one && visit(one, wanted);
      }
    }
  }
  return { shop, perform };
}

/** What the quota says, and what baskets, orders and tickets say of it. */
async function countedTwice({ festivalId }: Shop) {
  const { rows } = await api.ownerPool.query<{ heldByBaskets: number; ticketsOut: number; unpaidTickets: number }>(
    `select
       (select coalesce(sum(l.quantity), 0)::int from basket b join basket_line l on l.festival_id = b.festival_id and l.basket_id = b.id
        left join ticket_order o on o.festival_id = b.festival_id and o.basket_id = b.id
        where b.festival_id = $1 and (b.status = 'HELD' or o.status = 'AWAITING_PAYMENT')) as "heldByBaskets",
       (select count(*)::int from ticket where festival_id = $1 and status in ('SOLD', 'USED')) as "ticketsOut",
       (select count(*)::int from ticket t join ticket_order o on o.festival_id = t.festival_id and o.id = t.order_id
        where t.festival_id = $1 and o.status <> 'PAID') as "unpaidTickets"`,
    [festivalId],
  );
  return { ...(await quotaOf(api, { festivalId, ticketTypeId: '' })), ...rows[0] };
}

/** Money that is kept, per order: once where there are tickets, not at all where there are none and nothing is under way. */
async function wronglyCharged({ festivalId }: Shop): Promise<number> {
  const { rows } = await api.ownerPool.query<{ count: number }>(
    `select count(*)::int as count from ticket_order o where o.festival_id = $1
       and not exists (select from payment p where p.festival_id = o.festival_id and p.order_id = o.id and p.status = 'PROCESSING')
       and (select count(*) from payment p join sandbox_charge c on c.key = p.id::text
            where p.festival_id = o.festival_id and p.order_id = o.id and c.outcome in ('succeeded', 'processing'))
         <> case o.status when 'PAID' then 1 else 0 end`,
    [festivalId],
  );
  return rows[0]?.count ?? -1;
}

describe('a quota', () => {
  it('counts right through every interleaving of buyers, office and clock', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(moments, async (play) => {
        const { shop, perform } = await openStage();
        for (const moment of play) {
          const outcomes = await Promise.allSettled(moment.map(perform));
          const broken = outcomes.flatMap((outcome) =>
            outcome.status === 'rejected' && !(outcome.reason instanceof ApiError && outcome.reason.status < 500)
              ? [String(outcome.reason)]
              : [],
          );
          expect(broken).toEqual([]);
          const count = await countedTwice(shop);
          expect(count.sold + count.held).toBeLessThanOrEqual(count.capacity);
          expect(count).toMatchObject({ held: count.heldByBaskets, sold: count.ticketsOut, unpaidTickets: 0 });
          expect(await wronglyCharged(shop)).toBe(0);
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('is resized while it sells, and nobody is turned away for it', async () => {
    const shop = await openShop(api, { capacity: 1000 });
    const { client } = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] });
    const selling = Promise.all(
      Array.from({ length: 6 }, async () => {
        for (let turn = 0; turn < 12; turn += 1) await buyer(api, shop).buy();
      }),
    );
    for (let version = 1; version <= 30; version += 1)
      await client.ticketing.updateTicketType({
        params: shop,
        body: { version, changes: { capacity: 1000 + version } },
      });
    await selling;
    expect(await quotaOf(api, shop)).toEqual({ capacity: 1030, sold: 72, held: 0 });
  });
});
