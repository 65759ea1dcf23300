import { ApiError } from '@festivals/contract';
import { Role } from '@festivals/domain/identity/roles';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { standsModule } from './module.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [standsModule] });
});
afterAll(() => api.stop());

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof ApiError ? error.name : String(error)),
  );

async function organised() {
  const { id: festivalId } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  const { client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const params = { festivalId };
  const open = async (name: string) => {
    const stand = await client.stands.createStand({ params, body: { name, kind: 'BAR' } });
    const product = await client.stands.createProduct({
      params: { festivalId, standId: stand.id },
      body: { name: { en: 'Water' }, category: 'SOFT', price: 250, vat: 2100 },
    });
    return { stand, product };
  };
  const [west, east] = [await open('West'), await open('East')];
  const water = await client.stands.createStockItem({
    params,
    body: { name: 'Water', lowAt: 100, productIds: [west.product.id, east.product.id] },
  });
  const at = { ...params, stockItemId: water.id };
  const move = (body: Parameters<typeof client.stands.moveStock>[0]['body'], key?: string) =>
    client.stands.moveStock({ params: at, body }, key ? { idempotencyKey: key } : {});
  const change = (version: number, changes: object) =>
    client.stands.updateStockItem({ params: at, body: { version, changes } });
  return { festivalId, params, client, stands: client.stands, west, east, water, at, move, change };
}

describe('stock', () => {
  it('is the sum of deliveries and counts, told with before and after', async () => {
    const { move, stands, at, water } = await organised();
    expect(water).toMatchObject({ onHand: 0, lowAt: 100, lastMovedAt: null, version: 1 });
    expect(await move({ kind: 'DELIVERY', quantity: 480 })).toMatchObject({ onHand: 480, version: 1 });
    const counted = await move({ kind: 'CORRECTION', counted: 462, reason: 'Broken on the way' });
    expect(counted).toMatchObject({ onHand: 462 });
    const { items } = await stands.listMovements({ params: at, query: {} });
    expect(items).toMatchObject([
      { kind: 'CORRECTION', quantity: -18, counted: 462, reason: 'Broken on the way' },
      { kind: 'DELIVERY', quantity: 480, counted: null, reason: null },
    ]);
    const { rows } = await api.ownerPool.query(
      `select before, after from event where subject_id = $1 and name = 'stands.stock_moved' order by seq`,
      [water.id],
    );
    expect(rows).toMatchObject([
      { before: { onHand: 0 }, after: { onHand: 480 } },
      { before: { onHand: 480 }, after: { onHand: 462, quantity: -18 } },
    ]);
  });

  it('counts right when twenty deliver and count at once', async () => {
    const { move, stands, params } = await organised();
    await Promise.all(Array.from({ length: 20 }, () => move({ kind: 'DELIVERY', quantity: 5 })));
    const counts = Array.from({ length: 10 }, () => move({ kind: 'CORRECTION', counted: 70, reason: 'Evening count' }));
    await Promise.all(counts);
    expect((await stands.listStock({ params }))[0]).toMatchObject({ onHand: 70 });
  });

  it('books a repeated request once', async () => {
    const { move, stands, params } = await organised();
    const key = v7();
    await move({ kind: 'DELIVERY', quantity: 7 }, key);
    await move({ kind: 'DELIVERY', quantity: 7 }, key);
    expect((await stands.listStock({ params }))[0]).toMatchObject({ onHand: 7 });
  });

  it('keeps its facts: the API can neither change nor delete a movement', async () => {
    const { rows } = await api.ownerPool.query<{ right: string }>(
      `select privilege_type as right from information_schema.role_table_grants
       where table_name = 'stock_movement' and grantee = 'festivals_api' order by 1`,
    );
    expect(rows.map(({ right }) => right)).toEqual(['INSERT', 'SELECT']);
  });
});

describe('what is counted', () => {
  it('is changed at its version, and a product is counted in one place', async () => {
    const { stands, params, west, east, change, water } = await organised();
    expect(await change(1, { name: 'Still water', lowAt: null })).toMatchObject({ name: 'Still water', version: 2 });
    expect(await refusal(change(1, { lowAt: 3 }))).toBe('CONFLICT');
    const body = { name: 'West only', standId: west.stand.id, productIds: [west.product.id] };
    expect(await refusal(stands.createStockItem({ params, body }))).toBe('COUNTED_ELSEWHERE');
    await change(2, { productIds: [east.product.id] });
    expect(await stands.createStockItem({ params, body })).toMatchObject({ standId: west.stand.id, onHand: 0 });
    const twin = { ...body, name: 'west ONLY', productIds: [] };
    expect(await refusal(stands.createStockItem({ params, body: twin }))).toBe('STOCK_NAMED_ALIKE');
    const other = { ...body, name: 'Other', productIds: [east.product.id] };
    expect(await refusal(stands.createStockItem({ params, body: other }))).toBe('UNKNOWN_PRODUCT');
    expect((await stands.listStock({ params })).map(({ id }) => id)[0]).toBe(water.id);
  });

  it('goes with its version, its movements stay, its products can be counted again', async () => {
    const { stands, at, params, west, move } = await organised();
    await move({ kind: 'DELIVERY', quantity: 3 });
    expect(await refusal(stands.deleteStockItem({ params: at, query: { version: 9 } }))).toBe('CONFLICT');
    await stands.deleteStockItem({ params: at, query: { version: 1 } });
    expect(await stands.listStock({ params })).toEqual([]);
    expect(await refusal(move({ kind: 'DELIVERY', quantity: 3 }))).toBe('NOT_FOUND');
    expect(await refusal(stands.listMovements({ params: at, query: {} }))).toBe('NOT_FOUND');
    await stands.createStockItem({ params, body: { name: 'Water', productIds: [west.product.id] } });
    const { rows } = await api.ownerPool.query('select from stock_movement where stock_item_id = $1', [at.stockItemId]);
    expect(rows).toHaveLength(1);
  });

  it('comes back with its movements, and with its products that are on a menu and not counted elsewhere', async () => {
    const { stands, at, params, west, east, move, water, client, festivalId } = await organised();
    await move({ kind: 'DELIVERY', quantity: 3 });
    expect(await refusal(stands.restoreStockItem({ params: at }))).toBe('CONFLICT');
    const remove = (version: number) => stands.deleteStockItem({ params: at, query: { version } });
    await remove(1);
    expect(await stands.restoreStockItem({ params: at })).toMatchObject({
      ...water,
      onHand: 3,
      version: 3,
      lastMovedAt: expect.any(String),
    });
    await remove(3);
    await stands.createStockItem({ params, body: { name: 'Other', productIds: [west.product.id] } });
    expect(await stands.restoreStockItem({ params: at })).toMatchObject({ productIds: [east.product.id] });
    await remove(5);
    await client.stands.deleteProduct({
      params: { festivalId, productId: east.product.id },
      query: { version: east.product.version },
    });
    const twin = await stands.createStockItem({ params, body: { name: 'WATER', productIds: [] } });
    expect(await refusal(stands.restoreStockItem({ params: at }))).toBe('STOCK_NAMED_ALIKE');
    await stands.deleteStockItem({ params: { ...params, stockItemId: twin.id }, query: { version: 1 } });
    expect(await stands.restoreStockItem({ params: at })).toMatchObject({ productIds: [], onHand: 3 });
    const nowhere = { ...params, stockItemId: v7() };
    expect(await refusal(stands.restoreStockItem({ params: nowhere }))).toBe('NOT_FOUND');
  });

  it('does not come back to a stand that is gone', async () => {
    const { stands, params, west, client, festivalId } = await organised();
    const { id } = await stands.createStockItem({
      params,
      body: { name: 'Cups', standId: west.stand.id, productIds: [] },
    });
    const at = { ...params, stockItemId: id };
    await stands.deleteStockItem({ params: at, query: { version: 1 } });
    await client.stands.deleteStand({ params: { festivalId, standId: west.stand.id }, query: { version: 1 } });
    expect(await refusal(stands.restoreStockItem({ params: at }))).toBe('STAND_GONE');
  });

  it.each([
    [{ kind: 'DELIVERY', quantity: 0 }],
    [{ kind: 'DELIVERY', quantity: 1.5 }],
    [{ kind: 'DELIVERY', quantity: 10_000_000_000 }],
    [{ kind: 'CORRECTION', counted: -1, reason: 'x' }],
    [{ kind: 'CORRECTION', counted: 1 }],
    [{ kind: 'CORRECTION', counted: 1, reason: 'a\u0000b' }],
    [{ kind: 'SALE', quantity: 1 }],
  ])('is not moved by %j', async (body) => {
    const { move } = await organised();
    // What no client would send.
    expect(await refusal(move(body as never))).toBe('VALIDATION_FAILED');
  });

  it('is another festival’s business there alone', async () => {
    const [mine, theirs] = [await organised(), await organised()];
    const stolen = { params: { ...mine.at, festivalId: theirs.festivalId } };
    const body = { kind: 'DELIVERY', quantity: 1 } as const;
    expect(await refusal(theirs.stands.moveStock({ ...stolen, body }))).toBe('NOT_FOUND');
    const foreign = theirs.change(1, { productIds: [mine.west.product.id] });
    expect(await refusal(foreign)).toBe('UNKNOWN_PRODUCT');
  });

  it.each(Role.options)('is read and moved by %s as the role allows', async (role) => {
    const { festivalId, at } = await organised();
    const { client } = await api.person({ roles: [{ festivalId, role }] });
    const read = await refusal(client.stands.listStock({ params: { festivalId } }));
    const moved = await refusal(client.stands.moveStock({ params: at, body: { kind: 'DELIVERY', quantity: 1 } }));
    const reads = !['ARTIST', 'ATTENDEE'].includes(role);
    expect([read, moved]).toEqual([reads ? 'done' : 'FORBIDDEN', role === 'ORGANISER' ? 'done' : 'FORBIDDEN']);
  });
});
