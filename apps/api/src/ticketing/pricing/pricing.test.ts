import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainRules } from '@festivals/domain/ticketing/pricing/plain-rules';
import type { Fee, PriceRules } from '@festivals/domain/ticketing/pricing/schemas';
import { FestivalId } from '@festivals/domain/primitives';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { withoutGuard } from '../../testing/without-guard.ts';
import { buyer, newSecret, openShop, type Shop } from '../testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const uuid = () => crypto.randomUUID();

async function opened(wanted: Parameters<typeof openShop>[1] = { capacity: 100 }) {
  const shop = await openShop(api, wanted);
  const festivalId = FestivalId.parse(shop.festivalId);
  const { client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const params = { festivalId };
  const { ticketing } = client;
  const visitor = api.client('site').ticketing;
  const setRules = async (rules: Partial<PriceRules>) => {
    const { version } = await ticketing.getPriceRules({ params });
    return ticketing.savePriceRules({ params, body: { version, rules: { ...plainRules, ...rules } } });
  };
  const makeCode = (code: string, more: object = {}) =>
    ticketing.createPromoCode({ params, body: { code, effect: 'PERCENT', value: 1_000, ...more } });
  const items = (quantity = 1) => [{ ticketTypeId: shop.ticketTypeId as never, quantity }];
  const hold = (body: object) => visitor.holdBasket({ params, body: { secret: newSecret(), items: items(), ...body } });
  const quote = (body: object) => visitor.quoteBasket({ params, body: { items: items(), ...body } });
  const buy = async (body: object, email = 'visitor@example.org') => {
    const secret = newSecret();
    const basket = await visitor.holdBasket({ params, body: { items: items(), ...body, secret } });
    const order = await visitor.placeOrder({
      params,
      body: { basketId: basket.id, secret, email, name: 'Ada Visitor', language: 'en' },
    });
    return visitor.payOrder({ params: { ...params, orderId: order.id }, body: { secret, method: 'succeeds' } });
  };
  return { shop, params, ticketing, visitor, setRules, makeCode, hold, quote, buy, items };
}

const named = (name: string) => ({ name });
const refused = (name: string) => expect.objectContaining({ name });

it('asks what an order comes to where a net that is kept moves its gross by a cent', async () => {
  const { visitor, params, setRules, quote, items } = await opened({ capacity: 100, price: 1004 });
  expect((await visitor.getShop({ params, query: {} })).hasRules).toBe(false);
  await setRules({ rounding: 'KEEP_NET' });
  const { hasRules, offers } = await visitor.getShop({ params, query: {} });
  expect([offers[0]?.price, (await quote({ items: items(3) })).total]).toEqual([1004, 3013]);
  expect(hasRules).toBe(true);
});

describe('a promo code', () => {
  it('makes an order cheaper, and the books agree', async () => {
    const { makeCode, buy, ticketing, params } = await opened();
    const code = await makeCode('brume10');
    const order = await buy({ codes: ['Brume10'], total: 4050 });
    expect(order).toMatchObject({ status: 'PAID', total: 4050 });
    expect(order.lines).toMatchObject([
      { listPrice: 4500, unitPrice: 4050, vatAmount: 229, why: [{ kind: 'CODE', code: 'BRUME10', amount: 450 }] },
    ]);
    expect(await ticketing.getPromoCode({ params: { ...params, codeId: code.id } })).toMatchObject({
      used: 1,
      spent: 450,
    });
    const uses = await ticketing.listCodeUses({ params: { ...params, codeId: code.id }, query: { limit: 10 } });
    expect(uses.items).toMatchObject([{ orderId: order.id, amount: 450, status: 'PAID' }]);
  });

  it('has its last use held with the basket, and freed with it', async () => {
    const { makeCode, hold, params, visitor, items } = await opened();
    await makeCode('LAST', { uses: 1 });
    const secret = newSecret();
    const held = await visitor.holdBasket({ params, body: { secret, items: items(), codes: ['LAST'] } });
    await expect(hold({ codes: ['LAST'] })).rejects.toEqual(refused('CODE_SPENT'));
    await visitor.releaseBasket({ params: { ...params, basketId: held.id }, query: { secret } });
    await expect(hold({ codes: ['LAST'] })).resolves.toMatchObject({ total: 4050 });
  });

  it('is freed by the clock as places are', async () => {
    const { makeCode, hold } = await opened();
    await makeCode('CLOCK', { uses: 1 });
    const held = await hold({ codes: ['CLOCK'] });
    await api.ownerPool.query("update basket set expires_at = now() - interval '1 second' where id = $1", [held.id]);
    // Whoever wants it next frees what nobody may use any more.
    await expect(hold({ codes: ['CLOCK'] })).resolves.toMatchObject({ total: 4050 });
  });

  it('never costs more than its budget', async () => {
    const { makeCode, hold } = await opened();
    await makeCode('BUDGET', { effect: 'AMOUNT', value: 1_000, budget: 2_500 });
    await hold({ codes: ['BUDGET'] });
    await hold({ codes: ['BUDGET'] });
    await expect(hold({ codes: ['BUDGET'] })).rejects.toEqual(refused('CODE_SPENT'));
  });

  it('opens a hidden type to whoever has it', async () => {
    const { ticketing, params, visitor, makeCode, hold } = await opened();
    const crew = await ticketing.createTicketType({
      params,
      body: { name: { en: 'Crew' }, price: 1000, vat: 600, capacity: 5, hidden: true },
    });
    await makeCode('CREW', { effect: 'NONE', value: 0, unlocks: [crew.id] });
    const seen = await visitor.getShop({ params, query: {} });
    expect(seen.offers.map(({ id }) => id)).not.toContain(crew.id);
    const withCode = await visitor.getShop({ params, query: { code: 'crew' } });
    expect(withCode.offers.map(({ id }) => id)).toContain(crew.id);
    const items = [{ ticketTypeId: crew.id, quantity: 1 }];
    await expect(hold({ items })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(hold({ items, codes: ['CREW'] })).resolves.toMatchObject({ total: 1000 });
  });

  it('is refused by its name, each time for its own reason', async () => {
    const { makeCode, quote } = await opened();
    await makeCode('ALONE');
    await makeCode('OTHER');
    await makeCode('OVER', { validUntil: '2020-01-01T00:00:00.000Z' });
    await expect(quote({ codes: ['NOPE'] })).rejects.toEqual(refused('CODE_UNKNOWN'));
    await expect(quote({ codes: ['ALONE', 'OTHER'] })).rejects.toEqual(refused('CODE_NOT_STACKABLE'));
    await expect(quote({ codes: ['OVER'] })).rejects.toEqual(refused('CODE_NOT_NOW'));
  });

  it('is made by the thousand, and listed page by page', async () => {
    const { ticketing, params } = await opened();
    const body = { prefix: 'PRESS-', count: 2_500, effect: 'PERCENT', value: 10_000, uses: 1 } as const;
    expect(await ticketing.makePromoCodes({ params, body })).toMatchObject({ made: 2_500 });
    const first = await ticketing.listPromoCodes({ params, query: { limit: 100, sort: 'code', descending: false } });
    const second = await ticketing.listPromoCodes({
      params,
      query: { limit: 100, sort: 'code', descending: false, cursor: first.next ?? '' },
    });
    const codes = [...first.items, ...second.items].map(({ code }) => code);
    expect(new Set(codes).size).toBe(200);
    expect(codes).toEqual(codes.toSorted());
    const found = await ticketing.listPromoCodes({ params, query: { limit: 5, search: codes[7]?.slice(6) ?? '' } });
    expect(found.items).toMatchObject([{ code: codes[7], uses: 1, used: 0, held: 0 }]);
  });

  it('is changed from its latest version, and never limited below what is used', async () => {
    const { makeCode, hold, ticketing, params } = await opened();
    const code = await makeCode('TWICE', { uses: 2 });
    await makeCode('TAKEN');
    await hold({ codes: ['TWICE'] });
    const change = (version: number, changes: object) =>
      ticketing.updatePromoCode({ params: { ...params, codeId: code.id }, body: { version, changes } });
    await expect(change(1, { uses: 0 })).rejects.toEqual(refused('QUOTA_BELOW_SOLD'));
    await expect(change(1, { code: 'taken' })).rejects.toEqual(refused('CODE_TAKEN'));
    await expect(change(1, { value: 10_001 })).rejects.toEqual(refused('VALIDATION_FAILED'));
    await expect(change(1, { disabled: true })).resolves.toMatchObject({ disabled: true, version: 2 });
    await expect(change(1, { note: 'late' })).rejects.toEqual(refused('CONFLICT'));
    await expect(hold({ codes: ['TWICE'] })).rejects.toEqual(refused('CODE_UNKNOWN'));
  });

  it.each([
    [{ code: 'A\0B' }],
    [{ code: '' }],
    [{ code: 'X'.repeat(41) }],
    [{ code: 'OK', value: -1 }],
    [{ code: 'OK', effect: 'MAGIC' }],
    [{ code: 'OK', ticketTypeIds: ['nobody'] }],
  ])('is not made of %j', async (body) => {
    const { makeCode } = await opened();
    await expect(makeCode('x', body)).rejects.toEqual(refused('VALIDATION_FAILED'));
  });

  it('is not made for a type that is not there', async () => {
    const { makeCode } = await opened();
    await expect(makeCode('x', { ticketTypeIds: [uuid()] })).rejects.toEqual(refused('UNKNOWN_TYPE'));
  });
});

const lock = 'perform pg_advisory_xact_lock(hashtextextended(used.code_id || lower(used.email::text), 13));';

describe('races', () => {
  const statusesOf = (settled: PromiseSettledResult<unknown>[]) =>
    settled.filter(({ status }) => status === 'fulfilled').length;

  it('give the last use of a code to one', async () => {
    const { makeCode, hold } = await opened();
    await makeCode('RACE', { uses: 3 });
    expect(statusesOf(await Promise.allSettled(Array.from({ length: 24 }, () => hold({ codes: ['RACE'] }))))).toBe(3);
  });

  it('never spend a budget twice', async () => {
    const { makeCode, hold } = await opened();
    await makeCode('MONEY', { effect: 'AMOUNT', value: 700, budget: 3_000 });
    expect(statusesOf(await Promise.allSettled(Array.from({ length: 24 }, () => hold({ codes: ['MONEY'] }))))).toBe(4);
  });

  it('let one address use a code as often as it may', async () => {
    const { makeCode, buy } = await opened();
    await makeCode('ONCE', { perPerson: 1 });
    const settled = await Promise.allSettled(
      Array.from({ length: 8 }, (_, at) => buy({ codes: ['ONCE'] }, at % 2 ? 'ada@example.org' : 'Ada@Example.org')),
    );
    expect(statusesOf(settled)).toBe(1);
    await expect(buy({ codes: ['ONCE'] }, 'bob@example.org')).resolves.toMatchObject({ status: 'PAID' });
  });

  it('would give it to more without the guards: this test can fail', async () => {
    const { makeCode, hold, params } = await opened();
    await makeCode('LOOSE', { uses: 3 });
    await withoutGuard(
      api,
      { name: 'hold_baskets', guard: 'and sold + held + wanted.places <= capacity' },
      async () => {
        await api.ownerPool.query('alter table quota drop constraint quota_never_oversold');
        const settled = await Promise.allSettled(Array.from({ length: 24 }, () => hold({ codes: ['LOOSE'] })));
        expect(statusesOf(settled)).toBeGreaterThan(3);
        await api.ownerPool.query('update quota set capacity = 100 where festival_id = $1', [params.festivalId]);
        await api.ownerPool.query(
          'alter table quota add constraint quota_never_oversold check (sold + held <= capacity)',
        );
      },
    );
  });

  it.each([
    ['waits for the first', '', 'ticketing.code_person_limit'],
    ['would not wait without the lock: this test can fail', lock, 'placed'],
  ])('of two orders of one address at once the second %s', async (_, guard, outcome) => {
    const { makeCode, visitor, params, items } = await opened();
    await makeCode('ME', { perPerson: 1 });
    const hashOf = (secret: string) => createHash('sha256').update(secret).digest();
    const place = async (
      db: { query: (text: string, values: unknown[]) => Promise<unknown> },
      secret: string,
      basketId: string,
    ) =>
      db.query(
        `select place_orders($1, array[new_id()], array[$2::uuid], array[$3::bytea], array[$4], array['me@example.org'], array['Me'],
          array['en'], array[null::uuid], array[600], array[null::jsonb], array['{"kind":"guest"}'::jsonb], array[null::bytea], array[null], array[null::bytea])`,
        [params.festivalId, basketId, hashOf(secret), secret.slice(0, 8)],
      );
    await withoutGuard(api, { name: 'uses_within_person', guard }, async () => {
      const [one, other] = [await api.ownerPool.connect(), await api.ownerPool.connect()];
      const secrets = [newSecret(), newSecret()];
      const baskets = [];
      for (const secret of secrets)
        baskets.push(await visitor.holdBasket({ params, body: { secret, items: items(), codes: ['ME'] } }));
      await one.query('begin');
      await place(one, secrets[0] ?? '', baskets[0]?.id ?? '');
      const second = place(other, secrets[1] ?? '', baskets[1]?.id ?? '').then(
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

  it('sell exactly so many at a step of the price, and the rest at the next', async () => {
    const { ticketing, params, shop, hold } = await opened();
    const [type] = await ticketing.listTicketTypes({ params });
    await ticketing.updateTicketType({
      params: { ...params, ticketTypeId: shop.ticketTypeId as never },
      body: {
        version: type?.version ?? 0,
        changes: { tiers: [{ id: uuid(), name: { en: 'Early' }, price: 3000, until: null, capacity: 5 }] },
      },
    });
    const baskets = await Promise.all(Array.from({ length: 12 }, () => hold({})));
    expect(baskets.filter(({ total }) => total === 3000)).toHaveLength(5);
    expect(baskets.filter(({ total }) => total === 4500)).toHaveLength(7);
    const [after] = await ticketing.listTicketTypes({ params });
    expect(after?.tiers).toMatchObject([{ taken: 5, capacity: 5 }]);
    // Nothing dearer than what was shown is held.
    await expect(hold({ total: 3000 })).rejects.toEqual(refused('PRICE_CHANGED'));
  });
});

describe('rules of pricing', () => {
  const fee: Fee = {
    id: uuid(),
    name: { en: 'Booking fee' },
    kind: 'PER_TICKET',
    amount: 150,
    vat: 600,
    ticketTypeIds: [],
    onFree: false,
  };

  it('show fees within each price, charge them in lines of their own, and post them', async () => {
    const { setRules, visitor, params, buy, shop, items } = await opened();
    await setRules({ fees: [fee, { ...fee, id: uuid(), kind: 'PER_ORDER', amount: 200 }] });
    const window = await visitor.getShop({ params, query: {} });
    expect(window.offers).toMatchObject([{ id: shop.ticketTypeId, price: 4650, fee: 150 }]);
    expect(window.orderFees).toMatchObject([{ amount: 200 }]);
    const order = await buy({ items: items(2) });
    expect(order.total).toBe(9_500);
    expect(order.tickets).toHaveLength(2);
    const { rows } = await api.ownerPool.query(
      'select account, sum(amount)::int as amount from posting p where p.festival_id = $1 group by 1 order by 1',
      [params.festivalId],
    );
    expect(rows).toEqual([
      { account: 'PROVIDER', amount: 9_500 },
      { account: 'VAT_COLLECTED', amount: -538 },
      { account: 'TICKET_SALES', amount: -8_491 },
      { account: 'BOOKING_FEES', amount: -471 },
    ]);
  });

  it('sell options with a number of their own, to tickets alone, and gifts', async () => {
    const { ticketing, params, setRules, quote, buy, hold } = await opened();
    await setRules({ donations: true });
    const tent = await ticketing.createTicketOption({
      params,
      body: { kind: 'CAMPING', name: { en: 'Tent' }, price: 3000, vat: 600, capacity: 1 },
    });
    const options = [{ optionId: tent.id, quantity: 1 }];
    await expect(quote({ items: [], options })).rejects.toEqual(refused('OPTION_NEEDS_TICKET'));
    await expect(quote({ options: [{ optionId: tent.id, quantity: 2 }] })).rejects.toEqual(refused('TOO_MANY'));
    const order = await buy({ options, donation: 500 });
    expect(order).toMatchObject({ total: 8_000, status: 'PAID' });
    expect(order.lines.map(({ kind }) => kind)).toEqual(['TICKET', 'OPTION', 'DONATION']);
    expect(order.tickets).toHaveLength(1);
    await expect(hold({ options })).rejects.toEqual(refused('SOLD_OUT'));
  });

  it('sell a family together, each ticket at its share, and give one back at that share', async () => {
    const { ticketing, params, setRules, buy, shop, visitor } = await opened();
    const child = await ticketing.createTicketType({
      params,
      body: { name: { en: 'Child' }, price: 1500, vat: 600, capacity: 50 },
    });
    const id = uuid();
    const part = (ticketTypeId: string) => ({ ticketTypeId: ticketTypeId as never, variationId: null, quantity: 2 });
    await setRules({
      bundles: [
        {
          id,
          name: { en: 'Family' },
          description: {},
          price: 9_900,
          parts: [part(shop.ticketTypeId), part(child.id)],
          maxPerOrder: 2,
        },
      ],
    });
    const window = await visitor.getShop({ params, query: {} });
    expect(window.bundles).toMatchObject([{ price: 9_900, listPrice: 12_000, available: true }]);
    const order = await buy({ items: [], bundles: [{ bundleId: id, quantity: 1 }] });
    expect(order.total).toBe(9_900);
    expect(order.tickets).toHaveLength(4);
    const one = order.tickets.find(({ ticketTypeId }) => ticketTypeId === child.id);
    const refund = await ticketing.refundOrder({
      params: { ...params, orderId: order.id },
      body: { ticketIds: one ? [one.id] : [], reason: 'ill' },
    });
    expect(refund.amount).toBe(1_237);
  });

  it('print on each ticket who comes with it', async () => {
    const { visitor, params, items } = await opened();
    const secret = newSecret();
    const basket = await visitor.holdBasket({ params, body: { secret, items: items(3) } });
    const order = await visitor.placeOrder({
      params,
      body: {
        basketId: basket.id,
        secret,
        email: 'ada@example.org',
        name: 'Ada',
        language: 'en',
        holders: [{ lineNo: 1, names: ['Ada', 'Grace'] }],
      },
    });
    const paid = await visitor.payOrder({
      params: { ...params, orderId: order.id },
      body: { secret, method: 'succeeds' },
    });
    expect(paid.tickets.map(({ holder }) => holder).toSorted()).toEqual(['Ada', 'Ada', 'Grace']);
  });

  it('sell to a company of another state without VAT, once its number is proven', async () => {
    const { setRules, quote } = await opened();
    await setRules({ reverseCharge: true });
    const company = { country: 'FR', vatNumber: 'FR 40 303 265 045' };
    expect(await quote({ company })).toMatchObject({ reverseCharge: true, total: 4_245, vatAmount: 0 });
    await expect(quote({ company: { ...company, vatNumber: 'FR40303265046' } })).rejects.toEqual(
      refused('VAT_NUMBER_INVALID'),
    );
    await expect(quote({ company: { country: 'XX', vatNumber: '1' } })).rejects.toEqual(refused('VAT_NUMBER_INVALID'));
  });

  it('keep the company with its order, which is net from the hold to the payment', async () => {
    const { setRules, ticketing, visitor, params, items } = await opened();
    await setRules({ reverseCharge: true });
    const buyAs = async (company: { country: string; vatNumber: string }, total: number) => {
      const secret = newSecret();
      const asIfShown = { bundles: [], options: [], codes: [], donation: 0, company, total };
      const basket = await visitor.holdBasket({ params, body: { ...asIfShown, items: items(), secret } });
      const order = await visitor.placeOrder({
        params,
        body: { basketId: basket.id, secret, email: 'trade@example.org', name: 'Ada', language: 'en' },
      });
      const onOrder = { ...params, orderId: order.id };
      const paid = await visitor.payOrder({ params: onOrder, body: { secret, method: 'succeeds' } });
      const seen = await visitor.viewOrderAsked({ params: onOrder, query: { secret } });
      expect((await ticketing.getOrderAsked({ params: onOrder })).company).toEqual(seen.company);
      return { held: basket.total, paid: paid.total, vat: paid.lines.map(({ vat }) => vat), company: seen.company };
    };
    expect(await buyAs({ country: 'FR', vatNumber: 'FR 40 303 265 045' }, 4_245)).toEqual({
      held: 4_245,
      paid: 4_245,
      vat: [0],
      company: { country: 'FR', vatNumber: 'FR40303265045' },
    });
    // A company of the festival's own state buys as everyone does, and for its net price nothing is held.
    const athome = { country: 'BE', vatNumber: 'BE0411905847' };
    expect(await buyAs(athome, 4_500)).toEqual({ held: 4_500, paid: 4_500, vat: [600], company: null });
    await expect(buyAs(athome, 4_245)).rejects.toEqual(refused('PRICE_CHANGED'));
  });

  it('are set from their latest version, with types that are there', async () => {
    const { ticketing, params, setRules } = await opened();
    await setRules({ fees: [fee] });
    const save = (version: number, rules: Partial<PriceRules>) =>
      ticketing.savePriceRules({ params, body: { version, rules: { ...plainRules, ...rules } } });
    await expect(save(0, {})).rejects.toEqual(refused('CONFLICT'));
    await expect(save(1, { fees: [{ ...fee, ticketTypeIds: [uuid() as never] }] })).rejects.toEqual(
      refused('UNKNOWN_TYPE'),
    );
    await expect(save(1, { fees: [fee, fee] })).rejects.toEqual(refused('VALIDATION_FAILED'));
    const settled = await Promise.allSettled([save(1, { donations: true }), save(1, { reverseCharge: true })]);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('hold for a purchase in one call, which is one however often it is sent', async () => {
    const { params, items, makeCode, ticketing } = await opened();
    await makeCode('ONECALL', { uses: 1 });
    const { festivalId } = params;
    const wishes = { items: items(2), codes: ['ONECALL'] };
    const body = {
      festivalId,
      secret: newSecret(),
      wishes,
      email: 'ada@example.org',
      name: 'Ada',
      language: 'en',
      method: 'succeeds',
    } as const;
    const { ticketing: client } = api.client('site');
    const first = await client.buyTickets({ body }, { idempotencyKey: 'buy-in-one-call' });
    const again = await client.buyTickets({ body }, { idempotencyKey: 'buy-in-one-call' });
    expect(first).toMatchObject({ status: 'PAID', total: 8_100 });
    expect(again).toEqual(first);
    expect((await ticketing.listOrders({ params, query: { limit: 10 } })).items).toHaveLength(1);
  });

  it('belong to whoever may edit', async () => {
    const { params, shop } = await opened();
    const roles = [{ festivalId: params.festivalId, role: 'STAFF' as const }];
    const { client } = await api.person({ roles });
    await expect(client.ticketing.savePriceRules({ params, body: { version: 0, rules: plainRules } })).rejects.toEqual(
      refused('FORBIDDEN'),
    );
    await expect(buyer(api, shop as Shop).buy()).resolves.toMatchObject(named('Ada Visitor'));
  });
});
