import { ApiError } from '@festivals/contract';
import type { FestivalId } from '@festivals/domain/primitives';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertFestival } from '../../festival/testing.ts';
import { systemContext } from '../../platform/context.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { releaseAllExpired } from '../sale/expiry.ts';
import { buyer, letTimePass, openShop, type Shop } from '../testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const nameOf = (error: unknown) => (error instanceof ApiError ? error.name : String(error));
const refusal = (work: Promise<unknown>) => work.then(() => 'done', nameOf);

/** Two types in one shop with a quota that both draw on, and its organiser. */
async function sharing(capacity: number, own = 100) {
  const shop = await openShop(api, { capacity: own });
  const params = { festivalId: shop.festivalId as FestivalId };
  const { client } = await api.person({ roles: [{ ...params, role: 'ORGANISER' }] });
  const vip = await client.ticketing.createTicketType({
    params,
    body: { name: { en: 'VIP' }, price: 9_000, vat: 600, capacity: own },
  });
  const types = [shop.ticketTypeId, vip.id] as (typeof vip)['id'][];
  const site = await client.ticketing.createSharedQuota({
    params,
    body: { name: 'Site', capacity, ticketTypeIds: types },
  });
  const vipShop: Shop = { ...shop, ticketTypeId: vip.id };
  const count = async (id = site.id) =>
    (await client.ticketing.listSharedQuotas({ params })).find((quota) => quota.id === id);
  return { shop, vipShop, client, params, site, vip, count, types };
}

/** What the types of a shared quota count by themselves. */
async function ownSums(quotaId: string) {
  const { rows } = await api.ownerPool.query<{ sold: number; held: number }>(
    `select sum(q.sold)::int as sold, sum(q.held)::int as held from ticket_type_quota l
     join ticket_type t on t.festival_id = l.festival_id and t.id = l.ticket_type_id
     join quota q on q.festival_id = t.festival_id and q.id = t.quota_id where l.quota_id = $1`,
    [quotaId],
  );
  return rows[0];
}

describe('a shared quota', () => {
  it('counts what its types sell, hold and give back, besides their own', async () => {
    const { shop, vipShop, count, site } = await sharing(10);
    await buyer(api, shop).buy(3);
    await buyer(api, vipShop).buy(2);
    await buyer(api, vipShop).hold(1);
    expect(await count()).toMatchObject({ sold: 5, held: 1 });
    await letTimePass(api, shop, 60);
    await releaseAllExpired(systemContext(api.resources));
    expect(await count()).toMatchObject({ sold: 5, held: 0 });
    expect(await ownSums(site.id)).toEqual({ sold: 5, held: 0 });
  });

  it('sells out though the types have places of their own, names the type, and the shop says so', async () => {
    const { shop, vipShop, params } = await sharing(2);
    await buyer(api, shop).buy(2);
    const error = await buyer(api, vipShop)
      .hold(1)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ status: 409, name: 'SOLD_OUT', details: { ticketTypeIds: [vipShop.ticketTypeId] } });
    const offers = await api.client('site').ticketing.listOffers({ params });
    expect(offers.map(({ availability }) => availability)).toEqual(['SOLD_OUT', 'SOLD_OUT']);
  });

  it('never sells more than it has to 120 buyers of two types at once, and both counts agree', async () => {
    const { shop, vipShop, count, site } = await sharing(25);
    const results = await Promise.allSettled(
      Array.from({ length: 120 }, (_, index) => buyer(api, index % 2 === 0 ? shop : vipShop).hold()),
    );
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [nameOf(result.reason)] : []));
    expect(new Set(refused)).toEqual(new Set(['SOLD_OUT']));
    expect(refused).toHaveLength(95);
    expect(await count()).toMatchObject({ sold: 0, held: 25 });
    expect(await ownSums(site.id)).toEqual({ sold: 0, held: 25 });
  });

  it('would oversell without its guard: this test can fail', async () => {
    const { shop, vipShop, site } = await sharing(5);
    await api.ownerPool.query('alter table quota disable trigger shared_quotas_follow');
    try {
      await Promise.all(Array.from({ length: 8 }, (_, index) => buyer(api, index % 2 ? shop : vipShop).hold()));
      expect(await ownSums(site.id)).toEqual({ sold: 0, held: 8 });
    } finally {
      await api.ownerPool.query('alter table quota enable trigger shared_quotas_follow');
    }
  });

  it('stays right while its types change and buyers come, go and are released', async () => {
    const { shop, vipShop, client, params, site, types, count } = await sharing(40);
    const buying = Array.from({ length: 60 }, (_, index) =>
      index % 3 === 0
        ? refusal(buyer(api, vipShop).buy())
        : buyer(api, shop)
            .hold()
            .then((basket) => basket.id, nameOf),
    );
    const editing = (async () => {
      for (let turn = 0; turn < 12; turn += 1) {
        const { version } = (await count()) ?? site;
        await client.ticketing
          .updateSharedQuota({
            params: { ...params, quotaId: site.id },
            body: { version, changes: { ticketTypeIds: turn % 2 === 0 ? types.slice(0, 1) : types } },
          })
          .catch((error: unknown) => expect(nameOf(error)).toBe('QUOTA_BELOW_SOLD'));
      }
    })();
    await Promise.all([...buying, editing]);
    await letTimePass(api, shop, 60);
    await releaseAllExpired(systemContext(api.resources));
    const { sold = -1, held = -1, capacity = 0 } = (await count()) ?? {};
    expect({ sold, held }).toEqual(await ownSums(site.id));
    expect(sold + held).toBeLessThanOrEqual(capacity);
  });

  it('takes in what a type has sold, and refuses to be smaller than that', async () => {
    const { shop, client, params, site, types } = await sharing(10);
    await buyer(api, shop).buy(4);
    const create = (capacity: number) =>
      client.ticketing.createSharedQuota({ params, body: { name: `Q${capacity}`, capacity, ticketTypeIds: types } });
    expect(await refusal(create(3))).toBe('QUOTA_BELOW_SOLD');
    expect(await create(4)).toMatchObject({ sold: 4 });
    expect(
      await refusal(
        client.ticketing.updateSharedQuota({
          params: { ...params, quotaId: site.id },
          body: { version: site.version, changes: { capacity: 3 } },
        }),
      ),
    ).toBe('QUOTA_BELOW_SOLD');
    const freed = await client.ticketing.updateSharedQuota({
      params: { ...params, quotaId: site.id },
      body: { version: site.version, changes: { capacity: 3, ticketTypeIds: [] } },
    });
    expect(freed).toMatchObject({ sold: 0, held: 0, capacity: 3, ticketTypeIds: [], version: 2 });
  });

  it('refuses a stale version, an unknown type, a type of another festival and a name that is taken', async () => {
    const { client, params, site } = await sharing(10);
    const elsewhere = await openShop(api, { capacity: 1 });
    const change = (version: number, changes: object) =>
      client.ticketing.updateSharedQuota({ params: { ...params, quotaId: site.id }, body: { version, changes } });
    await change(1, { name: 'Whole site' });
    expect(await refusal(change(1, { name: 'Late' }))).toBe('CONFLICT');
    expect(await refusal(change(2, { ticketTypeIds: [v7()] }))).toBe('UNKNOWN_TYPE');
    expect(await refusal(change(2, { ticketTypeIds: [elsewhere.ticketTypeId] }))).toBe('UNKNOWN_TYPE');
    expect(await refusal(change(2, { name: 'a\u0000b' }))).toBe('VALIDATION_FAILED');
    const twin = client.ticketing.createSharedQuota({ params, body: { name: 'whole SITE', capacity: 1 } });
    expect(await refusal(twin)).toBe('QUOTA_NAMED_ALIKE');
    const remove = (version: number) =>
      client.ticketing.deleteSharedQuota({ params: { ...params, quotaId: site.id }, query: { version } });
    expect(await refusal(remove(1))).toBe('CONFLICT');
    await remove(2);
    expect(await refusal(remove(2))).toBe('NOT_FOUND');
  });
});

describe('a ticket type', () => {
  it('is refused with a sale that ends before it begins, also when only one of the dates is changed', async () => {
    const { client, params, vip } = await sharing(10);
    const at = (hour: number) => `2040-01-01T${String(hour).padStart(2, '0')}:00:00.000Z`;
    const create = client.ticketing.createTicketType({
      params,
      body: { name: { en: 'X' }, price: 1, vat: 0, capacity: 1, onSaleFrom: at(12), onSaleUntil: at(11) },
    });
    expect(await refusal(create)).toBe('VALIDATION_FAILED');
    const change = (version: number, changes: object) =>
      client.ticketing.updateTicketType({ params: { ...params, ticketTypeId: vip.id }, body: { version, changes } });
    await change(1, { onSaleFrom: at(12) });
    expect(await refusal(change(2, { onSaleUntil: at(12) }))).toBe('SALE_WINDOW_REVERSED');
    expect(await refusal(change(2, { minPerOrder: 11 }))).toBe('ORDER_LIMITS_REVERSED');
    expect(await change(2, { onSaleUntil: at(13) })).toMatchObject({ onSaleUntil: at(13) });
  });

  it('has a sale window that the database keeps, whoever writes', async () => {
    const { vip } = await sharing(10);
    const write = (column: string) => api.ownerPool.query(`update ticket_type set ${column} where id = $1`, [vip.id]);
    await expect(write(`on_sale_from = now(), on_sale_until = now()`)).rejects.toThrow('ticket_type_sale_window');
    await expect(write('min_per_order = max_per_order + 1')).rejects.toThrow('ticket_type_order_limits');
  });

  it('is not shown, not sold and not known to the shop while it is hidden; below its least number it is not sold', async () => {
    const { client, params, vip, vipShop } = await sharing(10);
    const change = (version: number, changes: object) =>
      client.ticketing.updateTicketType({ params: { ...params, ticketTypeId: vip.id }, body: { version, changes } });
    await change(1, { hidden: true });
    const offers = await api.client('site').ticketing.listOffers({ params });
    expect(offers.map(({ id }) => id)).not.toContain(vip.id);
    expect(await refusal(buyer(api, vipShop).hold())).toBe('NOT_FOUND');
    await change(2, { hidden: false, minPerOrder: 3 });
    expect(await refusal(buyer(api, vipShop).hold(2))).toBe('TOO_FEW');
    expect(await refusal(buyer(api, vipShop).hold(3))).toBe('done');
  });
});

describe('the shop’s order', () => {
  it('is what the office arranged, with headings, and nobody is overwritten unseen', async () => {
    const { client, params, types } = await sharing(10);
    const [day, vip] = types;
    if (!day || !vip) throw new Error('two types');
    const was = await client.ticketing.getArrangement({ params });
    expect(was).toEqual({ ticketTypeIds: [day, vip], groups: [] });
    const group = { id: v7(), name: { en: 'Days' }, ticketTypeIds: [day] };
    const to = { ticketTypeIds: [vip], groups: [group] };
    expect(await client.ticketing.arrangeTicketTypes({ params, body: { wanted: to, was } })).toEqual(to);
    const offers = await api.client('site').ticketing.listOffers({ params });
    expect(offers.map(({ id, group: heading }) => [id, heading])).toEqual([
      [vip, null],
      [day, { en: 'Days' }],
    ]);
    const again = (next: typeof to, seen: typeof was) =>
      refusal(client.ticketing.arrangeTicketTypes({ params, body: { wanted: next, was: seen } }));
    expect(await again(to, was)).toBe('CONFLICT');
    expect(await again({ ticketTypeIds: [], groups: [group] }, to)).toBe('CONFLICT');
    expect(await again({ ticketTypeIds: [day, vip], groups: [] }, to)).toBe('done');
  });

  it('does not take over a heading of another festival', async () => {
    const [mine, theirs] = [await sharing(10), await sharing(10)];
    const id = v7();
    for (const { client, params, types } of [mine, theirs]) {
      const was = { ticketTypeIds: types, groups: [] };
      const to = { ticketTypeIds: types, groups: [{ id, name: { en: 'Same id' }, ticketTypeIds: [] }] };
      expect(await client.ticketing.arrangeTicketTypes({ params, body: { wanted: to, was } })).toEqual(to);
    }
  });
});

describe('an option', () => {
  const camping = { kind: 'CAMPING' as const, name: { en: 'Camping' }, price: 2_500, vat: 600, capacity: 300 };

  it('is added, changed and taken away, with its defaults, and is told', async () => {
    const { client, params, vip } = await sharing(10);
    const created = await client.ticketing.createTicketOption({ params, body: camping });
    expect(created).toMatchObject({ needsTicket: true, most: 1, ticketTypeIds: [], version: 1 });
    const at = { ...params, optionId: created.id };
    const changes = { ticketTypeIds: [vip.id], most: 2 };
    const changed = await client.ticketing.updateTicketOption({ params: at, body: { version: 1, changes } });
    expect(changed).toEqual({ ...created, ...changes, version: 2 });
    expect(await client.ticketing.listTicketOptions({ params })).toEqual([changed]);
    const stale = client.ticketing.updateTicketOption({ params: at, body: { version: 1, changes } });
    expect(await refusal(stale)).toBe('CONFLICT');
    await client.ticketing.deleteTicketOption({ params: at, query: { version: 2 } });
    expect(await client.ticketing.listTicketOptions({ params })).toEqual([]);
    const gone = client.ticketing.deleteTicketOption({ params: at, query: { version: 2 } });
    expect(await refusal(gone)).toBe('NOT_FOUND');
    const { rows } = await api.ownerPool.query('select name from event where subject_id = $1 order by seq', [
      created.id,
    ]);
    expect(rows.map(({ name }) => name)).toEqual([
      'ticketing.option_created',
      'ticketing.option_changed',
      'ticketing.option_removed',
    ]);
  });

  it.each([
    [{ name: {} }, 'VALIDATION_FAILED'],
    [{ name: { en: 'a\u0000b' } }, 'VALIDATION_FAILED'],
    [{ name: { en: 'x'.repeat(81) } }, 'VALIDATION_FAILED'],
    [{ price: -1 }, 'VALIDATION_FAILED'],
    [{ most: 0 }, 'VALIDATION_FAILED'],
    [{ kind: 'BALLOON' as 'OTHER' }, 'VALIDATION_FAILED'],
    [{ ticketTypeIds: [v7()] as never[] }, 'UNKNOWN_TYPE'],
  ])('is refused with %j', async (wrong, code) => {
    const { client, params } = await sharing(10);
    expect(await refusal(client.ticketing.createTicketOption({ params, body: { ...camping, ...wrong } }))).toBe(code);
  });

  it('is sold at a rate that the festival named, where it named some', async () => {
    const { client, params, vip } = await sharing(10);
    const before = await client.ticketing.createTicketOption({ params, body: camping });
    const rates = [
      { name: 'Culture', rate: 900, from: null },
      { name: 'Culture', rate: 1000, from: '2999-01-01' },
    ];
    await client.festival.saveDetails({ params, body: { section: 'vat', version: 0, content: rates } });
    expect(await refusal(client.ticketing.createTicketOption({ params, body: camping }))).toBe('UNKNOWN_VAT_RATE');
    for (const vat of [900, 1000])
      expect(await client.ticketing.createTicketOption({ params, body: { ...camping, vat } })).toMatchObject({ vat });
    const at = { ...params, optionId: before.id };
    // What it has been sold at stays until somebody chooses anew.
    const renamed = { version: 1, changes: { name: { en: 'Tents' }, vat: 600 } };
    expect(await client.ticketing.updateTicketOption({ params: at, body: renamed })).toMatchObject({ version: 2 });
    const moved = client.ticketing.updateTicketOption({ params: at, body: { version: 2, changes: { vat: 2100 } } });
    expect(await refusal(moved)).toBe('UNKNOWN_VAT_RATE');
    const type = { name: { en: 'Day' }, price: 100, capacity: 1 };
    const atOther = client.ticketing.createTicketType({ params, body: { ...type, vat: 600 } });
    expect(await refusal(atOther)).toBe('UNKNOWN_VAT_RATE');
    await client.ticketing.createTicketType({ params, body: { ...type, vat: 900 } });
    const sold = { ...params, ticketTypeId: vip.id };
    const changed = client.ticketing.updateTicketType({ params: sold, body: { version: 1, changes: { vat: 0 } } });
    expect(await refusal(changed)).toBe('UNKNOWN_VAT_RATE');
  });

  it('is read by finance and changed by the organiser alone', async () => {
    const { id: festivalId } = await insertFestival(api.ownerPool, { status: 'DRAFT' });
    const { client } = await api.person({ roles: [{ festivalId, role: 'FINANCE' }] });
    expect(await client.ticketing.listTicketOptions({ params: { festivalId } })).toEqual([]);
    const create = client.ticketing.createTicketOption({ params: { festivalId }, body: camping });
    expect(await refusal(create)).toBe('FORBIDDEN');
  });
});
