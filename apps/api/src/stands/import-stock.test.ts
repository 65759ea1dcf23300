import { afterAll, beforeAll, expect, test } from 'vitest';
import { festivalModule } from '../festival/module.ts';
import { insertFestival } from '../festival/testing.ts';
import { eventually } from '../testing/eventually.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { standsModule } from './module.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [festivalModule, standsModule] });
});
afterAll(() => api.stop());

const csv = (text: string) => new Blob([text], { type: 'text/csv' });

async function organised() {
  const { id: festivalId } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  const params = { festivalId };
  const { client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const { stands } = client;
  const open = (name: string) => stands.createStand({ params, body: { name, kind: 'BAR' } });
  const [bar, shop] = [await open('Bar'), await open('Shop')];
  const put = (name: string, standId = bar.id) =>
    stands.createProduct({
      params: { ...params, standId },
      body: { name: { en: name }, category: 'SOFT', price: 250, vat: 2100 },
    });
  const [small, large, mate] = [await put('Water 25'), await put('Water 50'), await put('Mate')];
  const water = await stands.createStockItem({ params, body: { name: 'Water', productIds: [small.id, large.id] } });
  const at = { ...params, stockItemId: water.id };
  await stands.moveStock({ params: at, body: { kind: 'DELIVERY', quantity: 480 } });
  const preview = (text: string) => stands.previewImport({ params, body: csv(text) });
  const apply = (text: string, hash: string, reason?: string) =>
    stands.applyImport({ params, query: { hash, ...(reason === undefined ? {} : { reason }) }, body: csv(text) });
  const take = async (text: string) => apply(text, (await preview(text)).hash, 'Evening count');
  const stock = () => stands.listStock({ params });
  return { params, client, stands, bar, shop, small, large, mate, water, at, preview, apply, take, stock };
}

test('a number on stock is booked as a count, with its reason, and the product is not another one', async () => {
  const { params, stands, small, large, at, preview, apply, stock } = await organised();
  const file = `id,stock\n${small.id},462\n${large.id},462\n`;
  const { rows, hash } = await preview(file);
  expect(rows).toMatchObject([
    { outcome: 'changed', columns: ['stock'], stock: { from: 480, to: 462 } },
    { outcome: 'same', stock: null },
  ]);
  expect(await refusalOf(apply(file, hash))).toMatchObject({ status: 400, name: 'COUNT_WITHOUT_REASON' });
  expect(await apply(file, hash, 'Evening count')).toEqual({ created: 0, changed: 1, counted: 1 });
  expect(await stock()).toMatchObject([{ onHand: 462 }]);
  const { items } = await stands.listMovements({ params: at, query: {} });
  expect(items[0]).toMatchObject({ kind: 'CORRECTION', quantity: -18, counted: 462, reason: 'Evening count' });
  const menus = await stands.listStands({ params });
  expect(menus.flatMap(({ products }) => products).find(({ id }) => id === small.id)).toEqual(small);
});

test('a product that was not counted begins to be, at its stand; an empty cell changes nothing', async () => {
  const { bar, mate, small, take, stock } = await organised();
  const file = `name.en,stand,category,price,vat,stock,id\nMate,Bar,SOFT,2.50,21,1 200,${mate.id}\nCola,Bar,SOFT,3,21,96,\nWater 25,Bar,SOFT,2.50,21,,${small.id}\n`;
  expect(await take(file)).toEqual({ created: 1, changed: 1, counted: 2 });
  expect(await stock()).toMatchObject([
    { name: 'Water', onHand: 480 },
    { name: 'Cola', standId: bar.id, onHand: 96 },
    { name: 'Mate', standId: bar.id, onHand: 1_200, productIds: [mate.id] },
  ]);
});

test('what is exported comes back as the same, also below zero, and as a list it is told', async () => {
  const { params, client, at, preview } = await organised();
  await api.ownerPool.query(
    `insert into stock_movement (festival_id, id, stock_item_id, kind, quantity, counted, reason, made_at)
     values ($1, gen_random_uuid(), $2, 'CORRECTION', -500, 0, 'sold', now())`,
    [params.festivalId, at.stockItemId],
  );
  const text = await (await client.stands.exportProducts({ params })).text();
  expect(text).toContain(`,'-20,`);
  const { rows } = await preview(text);
  expect(rows.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same']);
  const unguarded = await preview(text.replaceAll(`'-20`, '-20'));
  expect(unguarded.rows.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same']);
});

test('numbers that say two things, or nothing, are refused by their line', async () => {
  const { small, large, mate, stands, params, bar, preview } = await organised();
  await stands.createStockItem({ params, body: { name: 'MATE', standId: bar.id } });
  const { rows } = await preview(`id,stock\n${small.id},10\n${large.id},11\n${mate.id},5\n`);
  expect(rows.map(({ reasons }) => reasons[0] ?? null)).toEqual([
    null,
    { column: 'stock', reason: 'contradicts' },
    { column: 'stock', reason: 'named_alike' },
  ]);
  for (const cell of ['-1', '1.5', '1,234', 'many', '1000001', '=1+1', '1e3', '0x10'])
    expect((await preview(`id,stock\n${small.id},"${cell}"\n`)).rows).toMatchObject([
      { outcome: 'refused', reasons: [{ column: 'stock', reason: 'invalid' }] },
    ]);
});

test('a delivery after the preview asks for another look', async () => {
  const { small, at, stands, preview, apply, stock } = await organised();
  const file = `id,stock\n${small.id},462\n`;
  const { hash } = await preview(file);
  await stands.moveStock({ params: at, body: { kind: 'DELIVERY', quantity: 24 } });
  expect(await refusalOf(apply(file, hash, 'x'))).toMatchObject({ status: 409, name: 'IMPORT_CHANGED' });
  expect(await stock()).toMatchObject([{ onHand: 504 }]);
});

test('waits for a delivery that is being booked, and then asks for another look', async () => {
  const { params, small, at, preview, apply, stock } = await organised();
  const file = `id,stock\n${small.id},100\n`;
  const { hash } = await preview(file);
  const waiting = async () => {
    const { rows } = await api.ownerPool.query<{ sessions: number }>(
      `select count(*)::int as sessions from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows[0]?.sessions;
  };
  const owner = await api.ownerPool.connect();
  await owner.query('begin');
  await owner.query('select from stock_item where id = $1 for no key update', [at.stockItemId]);
  const applied = Promise.allSettled([apply(file, hash, 'x')]);
  try {
    await eventually(async () => expect(await waiting()).toBe(1));
    await owner.query(
      `insert into stock_movement (festival_id, id, stock_item_id, kind, quantity, made_at)
       values ($1, gen_random_uuid(), $2, 'DELIVERY', 24, now())`,
      [params.festivalId, at.stockItemId],
    );
  } finally {
    await owner.query('commit');
    owner.release();
  }
  expect(await applied).toMatchObject([{ status: 'rejected', reason: { name: 'IMPORT_CHANGED' } }]);
  expect(await stock()).toMatchObject([{ onHand: 504 }]);
});

test('what one stand keeps stays there when its product is sold elsewhere', async () => {
  const { params, stands, bar, shop, mate, take, stock } = await organised();
  const kept = await stands.createStockItem({ params, body: { name: 'Mate', standId: bar.id, productIds: [mate.id] } });
  expect(await take(`id,stand,stock\n${mate.id},Shop,40\n`)).toEqual({ created: 0, changed: 1, counted: 1 });
  expect(await stock()).toMatchObject([
    { name: 'Water' },
    { id: kept.id, productIds: [] },
    { standId: shop.id, onHand: 40, productIds: [mate.id] },
  ]);
});

test('a rate that the festival does not name is refused, one that a product has is left alone', async () => {
  const { params, client, mate, small, preview } = await organised();
  const { vat } = await client.festival.getDetails({ params });
  await client.festival.saveDetails({
    params,
    body: { section: 'vat', version: vat.version, content: [{ name: 'Reduced', rate: 600, from: null }] },
  });
  const { rows } = await preview(`id,vat\n${mate.id},6\n${small.id},21\n`);
  expect(rows).toMatchObject([{ outcome: 'changed' }, { outcome: 'same' }]);
  expect((await preview(`id,vat\n${mate.id},12\n`)).rows).toMatchObject([
    { outcome: 'refused', reasons: [{ column: 'vat', reason: 'unknown' }] },
  ]);
});
