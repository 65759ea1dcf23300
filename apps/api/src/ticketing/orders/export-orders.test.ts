import readXlsxFile from 'read-excel-file/node';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { openShop, type Shop } from '../testing.ts';

let api: TestApi;
let shop: Shop;
let params: { festivalId: never };
let placed = 0;
beforeAll(async () => {
  api = await startApi({ falsifies: true });
  shop = await openShop(api, { capacity: 10 });
  params = { festivalId: shop.festivalId as never };
  await order('=HYPERLINK("https://example.org")', 'zoe@example.org', 1250, '2040-07-13T10:00:00.123456Z');
  await order('Müller, "Zoë" <b>', 'm@example.org', 0, '2040-07-13T11:00:00Z');
  for (let at = 0; at < 2100; at++) await order(`Buyer ${at}`, `b${at}@example.org`, 5000 + at, '2040-07-12T10:00:00Z');
});
afterAll(() => api.stop());

async function order(name: string, email: string, total: number, placedAt: string) {
  const [basket, id] = [v7(), v7()];
  await api.ownerPool.query(
    `with held as (insert into basket (festival_id, id, secret_hash, status, currency, total, expires_at)
       values ($1, $2, '', 'ORDERED', 'EUR', $6, now()))
     insert into ticket_order (festival_id, id, basket_id, reference, email, name, language, currency, total, placed_at, pay_until)
     values ($1, $3, $2, $4, $5, $7, 'en', 'EUR', $6, $8, now())`,
    [shop.festivalId, basket, id, `R${String((placed += 1)).padStart(7, '0')}`, email, total, name, placedAt],
  );
}
const person = (role: 'FINANCE' | 'PROGRAMMER') => api.person({ roles: [{ ...params, role }] });
type Query = {
  format?: 'csv' | 'xlsx';
  mark?: boolean;
  search?: string;
  sort?: 'name' | 'total';
  descending?: boolean;
};
const file = async (query: Query) =>
  (await person('FINANCE')).client.lists.exportList({ params: { ...params, list: 'orders' }, query });

describe('orders as a file', () => {
  test('are all there, in order, in the festival’s time, and run nothing', async () => {
    const lines = (await (await file({})).text()).split('\r\n');
    expect(lines[0]).toBe('Reference,Placed,Status,Buyer,E-mail,Tickets,Total,Currency,Kind');
    expect(lines).toHaveLength(1 + 2102 + 1);
    expect(new Set(lines.slice(1, -1).map((line) => line.split(',')[0])).size).toBe(2102);
    expect(lines[1]).toContain(
      '2040-07-13 13:00:00,Awaiting payment,"Müller, ""Zoë"" <b>",m@example.org,0,0.00,EUR,Sale',
    );
    expect(lines[2]).toContain(`"'=HYPERLINK(""https://example.org"")"`);
  });
  test('begin with Excel’s mark unless that is not wanted', async () => {
    const begins = async (mark: boolean) => new Uint8Array(await (await file({ mark })).arrayBuffer())[0];
    expect(await begins(true)).toBe(0xef);
    expect(await begins(false)).toBe('R'.charCodeAt(0));
  });
  test('fit the list’s filter and order', async () => {
    const names = async (query: Query) =>
      (await (await file(query)).text())
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[3]);
    expect(await names({ search: 'zoe', sort: 'total', descending: true })).toEqual([
      `"'=HYPERLINK(""https://example.org"")"`,
      '"Müller',
    ]);
    expect((await names({ search: 'buyer', sort: 'total', descending: false })).slice(0, 2)).toEqual([
      'Buyer 0',
      'Buyer 1',
    ]);
    expect(await names({ search: '77 BÜYER' })).toContain('Buyer 1077');
  });
  test('are a workbook whose amounts and moments are numbers', async () => {
    const workbook = await file({ format: 'xlsx', search: 'zoe', sort: 'total', descending: true });
    const rows = await readXlsxFile(Buffer.from(await workbook.arrayBuffer()));
    const [{ data }] = rows as unknown as [{ data: unknown[][] }];
    expect(data).toHaveLength(3);
    expect(data[1]?.slice(1)).toEqual([
      new Date('2040-07-13T12:00:00.000Z'),
      'Awaiting payment',
      '=HYPERLINK("https://example.org")',
      'zoe@example.org',
      0,
      12.5,
      'EUR',
      'Sale',
    ]);
  });
  test('are for those who may read orders, and the trail tells of it', async () => {
    const { client } = await person('PROGRAMMER');
    await expect(client.lists.exportList({ params: { ...params, list: 'orders' } })).rejects.toMatchObject({
      status: 403,
    });
    await file({ format: 'csv', search: 'zoe' });
    const { rows } = await api.ownerPool.query(
      `select after from event where festival_id = $1 and name = 'lists.exported' order by seq desc limit 1`,
      [shop.festivalId],
    );
    expect(rows).toEqual([{ after: expect.objectContaining({ format: 'csv', search: 'zoe' }) }]);
  });
});

describe('the list of orders', () => {
  test.each([
    ['placed', true],
    ['placed', false],
    ['name', true],
    ['total', false],
  ] as const)('by %s (the last first: %s) shows every order once', async (sort, descending) => {
    const { client } = await person('FINANCE');
    const seen: string[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const { items, next } = await client.ticketing.listOrders({
        params,
        query: { limit: 200, sort, descending, ...(cursor ? { cursor } : {}) },
      });
      seen.push(...items.map(({ id }) => id));
      cursor = next ?? undefined;
      more = next !== null;
    }
    expect(seen).toHaveLength(2102);
    expect(new Set(seen).size).toBe(2102);
  });
  test('refuses a cursor that it did not write, whatever it is sorted by', async () => {
    const { client } = await person('FINANCE');
    const cursors = [[null, v7()], ['a\u0000', v7()], [1, 'x'], 'x'].map((place) =>
      Buffer.from(JSON.stringify(place)).toString('base64url'),
    );
    for (const cursor of cursors)
      await expect(client.ticketing.listOrders({ params, query: { cursor } })).rejects.toMatchObject({ status: 400 });
    const odd = Buffer.from(JSON.stringify(['not a number', v7()])).toString('base64url');
    for (const sort of ['placed', 'total'] as const)
      expect((await client.ticketing.listOrders({ params, query: { cursor: odd, sort } })).items).toBeDefined();
  });
});
