/** How many of an option one person may have: counted over all orders of an address and of an account, as ticket types are. */
import { createHash } from 'node:crypto';
import { FestivalId } from '@festivals/domain/primitives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { withoutGuard } from '../../testing/without-guard.ts';
import { newSecret, openShop } from '../testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
// The books are audited at the end of it.
afterAll(() => api.stop());

/** A shop that sells each person so many parking places, with one who counts them. */
async function opened(maxPerPerson: number | null = 2, more: object = {}) {
  const shop = await openShop(api, { capacity: 100 });
  const params = { festivalId: FestivalId.parse(shop.festivalId) };
  const { client } = await api.person({ roles: [{ ...params, role: 'ORGANISER' }] });
  const { ticketing } = client;
  const option = await ticketing.createTicketOption({
    params,
    body: {
      kind: 'PARKING',
      name: { en: 'Parking' },
      price: 1_000,
      vat: 600,
      needsTicket: false,
      most: 10,
      maxPerPerson,
      ...more,
    },
  });
  const change = (version: number, changes: object) =>
    ticketing.updateTicketOption({ params: { ...params, optionId: option.id }, body: { version, changes } });
  const options = (quantity: number) => [{ optionId: option.id, quantity }];
  const hold = async (quantity: number, { by = api.client('site'), wishes = {} } = {}) => {
    const secret = newSecret();
    const basket = await by.ticketing.holdBasket({ params, body: { options: options(quantity), ...wishes, secret } });
    return { secret, basketId: basket.id };
  };
  const place = async (quantity: number, email: string, more: { by?: typeof client; wishes?: object } = {}) => {
    const { by = api.client('site') } = more;
    const { secret, basketId } = await hold(quantity, more);
    const body = { basketId, secret, email, name: 'Ada Visitor', language: 'en' as const };
    return { secret, order: await by.ticketing.placeOrder({ params, body }) };
  };
  const buy = async (quantity: number, email: string) => {
    const { secret, order } = await place(quantity, email);
    return api
      .client('site')
      .ticketing.payOrder({ params: { ...params, orderId: order.id }, body: { secret, method: 'succeeds' } });
  };
  return { shop, params, ticketing, option, change, options, hold, place, buy };
}

const limited = (left: number, most = 2) =>
  expect.objectContaining({
    name: 'PERSON_LIMIT',
    status: 409,
    details: expect.objectContaining({ optionId: expect.any(String), left, most }),
  });

describe('what one person may have of an option', () => {
  it('is counted over all orders of an address, however it is written, and says what is left', async () => {
    const { place, buy } = await opened();
    await expect(place(3, 'ada@example.org')).rejects.toEqual(limited(2));
    await buy(1, 'ada@example.org');
    await expect(place(2, 'Ada@Example.ORG')).rejects.toEqual(limited(1));
    await place(1, 'ada@example.org');
    await expect(place(1, 'ada@example.org')).rejects.toEqual(limited(0));
    await expect(place(2, 'bob@example.org')).resolves.toMatchObject({ order: { status: 'AWAITING_PAYMENT' } });
  });

  it('is counted by the account as well, whatever address it writes', async () => {
    const { place } = await opened();
    const { client } = await api.person({});
    await place(2, 'one@example.org', { by: client });
    await expect(place(1, 'other@example.org', { by: client })).rejects.toEqual(limited(0));
    await expect(place(1, 'other@example.org')).resolves.toBeDefined();
  });

  it('is counted with tickets too, each option by itself, and counts tickets of nobody', async () => {
    const { shop, params, ticketing, place } = await opened(1, { needsTicket: true });
    const items = [{ ticketTypeId: shop.ticketTypeId, quantity: 3 }];
    await expect(place(2, 'ada@example.org', { wishes: { items } })).rejects.toEqual(limited(1, 1));
    await place(1, 'ada@example.org', { wishes: { items } });
    const locker = await ticketing.createTicketOption({
      params,
      body: { kind: 'LOCKER', name: { en: 'Locker' }, price: 500, vat: 600, most: 2, maxPerPerson: 2 },
    });
    const others = { items, options: [{ optionId: locker.id, quantity: 2 }] };
    await expect(place(0, 'ada@example.org', { wishes: others })).resolves.toBeDefined();
  });

  it('counts neither what was given back nor what ran out', async () => {
    const { params, ticketing, place, buy } = await opened();
    const paid = await buy(2, 'ada@example.org');
    await ticketing.refundOrder({
      params: { ...params, orderId: paid.id },
      body: { lineNos: paid.lines.map(({ lineNo }) => lineNo), reason: 'by train' },
    });
    const { order } = await place(2, 'ada@example.org');
    await expect(place(1, 'ada@example.org')).rejects.toEqual(limited(0));
    await api.ownerPool.query("update ticket_order set pay_until = now() - interval '1 second' where id = $1", [
      order.id,
    ]);
    await api.ownerPool.query('select release_expired($1, 100)', [params.festivalId]);
    await expect(place(2, 'ada@example.org')).resolves.toBeDefined();
  });

  it('is no matter of the desk: it sells to whoever stands there, and what it sold counts for nobody', async () => {
    const { params, ticketing, options, place } = await opened();
    await ticketing.sellAtDesk({
      params,
      body: { wishes: { options: options(3) }, total: 3_000, email: 'ada@example.org', language: 'en', means: 'CASH' },
    });
    await expect(place(2, 'ada@example.org')).resolves.toBeDefined();
  });

  it('is set, told to the shop, and taken away again', async () => {
    const { ticketing, params, change, place } = await opened(3);
    expect(await ticketing.listTicketOptions({ params })).toMatchObject([{ maxPerPerson: 3 }]);
    const { options } = await api.client('site').ticketing.getShop({ params, query: {} });
    expect(options).toMatchObject([{ maxPerPerson: 3, most: 10 }]);
    await expect(place(4, 'ada@example.org')).rejects.toEqual(limited(3, 3));
    await change(1, { maxPerPerson: null });
    await expect(place(4, 'ada@example.org')).resolves.toBeDefined();
    await expect(change(1, { maxPerPerson: 1 })).rejects.toMatchObject({ name: 'CONFLICT' });
  });

  it.each([[0], [101], ['2'], [1.5]])('is not %j', async (maxPerPerson) => {
    const { change } = await opened();
    await expect(change(1, { maxPerPerson })).rejects.toMatchObject({ name: 'VALIDATION_FAILED' });
  });

  it('holds for as many as come at once', async () => {
    const { buy } = await opened();
    const settled = await Promise.allSettled(
      Array.from({ length: 12 }, (_, at) => buy(1, at % 2 ? 'ada@example.org' : 'ADA@example.org')),
    );
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  });

  it.each([
    ['waits for the first', '', 'ticketing.person_limit'],
    ['would not wait without the lock: this test can fail', 'perform lock_persons_of(p_festival, p_orders);', 'placed'],
  ])('of two orders of one address at once the second %s', async (_, guard, outcome) => {
    const { params, hold } = await opened(1);
    const held = [await hold(1), await hold(1)];
    const place = (db: { query: (text: string, values: unknown[]) => Promise<unknown> }, at: number) =>
      db.query(
        `select place_orders($1, array[new_id()], array[$2::uuid], array[$3::bytea], array[$4], array['me@example.org'], array['Me'],
          array['en'], array[null::uuid], array[600], array[null::jsonb], array['{"kind":"guest"}'::jsonb], array[null::bytea], array[null], array[null::bytea])`,
        [
          params.festivalId,
          held[at]?.basketId,
          createHash('sha256')
            .update(held[at]?.secret ?? '')
            .digest(),
          `REF${held[at]?.basketId.slice(-5)}`,
        ],
      );
    await withoutGuard(api, { name: 'options_within_person', guard }, async () => {
      const [one, other] = [await api.ownerPool.connect(), await api.ownerPool.connect()];
      await one.query('begin');
      await place(one, 0);
      const second = place(other, 1).then(
        () => 'placed',
        (error: Error) => error.message,
      );
      if (guard !== '') await second;
      await one.query('commit');
      expect(await second).toBe(outcome);
      one.release();
      other.release();
    });
  });
});
