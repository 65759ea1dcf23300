/** What was for sale is taken away and brought back: ticket types, shared quotas, options. */
import type { FestivalId, TicketTypeId } from '@festivals/domain/primitives';
import { plainRules } from '@festivals/domain/ticketing/pricing/plain-rules';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { buyer, openShop } from '../testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

/** A shop with two types, and its organiser. */
async function selling(capacity = 20) {
  const shop = await openShop(api, { capacity });
  const params = { festivalId: shop.festivalId as FestivalId };
  const { client } = await api.person({ roles: [{ ...params, role: 'ORGANISER' }] });
  const { ticketing } = client;
  const spare = await ticketing.createTicketType({
    params,
    body: { name: { en: 'Spare' }, price: 1_000, vat: 600, capacity: 50 },
  });
  const onSpare = { ...params, ticketTypeId: spare.id };
  const remove = (version = 1) => ticketing.deleteTicketType({ params: onSpare, query: { version } });
  const restore = () => ticketing.restoreTicketType({ params: onSpare });
  const idsOf = (types: readonly { id: string }[]) => types.map(({ id }) => id);
  const offered = async () => idsOf(await api.client('site').ticketing.listOffers({ params }));
  return {
    shop,
    spareShop: { festivalId: shop.festivalId, ticketTypeId: spare.id },
    params,
    client,
    ticketing,
    main: shop.ticketTypeId as TicketTypeId,
    spare,
    onSpare,
    remove,
    restore,
    idsOf,
    offered,
  };
}

describe('a ticket type that was never sold', () => {
  it('is taken away from every list, and comes back as it was', async () => {
    const { client, ticketing, params, main, spare, remove, restore, idsOf, offered, spareShop } = await selling();
    await ticketing.createSharedQuota({
      params,
      body: { name: 'Site', capacity: 30, ticketTypeIds: [main, spare.id] },
    });
    await remove();
    expect(idsOf(await ticketing.listTicketTypes({ params }))).toEqual([main]);
    expect(await offered()).toEqual([main]);
    expect(await ticketing.getArrangement({ params })).toMatchObject({ ticketTypeIds: [main] });
    expect(await ticketing.listSharedQuotas({ params })).toMatchObject([{ ticketTypeIds: [main] }]);
    expect((await ticketing.getSales({ params })).types.map(({ ticketTypeId }) => ticketTypeId)).toEqual([main]);
    expect(await client.search.searchFestival({ params, query: { q: 'spare' } })).toEqual([]);
    expect(await refusalOf(buyer(api, spareShop).hold())).toMatchObject({ name: 'NOT_FOUND' });
    const file = await client.lists.exportList({ params: { ...params, list: 'ticket-types' }, query: {} });
    expect(await file.text()).not.toContain('Spare');
    expect(await restore()).toEqual({ ...spare, version: 3 });
    expect(await offered()).toEqual([main, spare.id]);
    expect(await ticketing.listSharedQuotas({ params })).toMatchObject([
      { ticketTypeIds: [main, spare.id].toSorted(), capacity: 30 },
    ]);
    await buyer(api, spareShop).buy(2);
    expect(await ticketing.listSharedQuotas({ params })).toMatchObject([{ sold: 2 }]);
    const { items } = await client.history.recordHistory({ params: { ...params, recordId: spare.id } });
    expect(items.map(({ name }) => name)).toEqual([
      'ticketing.type_restored',
      'ticketing.type_removed',
      'ticketing.type_created',
    ]);
  });

  it('is not swept away unseen, comes back once, and is nobody else’s', async () => {
    const { ticketing, params, onSpare, remove, restore } = await selling();
    const other = await selling();
    expect(await refusalOf(restore())).toMatchObject({ status: 409, name: 'CONFLICT' });
    await ticketing.updateTicketType({ params: onSpare, body: { version: 1, changes: { price: 2_000 } } });
    expect(await refusalOf(remove(1))).toMatchObject({ name: 'CONFLICT', details: { version: 2 } });
    const theirs = { ...other.params, ticketTypeId: onSpare.ticketTypeId };
    expect(await refusalOf(other.ticketing.deleteTicketType({ params: theirs, query: { version: 2 } }))).toMatchObject({
      status: 404,
    });
    await remove(2);
    expect(await refusalOf(remove(3))).toMatchObject({ status: 404 });
    expect(await refusalOf(other.ticketing.restoreTicketType({ params: theirs }))).toMatchObject({ status: 404 });
    const twice = await Promise.allSettled([restore(), restore()]);
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const finance = await api.person({ roles: [{ ...params, role: 'FINANCE' }] });
    const late = finance.client.ticketing.deleteTicketType({ params: onSpare, query: { version: 4 } });
    expect(await refusalOf(late)).toMatchObject({ status: 403 });
  });

  it('counts for no publication: a festival whose only type was taken away has none', async () => {
    const { client, ticketing, params, main, remove } = await selling();
    await remove();
    const blockers = async () => (await client.festival.getReadiness({ params })).blockers;
    expect(await blockers()).not.toContain('ticket_type');
    await ticketing.deleteTicketType({ params: { ...params, ticketTypeId: main }, query: { version: 1 } });
    expect(await blockers()).toContain('ticket_type');
  });

  it('is named still by what named it, which neither shows it nor breaks', async () => {
    const { ticketing, params, spare, remove, restore, main } = await selling();
    const option = await ticketing.createTicketOption({
      params,
      body: { kind: 'PARKING', name: { en: 'Parking' }, price: 500, vat: 600, ticketTypeIds: [spare.id] },
    });
    const code = await ticketing.createPromoCode({
      params,
      body: { code: 'SPARE', effect: 'PERCENT', value: 1_000, ticketTypeIds: [spare.id] },
    });
    const fee = {
      id: v7(),
      name: { en: 'Service' },
      kind: 'PER_TICKET' as const,
      amount: 100,
      vat: 600,
      ticketTypeIds: [spare.id],
      onFree: false,
    };
    const rules = { ...plainRules, fees: [fee] };
    await ticketing.savePriceRules({ params, body: { version: 0, rules } });
    await remove();
    const site = api.client('site').ticketing;
    const shop = await site.getShop({ params, query: { code: 'SPARE' } });
    expect(shop.options).toEqual([]);
    expect(shop.offers).toMatchObject([{ id: main, options: [], fee: 0 }]);
    // What names it is saved as it was read.
    await ticketing.savePriceRules({ params, body: { version: 1, rules } });
    const { id: _id, version: _version, ...same } = option;
    await ticketing.updateTicketOption({
      params: { ...params, optionId: option.id },
      body: { version: 1, changes: same },
    });
    await ticketing.updatePromoCode({
      params: { ...params, codeId: code.id },
      body: { version: 1, changes: { ticketTypeIds: [spare.id], note: 'kept' } },
    });
    await restore();
    expect((await site.getShop({ params, query: {} })).options).toMatchObject([{ id: option.id }]);
  });

  it('comes back below no heading where its own was taken away meanwhile', async () => {
    const { ticketing, params, main, spare, remove, restore } = await selling();
    const was = await ticketing.getArrangement({ params });
    const group = { id: v7(), name: { en: 'Days' }, ticketTypeIds: [spare.id] };
    const wanted = { ticketTypeIds: [main], groups: [group] };
    await ticketing.arrangeTicketTypes({ params, body: { wanted, was } });
    await remove();
    const now = { ticketTypeIds: [main], groups: [{ ...group, ticketTypeIds: [] }] };
    expect(await ticketing.getArrangement({ params })).toEqual(now);
    await ticketing.arrangeTicketTypes({ params, body: { wanted: { ticketTypeIds: [main], groups: [] }, was: now } });
    await restore();
    expect((await ticketing.getArrangement({ params })).ticketTypeIds.toSorted()).toEqual([main, spare.id].toSorted());
  });

  it('does not go along into next year, and what named it alone does not either', async () => {
    const { client, ticketing, params, main, spare, remove } = await selling();
    await ticketing.createSharedQuota({ params, body: { name: 'Site', capacity: 9, ticketTypeIds: [main, spare.id] } });
    for (const ticketTypeIds of [[spare.id], [spare.id, main]])
      await ticketing.createTicketOption({
        params,
        body: { kind: 'PARKING', name: { en: 'Parking' }, price: 500, vat: 600, ticketTypeIds },
      });
    await remove();
    const copy = await client.festival.duplicateFestival({
      params,
      body: { name: 'Next', slug: `next-${v7()}`, startsOn: '2041-07-05', slots: false, team: false },
    });
    const there = { festivalId: copy.id };
    const types = await ticketing.listTicketTypes({ params: there });
    expect(types.map(({ name }) => name)).toEqual([{ en: 'Day ticket' }]);
    const ids = types.map(({ id }) => id);
    expect(await ticketing.listSharedQuotas({ params: there })).toMatchObject([{ name: 'Site', ticketTypeIds: ids }]);
    expect(await ticketing.listTicketOptions({ params: there })).toMatchObject([{ ticketTypeIds: ids }]);
  });
});

describe('a ticket type stays', () => {
  it('once it was held or sold, also after everything was given back', async () => {
    const { ticketing, params, spareShop, remove } = await selling();
    const site = api.client('site').ticketing;
    const visitor = buyer(api, spareShop);
    const basket = await visitor.hold();
    expect(await refusalOf(remove())).toMatchObject({ status: 409, name: 'TYPE_SOLD' });
    await site.releaseBasket({ params: { ...params, basketId: basket.id }, query: { secret: visitor.secret } });
    expect(await refusalOf(remove())).toMatchObject({ name: 'TYPE_SOLD' });
    const [, spare] = await ticketing.listTicketTypes({ params });
    expect(spare?.quota).toMatchObject({ capacity: 50, sold: 0, held: 0 });
  });

  it('while a guest list gives it or a bundle is made with it', async () => {
    const { ticketing, params, spare, remove, restore } = await selling();
    const list = await ticketing.createGuestList({
      params,
      body: { name: 'Press', purpose: 'PRESS', ticketTypeId: spare.id, places: 5 },
    });
    expect(await refusalOf(remove())).toMatchObject({ name: 'TYPE_ON_GUEST_LIST', details: { lists: ['Press'] } });
    await ticketing.deleteGuestList({ params: { ...params, guestListId: list.id }, query: { version: list.version } });
    const bundle = {
      id: v7(),
      name: { en: 'Family' },
      description: {},
      price: 1_500,
      parts: [{ ticketTypeId: spare.id, variationId: null, quantity: 2 }],
      maxPerOrder: 2,
    };
    const save = (version: number, bundles: (typeof bundle)[]) =>
      ticketing.savePriceRules({ params, body: { version, rules: { ...plainRules, bundles } } });
    await save(0, [bundle]);
    expect(await refusalOf(remove())).toMatchObject({ name: 'TYPE_IN_BUNDLE' });
    await save(1, []);
    await remove();
    // What is gone is given by nothing new.
    expect(await refusalOf(save(2, [bundle]))).toMatchObject({ name: 'UNKNOWN_TYPE' });
    const again = ticketing.createGuestList({
      params,
      body: { name: 'Crew', purpose: 'CREW', ticketTypeId: spare.id, places: 5 },
    });
    expect(await refusalOf(again)).toMatchObject({ name: 'UNKNOWN_TYPE' });
    const shared = ticketing.createSharedQuota({
      params,
      body: { name: 'Late', capacity: 5, ticketTypeIds: [spare.id] },
    });
    expect(await refusalOf(shared)).toMatchObject({ name: 'UNKNOWN_TYPE' });
    await restore();
  });

  it('or is gone, but never both: buyers and removal at the same moment', async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      const { spareShop, spare, remove } = await selling();
      const [removal, ...holds] = await Promise.all([
        refusalOf(remove()).catch(() => null),
        ...Array.from({ length: 8 }, () =>
          buyer(api, spareShop)
            .hold()
            .then(
              () => 'held',
              (error: { name: string }) => error.name,
            ),
        ),
      ]);
      const { rows } = await api.ownerPool.query<{ gone: boolean; lines: number }>(
        `select t.deleted_at is not null as gone,
           (select count(*)::int from basket_line l where l.ticket_type_id = t.id) as lines from ticket_type t where id = $1`,
        [spare.id],
      );
      const held = holds.filter((outcome) => outcome === 'held').length;
      expect(rows).toEqual([{ gone: held === 0, lines: held }]);
      expect(removal === null).toBe(held === 0);
      for (const outcome of holds) expect(['held', 'SOLD_OUT', 'NOT_FOUND']).toContain(outcome);
    }
  });

  it('would be held after it is gone without its guard: this test can fail', async () => {
    const { spareShop, spare, remove } = await selling();
    await remove();
    // A buyer who saw it before: the price list is read, then the place is claimed.
    const hold = () =>
      api.ownerPool.query(
        `select hold_baskets($1, array[new_id()], array['\\x00'::bytea], array[$2::jsonb], array[null::jsonb], array['EUR'], array[60],
           array['{"kind": "guest"}'::jsonb], array[null::bytea], array[null::text], array[null::bytea])`,
        [
          spareShop.festivalId,
          JSON.stringify([
            {
              kind: 'TICKET',
              ticketTypeId: spare.id,
              quotaId: spare.quota.id,
              name: { en: 'Spare' },
              quantity: 1,
              listPrice: 1_000,
              unitPrice: 1_000,
              vat: 600,
              vatAmount: 57,
              why: [],
            },
          ]),
        ],
      );
    await expect(hold()).rejects.toThrow('ticketing.sold_out');
    await api.ownerPool.query('update quota set capacity = 1 where id = $1', [spare.quota.id]);
    await hold();
  });
});

describe('a shared quota that was taken away', () => {
  it('counts nothing meanwhile, and comes back with what its types have sold by then', async () => {
    const { ticketing, params, main, spare, shop, spareShop } = await selling();
    const body = { name: 'Site', capacity: 3, ticketTypeIds: [main, spare.id] };
    const site = await ticketing.createSharedQuota({ params, body });
    const at = { ...params, quotaId: site.id };
    await buyer(api, shop).buy(2);
    await ticketing.deleteSharedQuota({ params: at, query: { version: 1 } });
    expect(await ticketing.listSharedQuotas({ params })).toEqual([]);
    // Nothing holds them back now.
    await buyer(api, spareShop).buy(1);
    expect(await ticketing.restoreSharedQuota({ params: at })).toMatchObject({ sold: 3, held: 0, version: 3 });
    expect(await refusalOf(buyer(api, spareShop).hold())).toMatchObject({ name: 'SOLD_OUT' });
    expect(await refusalOf(ticketing.restoreSharedQuota({ params: at }))).toMatchObject({ name: 'CONFLICT' });
    const names = await api.ownerPool.query('select name from event where subject_id = $1 order by seq', [site.id]);
    expect(names.rows.map(({ name }) => name)).toEqual([
      'ticketing.quota_created',
      'ticketing.quota_removed',
      'ticketing.quota_restored',
    ]);
  });

  it('does not come back where its types sold more than it has, nor where another has its name', async () => {
    const { ticketing, params, main, shop } = await selling();
    const create = (name: string, capacity: number) =>
      ticketing.createSharedQuota({ params, body: { name, capacity, ticketTypeIds: [main] } });
    const [small, named] = [await create('Small', 1), await create('Named', 9)];
    for (const { id } of [small, named])
      await ticketing.deleteSharedQuota({ params: { ...params, quotaId: id }, query: { version: 1 } });
    await buyer(api, shop).buy(2);
    await create('nAMED', 5);
    const restore = (quotaId: typeof small.id) =>
      refusalOf(ticketing.restoreSharedQuota({ params: { ...params, quotaId } }));
    expect(await restore(small.id)).toMatchObject({ status: 409, name: 'QUOTA_BELOW_SOLD' });
    expect(await restore(named.id)).toMatchObject({ status: 409, name: 'QUOTA_NAMED_ALIKE' });
    expect(await restore(v7() as typeof small.id)).toMatchObject({ status: 404 });
  });

  it('counts a type again that came and went while it was away', async () => {
    const { ticketing, params, spare, spareShop, remove, restore } = await selling();
    const site = await ticketing.createSharedQuota({
      params,
      body: { name: 'Site', capacity: 1, ticketTypeIds: [spare.id] },
    });
    const at = { ...params, quotaId: site.id };
    await ticketing.deleteSharedQuota({ params: at, query: { version: 1 } });
    await remove();
    await ticketing.restoreSharedQuota({ params: at });
    await restore();
    await buyer(api, spareShop).buy(1);
    expect(await ticketing.listSharedQuotas({ params })).toMatchObject([{ sold: 1, ticketTypeIds: [spare.id] }]);
    expect(await refusalOf(buyer(api, spareShop).hold())).toMatchObject({ name: 'SOLD_OUT' });
  });
});

describe('an option that was taken away', () => {
  it('comes back as it was, once', async () => {
    const { ticketing, params } = await selling();
    const option = await ticketing.createTicketOption({
      params,
      body: { kind: 'CAMPING', name: { en: 'Camping' }, price: 2_500, vat: 600, capacity: 3 },
    });
    const at = { ...params, optionId: option.id };
    expect(await refusalOf(ticketing.restoreTicketOption({ params: at }))).toMatchObject({ name: 'CONFLICT' });
    await ticketing.deleteTicketOption({ params: at, query: { version: 1 } });
    expect(await ticketing.restoreTicketOption({ params: at })).toEqual({ ...option, version: 3 });
    expect(await ticketing.listTicketOptions({ params })).toHaveLength(1);
    const nowhere = { ...params, optionId: v7() };
    expect(await refusalOf(ticketing.restoreTicketOption({ params: nowhere }))).toMatchObject({ status: 404 });
  });
});
