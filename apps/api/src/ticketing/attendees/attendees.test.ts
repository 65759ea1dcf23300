/** Everyone who comes, as the team looks for them: by any name, by state and type, a page at a time and as a file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { refusalOf } from '../../testing/refusal-of.ts';
import { buyer, openShop, type Shop } from '../testing.ts';

let api: TestApi;
let shop: Shop;
let finance: Awaited<ReturnType<TestApi['person']>>;
let params: { festivalId: string };
beforeAll(async () => {
  api = await startApi();
  shop = await openShop(api, { capacity: 100 });
  params = { festivalId: shop.festivalId };
  finance = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'FINANCE' }] });
  await buyer(api, shop, 'first@example.org').buy(2);
  const second = await buyer(api, shop, 'second@example.org').buy(1);
  await finance.client.ticketing.renameHolder({
    params: { ...params, orderId: second.id, ticketId: second.tickets[0]?.id ?? '' },
    body: { was: 'Ada Visitor', holder: 'Zoë =Müller' },
  });
  const third = await buyer(api, shop, 'third@example.org').buy(2);
  const [used = '', gone = ''] = third.tickets.map(({ id }) => id);
  await api.ownerPool.query(`update ticket set status = 'USED' where id = $1`, [used]);
  await finance.client.ticketing.cancelTicket({
    params: { ...params, orderId: third.id, ticketId: gone },
    body: { reason: 'a mistake' },
  });
});
afterAll(() => api.stop());

const list = (query: Parameters<typeof finance.client.ticketing.listAttendees>[0]['query'] = {}) =>
  finance.client.ticketing.listAttendees({ params, query });

describe('attendees', () => {
  it('are all there, each with its order, the newest first, whatever the size of a page', async () => {
    const { items } = await list();
    expect(items).toHaveLength(5);
    const seen: string[] = [];
    for (const sort of ['issued', 'holder'] as const) {
      let cursor: string | undefined;
      do {
        const page = await list({ limit: 2, sort, ...(cursor ? { cursor } : {}) });
        seen.push(...page.items.map(({ ticketId }) => ticketId));
        cursor = page.next ?? undefined;
      } while (cursor);
    }
    expect(seen).toHaveLength(10);
    expect(new Set(seen).size).toBe(5);
    expect(items[0]).toMatchObject({ email: 'third@example.org', kind: 'SALE', buyer: 'Ada Visitor' });
  });

  it('are found by the name on the ticket, by what finds the order, and by the ticket’s number', async () => {
    const found = async (search: string) => (await list({ search })).items.length;
    const [zoe] = (await list({ search: 'zoe muller' })).items;
    expect(zoe).toMatchObject({ holder: 'Zoë =Müller', email: 'second@example.org' });
    expect(await found('first@example')).toBe(2);
    expect(await found(zoe?.reference ?? '')).toBe(1);
    expect(await found((zoe?.ticketId ?? '').slice(-8))).toBe(1);
    expect(await found('nobody at all')).toBe(0);
    expect(await found('%')).toBe(0);
  });

  it('are left by state and by type', async () => {
    const count = async (query: Parameters<typeof list>[0]) => (await list(query)).items.length;
    expect(await count({ state: 'VALID' })).toBe(3);
    expect(await count({ state: 'USED' })).toBe(1);
    expect(await count({ state: 'REVOKED', ticketTypeId: shop.ticketTypeId })).toBe(1);
    expect(await count({ ticketTypeId: shop.festivalId })).toBe(0);
  });

  it('go out as a file that runs nothing, with the same filters', async () => {
    const file = await finance.client.lists.exportList({
      params: { ...params, list: 'attendees' },
      query: { mark: false, only: `VALID ${shop.ticketTypeId}`, search: 'example.org' },
    });
    const lines = (await file.text()).split('\r\n').slice(0, -1);
    expect(lines[0]).toBe('Number,Holder,Ticket,State,Reference,Kind,Buyer,E-mail,Issued');
    expect(lines).toHaveLength(4);
    const odd = finance.client.lists.exportList({
      params: { ...params, list: 'attendees' },
      query: { only: 'NOBODY' },
    });
    expect(await refusalOf(odd)).toMatchObject({ status: 400 });
  });

  it('are for those who may read orders, and a cursor is only what was given', async () => {
    const staff = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'STAFF' }] });
    expect(await refusalOf(staff.client.ticketing.listAttendees({ params }))).toMatchObject({ status: 403 });
    const odd = Buffer.from(JSON.stringify(['a\0', 'x'])).toString('base64url');
    expect(await refusalOf(list({ cursor: odd }))).toMatchObject({ status: 400 });
  });
});
