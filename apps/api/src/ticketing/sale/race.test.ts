import { ApiError } from '@festivals/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FestivalId } from '@festivals/domain/primitives';
import { auditFestival } from '../../ledger/audit-money.ts';
import { systemContext } from '../../platform/context.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { buyer, openShop, quotaOf, type Shop } from '../testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

/** Lets so many buyers hold one ticket at the same moment; answers how many held one, and how the others were refused. */
async function rush(shop: Shop, buyers: number): Promise<{ held: number; refusals: Set<string> }> {
  const results = await Promise.allSettled(Array.from({ length: buyers }, () => buyer(api, shop).hold()));
  const refusals = results.flatMap((result) => (result.status === 'rejected' ? [nameOf(result.reason)] : []));
  return { held: buyers - refusals.length, refusals: new Set(refusals) };
}

const nameOf = (error: unknown): string =>
  error instanceof ApiError ? `${error.status} ${error.name}` : String(error);

describe('50 places and 400 buyers at once', () => {
  it('sells exactly 50, refuses the others as sold out, and nothing is ever negative', async () => {
    const shop = await openShop(api, { capacity: 50 });
    expect(await rush(shop, 400)).toEqual({ held: 50, refusals: new Set(['409 SOLD_OUT']) });
    expect(await quotaOf(api, shop)).toEqual({ capacity: 50, sold: 0, held: 50 });
  });

  it('never oversells when the claim forgets to look: the constraint still stands', async () => {
    const shop = await openShop(api, { capacity: 50 });
    await withoutClaimGuard(async () => {
      expect(await rush(shop, 120)).toEqual({ held: 50, refusals: new Set(['409 SOLD_OUT']) });
    });
    expect(await quotaOf(api, shop)).toEqual({ capacity: 50, sold: 0, held: 50 });
  });

  it('would oversell without both guards: this test can fail', async () => {
    const shop = await openShop(api, { capacity: 50 });
    await withoutClaimGuard(async () => {
      await api.ownerPool.query('alter table quota drop constraint quota_never_oversold');
      expect((await rush(shop, 120)).held).toBe(120);
      const flaws = await auditFestival(systemContext(api.resources), FestivalId.parse(shop.festivalId));
      expect(flaws.map(({ check }) => check)).toEqual(['oversold_quota']);
      await api.ownerPool.query('update quota set capacity = 120 where festival_id = $1', [shop.festivalId]);
      await api.ownerPool.query(
        'alter table quota add constraint quota_never_oversold check (sold + held <= capacity) not valid',
      );
    });
  });
});

/** Takes the condition out of the claim for the time of `work`, as a careless rewrite would. */
async function withoutClaimGuard(work: () => Promise<void>): Promise<void> {
  const { rows } = await api.ownerPool.query<{ text: string }>(
    `select pg_get_functiondef('hold_baskets'::regproc) as text`,
  );
  const guarded = rows[0]?.text ?? '';
  const careless = guarded.replace('and sold + held + wanted.places <= capacity', '');
  expect(careless).not.toBe(guarded);
  await api.ownerPool.query(careless);
  try {
    await work();
  } finally {
    await api.ownerPool.query(guarded);
  }
}

describe('one idempotency key sent 50 times at once', () => {
  /** Repeats one call at once, and again while others are in flight, until each has the answer. */
  async function fiftyTimes<T>(call: () => Promise<T>): Promise<T[]> {
    const patiently = async (): Promise<T> => {
      try {
        return await call();
      } catch (error) {
        if (error instanceof ApiError && ['IDEMPOTENCY_IN_FLIGHT', 'IN_PROGRESS'].includes(error.name))
          return patiently();
        throw error;
      }
    };
    return Promise.all(Array.from({ length: 50 }, patiently));
  }

  it('makes one basket, one order, one payment, and answers each time the same', async () => {
    const shop = await openShop(api, { capacity: 100 });
    const visitor = buyer(api, shop);
    const baskets = await fiftyTimes(() => visitor.hold(2, 'hold-key-0001'));
    const [basket] = baskets;
    const orders = await fiftyTimes(() => visitor.order(basket?.id ?? '', 'order-key-0001'));
    const [order] = orders;
    const paid = await fiftyTimes(() => visitor.pay(order?.id ?? '', 'succeeds', 'pay-key-00001'));
    for (const answers of [baskets, orders, paid])
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await quotaOf(api, shop)).toEqual({ capacity: 100, sold: 2, held: 0 });
    expect(await counts(shop)).toEqual({ baskets: 1, orders: 1, completed: 1, tickets: 2, charges: 1 });
  });

  it('charges one order once, though fifty different intents try to pay it', async () => {
    const shop = await openShop(api, { capacity: 10 });
    const visitor = buyer(api, shop);
    const order = await visitor.order((await visitor.hold()).id);
    const results = await Promise.allSettled(Array.from({ length: 50 }, () => visitor.pay(order.id)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    const refusals = results.flatMap((result) => (result.status === 'rejected' ? [nameOf(result.reason)] : []));
    const known = new Set(['409 IN_PROGRESS', '409 ALREADY_PAID', '409 CONFLICT']);
    expect(refusals.filter((refusal) => !known.has(refusal))).toEqual([]);
    expect(await counts(shop)).toMatchObject({ completed: 1, tickets: 1, charges: 1 });
  });
});

async function counts({ festivalId }: Shop) {
  const { rows } = await api.ownerPool.query(
    `select (select count(*) from basket where festival_id = $1) as baskets, (select count(*) from ticket_order where festival_id = $1) as orders,
      (select count(*) from payment where festival_id = $1 and status = 'COMPLETED') as completed,
      (select count(*) from ticket where festival_id = $1) as tickets,
      (select count(*) from sandbox_charge c join payment p on p.id::text = c.key where p.festival_id = $1 and c.outcome = 'succeeded') as charges`,
    [festivalId],
  );
  return rows[0];
}

it('never undersells: what a first wave leaves behind, a second wave buys to the last place', async () => {
  const shop = await openShop(api, { capacity: 40 });
  await rush(shop, 60);
  await api.ownerPool.query(`update basket set expires_at = now() - interval '1 second' where festival_id = $1`, [
    shop.festivalId,
  ]);
  const results = await Promise.allSettled(Array.from({ length: 60 }, () => buyer(api, shop).buy()));
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(40);
  expect(await quotaOf(api, shop)).toEqual({ capacity: 40, sold: 40, held: 0 });
});

it('does not deadlock when baskets name the same quotas in opposite order', async () => {
  const shop = await openShop(api, { capacity: 1000 });
  const organiser = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] });
  const other = await organiser.client.ticketing.createTicketType({
    params: { festivalId: shop.festivalId },
    body: { name: { en: 'Camping' }, price: 2000, vat: 2100, capacity: 1000 },
  });
  const both = [shop.ticketTypeId, other.id].map((ticketTypeId) => ({ ticketTypeId, quantity: 1 }));
  const results = await Promise.allSettled(
    Array.from({ length: 100 }, (_, turn) =>
      api.client('site').ticketing.holdBasket({
        params: { festivalId: shop.festivalId },
        body: { secret: `secret-of-a-buyer-${turn}-long-enough`, items: turn % 2 ? both : both.toReversed() },
      }),
    ),
  );
  expect(results.filter((result) => result.status === 'rejected')).toEqual([]);
});

it('does for each what each may, however many go together: only those without right are refused', async () => {
  const shop = await openShop(api, { capacity: 100 });
  const held = await Promise.all(
    Array.from({ length: 40 }, async () => {
      const owner = buyer(api, shop);
      return { owner, basketId: (await owner.hold()).id };
    }),
  );
  const orders = await Promise.allSettled(
    held.map(({ owner, basketId }, turn) => (turn % 8 === 3 ? buyer(api, shop) : owner).order(basketId)),
  );
  const refusals = orders.flatMap((order, turn) => (order.status === 'rejected' ? [[turn, nameOf(order.reason)]] : []));
  expect(refusals).toEqual([3, 11, 19, 27, 35].map((turn) => [turn, '404 NOT_FOUND']));
  const baskets = orders.flatMap((order) => (order.status === 'fulfilled' ? [order.value.reference] : []));
  expect(new Set(baskets).size).toBe(35);
});
