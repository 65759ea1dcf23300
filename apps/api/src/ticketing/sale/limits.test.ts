import { createHash } from 'node:crypto';
import { FestivalId } from '@festivals/domain/primitives';
import { plainRules } from '@festivals/domain/ticketing/pricing/plain-rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { withoutGuard } from '../../testing/without-guard.ts';
import { newSecret, openShop } from '../testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

/** A shop that sells each person so many of its only type, with one who counts them. */
async function opened(maxPerPerson: number | null = 2) {
  const shop = await openShop(api, { capacity: 100 });
  const festivalId = FestivalId.parse(shop.festivalId);
  const { client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const params = { festivalId };
  const { ticketing } = client;
  const [type] = await ticketing.listTicketTypes({ params });
  const ticketTypeId = type?.id ?? ('' as never);
  const change = (version: number, changes: object) =>
    ticketing.updateTicketType({ params: { ...params, ticketTypeId }, body: { version, changes } });
  await change(1, { maxPerPerson });
  const items = (quantity: number) => [{ ticketTypeId, quantity }];
  const place = async (quantity: number, email: string, { by = api.client('site'), wishes = {} } = {}) => {
    const secret = newSecret();
    const basket = await by.ticketing.holdBasket({ params, body: { items: items(quantity), ...wishes, secret } });
    const body = { basketId: basket.id, secret, email, name: 'Ada Visitor', language: 'en' as const };
    return { secret, order: await by.ticketing.placeOrder({ params, body }) };
  };
  const buy = async (quantity: number, email: string) => {
    const { secret, order } = await place(quantity, email);
    return api
      .client('site')
      .ticketing.payOrder({ params: { ...params, orderId: order.id }, body: { secret, method: 'succeeds' } });
  };
  return { params, festivalId, ticketing, ticketTypeId, change, items, place, buy };
}

const limited = (left: number, most = 2) =>
  expect.objectContaining({ name: 'PERSON_LIMIT', status: 409, details: expect.objectContaining({ left, most }) });

describe('what one person may have of a type', () => {
  it('is counted over all orders of an address, however it is written, and says what is left', async () => {
    const { place, buy } = await opened();
    await expect(place(3, 'ada@example.org')).rejects.toEqual(limited(2));
    await buy(1, 'ada@example.org');
    await expect(place(2, 'Ada@Example.ORG')).rejects.toEqual(limited(1));
    // One that awaits payment counts as one that was paid.
    await place(1, 'ada@example.org');
    await expect(place(1, 'ada@example.org')).rejects.toEqual(limited(0));
    await expect(place(2, 'bob@example.org')).resolves.toMatchObject({ order: { status: 'AWAITING_PAYMENT' } });
  });

  it('is counted by the account as well, whatever address it writes', async () => {
    const { place } = await opened();
    const { client } = await api.person({});
    await place(2, 'one@example.org', { by: client });
    await expect(place(1, 'other@example.org', { by: client })).rejects.toEqual(limited(0));
    await expect(place(1, 'one@example.org')).rejects.toEqual(limited(0));
    await expect(place(1, 'other@example.org')).resolves.toBeDefined();
  });

  it('counts the tickets of bundles, and each type by itself', async () => {
    const { ticketing, params, place, ticketTypeId } = await opened();
    const child = await ticketing.createTicketType({
      params,
      body: { name: { en: 'Child' }, price: 1500, vat: 600, capacity: 50 },
    });
    const bundleId = crypto.randomUUID();
    const part = (id: typeof ticketTypeId) => ({ ticketTypeId: id, variationId: null, quantity: 2 });
    const family = { id: bundleId, name: { en: 'Family' }, description: {}, price: 9_900, maxPerOrder: 2 };
    await ticketing.savePriceRules({
      params,
      body: {
        version: 0,
        rules: { ...plainRules, bundles: [{ ...family, parts: [part(ticketTypeId), part(child.id)] }] },
      },
    });
    const wishes = (quantity: number) => ({ wishes: { items: [], bundles: [{ bundleId, quantity }] } });
    await expect(place(0, 'ada@example.org', wishes(2))).rejects.toEqual(limited(2));
    await place(0, 'ada@example.org', wishes(1));
    await expect(place(1, 'ada@example.org')).rejects.toEqual(limited(0));
    const children = { wishes: { items: [{ ticketTypeId: child.id, quantity: 5 }] } };
    await expect(place(0, 'ada@example.org', children)).resolves.toBeDefined();
  });

  it('counts neither what was given back nor what ran out', async () => {
    const { params, ticketing, place, buy } = await opened();
    const paid = await buy(2, 'ada@example.org');
    const [one] = paid.tickets;
    await ticketing.refundOrder({
      params: { ...params, orderId: paid.id },
      body: { ticketIds: one ? [one.id] : [], reason: 'ill' },
    });
    const { order } = await place(1, 'ada@example.org');
    await expect(place(1, 'ada@example.org')).rejects.toEqual(limited(0));
    await api.ownerPool.query("update ticket_order set pay_until = now() - interval '1 second' where id = $1", [
      order.id,
    ]);
    await api.ownerPool.query('select release_expired($1, 100)', [params.festivalId]);
    await expect(place(1, 'ada@example.org')).resolves.toBeDefined();
  });

  it('is no matter of the desk: it sells to whoever stands there, and what it sold counts for nobody', async () => {
    const { params, ticketing, items, place } = await opened();
    const sold = await ticketing.sellAtDesk({
      params,
      body: { wishes: { items: items(3) }, total: 13_500, email: 'ada@example.org', language: 'en', means: 'CASH' },
    });
    expect(sold.order.tickets).toHaveLength(3);
    const { items: orders } = await ticketing.listOrders({ params, query: { limit: 10 } });
    expect(orders).toMatchObject([{ kind: 'DESK' }]);
    await expect(place(2, 'ada@example.org')).resolves.toBeDefined();
  });

  it('is no matter of a guest list either', async () => {
    const { params, ticketing, ticketTypeId, place } = await opened();
    await place(2, 'ada@example.org');
    const { id: guestListId } = await ticketing.createGuestList({
      params,
      body: { name: 'Crew', purpose: 'CREW', ticketTypeId, places: 5 },
    });
    const onList = { ...params, guestListId };
    const body = { name: 'Ada', email: 'ada@example.org', companions: 2 };
    const ada = await ticketing.addGuest({ params: onList, body });
    const confirmed = await ticketing.confirmGuests({ params: onList, body: { guestIds: [ada.id] } });
    expect(confirmed).toMatchObject([{ state: 'CONFIRMED', tickets: 3 }]);
    await expect(place(1, 'ada@example.org')).rejects.toEqual(limited(0));
  });

  it('is set, told to the shop, and taken away again', async () => {
    const { ticketing, params, change, place } = await opened(3);
    expect(await ticketing.listTicketTypes({ params })).toMatchObject([{ maxPerPerson: 3, version: 2 }]);
    expect(await api.client('site').ticketing.listOffers({ params })).toMatchObject([
      { maxPerPerson: 3, maxPerOrder: 10 },
    ]);
    await expect(place(4, 'ada@example.org')).rejects.toEqual(limited(3, 3));
    await change(2, { maxPerPerson: null });
    await expect(place(4, 'ada@example.org')).resolves.toBeDefined();
  });

  it.each([
    [{ maxPerPerson: 0 }],
    [{ maxPerPerson: 101 }],
    [{ maxPerPerson: '2' }],
    [{ maxPerPerson: 1, minPerOrder: 2 }],
  ])('is not %j', async (changes) => {
    const { change } = await opened();
    await expect(change(2, changes)).rejects.toMatchObject({ name: 'VALIDATION_FAILED' });
  });

  it('never stands below what an order must hold, whoever writes', async () => {
    const { change, ticketTypeId } = await opened();
    await expect(change(2, { minPerOrder: 3 })).rejects.toMatchObject({ name: 'ORDER_LIMITS_REVERSED' });
    const write = api.ownerPool.query('update ticket_type set min_per_order = 3 where id = $1', [ticketTypeId]);
    await expect(write).rejects.toThrow('ticket_type_person_limit');
  });

  it('holds in one call as well', async () => {
    const { festivalId, items } = await opened();
    const buying = api.client('site').ticketing.buyTickets({
      body: {
        festivalId,
        secret: newSecret(),
        wishes: { items: items(3) },
        email: 'ada@example.org',
        name: 'Ada',
        language: 'en',
        method: 'succeeds',
      },
    });
    await expect(buying).rejects.toEqual(limited(2));
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
    ['would not wait without the lock: this test can fail', 'perform pg_advisory_xact_lock(one.lock);', 'placed'],
  ])('of two orders of one address at once the second %s', async (_, guard, outcome) => {
    const { params, items } = await opened(1);
    const secrets = [newSecret(), newSecret()];
    const baskets: string[] = [];
    for (const secret of secrets) {
      const body = { secret, items: items(1) };
      baskets.push((await api.client('site').ticketing.holdBasket({ params, body })).id);
    }
    const place = (db: { query: (text: string, values: unknown[]) => Promise<unknown> }, at: number) =>
      db.query(
        `select place_orders($1, array[new_id()], array[$2::uuid], array[$3::bytea], array[$4], array['me@example.org'], array['Me'],
          array['en'], array[null::uuid], array[600], array[null::jsonb], array['{"kind":"guest"}'::jsonb], array[null::bytea], array[null], array[null::bytea])`,
        [
          params.festivalId,
          baskets[at],
          createHash('sha256')
            .update(secrets[at] ?? '')
            .digest(),
          `REF${baskets[at]?.slice(-5)}`,
        ],
      );
    await withoutGuard(api, { name: 'types_within_person', guard }, async () => {
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
