import { Role } from '@festivals/domain/identity/roles';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { standsModule } from './module.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [standsModule] });
});
afterAll(() => api.stop());

const bar = { name: 'Bar des Saules', kind: 'BAR' as const };
const pils = { name: { fr: 'Pils 25 cl', en: 'Lager' }, category: 'BEER' as const, price: 350, vat: 2100 };

async function organised() {
  const { id: festivalId } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  const { client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const stand = await client.stands.createStand({ params: { festivalId }, body: bar });
  const onStand = { festivalId, standId: stand.id };
  const add = (product: object = {}) => client.stands.createProduct({ params: onStand, body: { ...pils, ...product } });
  const menu = async () =>
    (await api.client('site').stands.listStands({ params: { festivalId } })).find(({ id }) => id === stand.id)
      ?.products ?? [];
  return { festivalId, client, stands: client.stands, stand, onStand, add, menu };
}
const pricesOf = async (productId: string) =>
  (
    await api.ownerPool.query<{ price: number; vat: number; valid_from: string }>(
      'select price, vat, valid_from from product_price where product_id = $1 order by valid_from',
      [productId],
    )
  ).rows;
const eventsOf = async (subjectId: string) =>
  (await api.ownerPool.query('select name, before, after from event where subject_id = $1 order by seq', [subjectId]))
    .rows;

describe('rights', () => {
  test.each(Role.options)('of %s', async (role) => {
    const { festivalId, stands, stand, add } = await organised();
    const product = await add();
    const [spare, gone] = [
      await stands.createStand({ params: { festivalId }, body: bar }),
      await add({ name: { fr: 'Cidre' } }),
    ];
    const { client } = await api.person({ roles: [{ festivalId, role }] });
    const onStand = { festivalId, standId: stand.id };
    const onProduct = { festivalId, productId: product.id };
    const attempts = [
      () => client.stands.createStand({ params: { festivalId }, body: bar }),
      () => client.stands.updateStand({ params: onStand, body: { version: 1, changes: { name: role } } }),
      () => client.stands.deleteStand({ params: { festivalId, standId: spare.id }, query: { version: 1 } }),
      () => client.stands.createProduct({ params: onStand, body: pils }),
      () => client.stands.updateProduct({ params: onProduct, body: { version: 1, changes: { price: 400 } } }),
      () => client.stands.deleteProduct({ params: { festivalId, productId: gone.id }, query: { version: 1 } }),
      () => client.stands.saveProducts({ params: onStand, body: { rows: [{ op: 'create', product: pils }] } }),
    ];
    for (const attempt of attempts) {
      if (role === 'ORGANISER') await attempt();
      else expect(await refusalOf(attempt())).toMatchObject({ status: 403, name: 'FORBIDDEN' });
    }
  });

  test('end at the festival’s fence, even through one’s own address', async () => {
    const [mine, theirs] = [await organised(), await organised()];
    const product = await theirs.add();
    const before = await theirs.menu();
    const { festivalId } = mine;
    const onStand = { festivalId, standId: theirs.stand.id };
    const onProduct = { festivalId, productId: product.id };
    const own = await mine.add();
    const calls = [
      mine.stands.updateStand({ params: onStand, body: { version: 1, changes: { name: 'Mine' } } }),
      mine.stands.deleteStand({ params: onStand, query: { version: 1 } }),
      mine.stands.createProduct({ params: onStand, body: pils }),
      mine.stands.updateProduct({ params: onProduct, body: { version: 1, changes: { price: 1 } } }),
      mine.stands.deleteProduct({ params: onProduct, query: { version: 1 } }),
      mine.stands.saveProducts({ params: onStand, body: { rows: [{ op: 'create', product: pils }] } }),
    ];
    const refusals = await Promise.all(calls.map(refusalOf));
    expect(new Set(refusals.map(({ name }) => name))).toEqual(new Set(['NOT_FOUND']));
    const smuggled = mine.stands.saveProducts({
      params: mine.onStand,
      body: {
        rows: [
          { op: 'change', id: own.id, version: 1, changes: { price: 1 } },
          { op: 'change', id: product.id, version: 1, changes: { price: 1 } },
          { op: 'remove', id: product.id, version: 1 },
        ],
      },
    });
    expect(await refusalOf(smuggled)).toMatchObject({
      name: 'ROWS_REFUSED',
      details: {
        rows: [
          { row: 1, reason: 'not_found' },
          { row: 2, reason: 'duplicate' },
        ],
      },
    });
    expect([await theirs.menu(), await mine.menu()]).toEqual([before, [own]]);
  });
});

describe('a stand', () => {
  test('is added, changed and taken away with what it offers; its past stays', async () => {
    const { festivalId, stands, stand, onStand, add } = await organised();
    expect(stand).toEqual({ id: stand.id, ...bar, placeId: null, hours: [], sections: [], version: 1, products: [] });
    const product = await add();
    const hours = [{ day: '2040-07-13', opens: '16:00', closes: '02:30' }];
    const changed = await stands.updateStand({ params: onStand, body: { version: 1, changes: { hours } } });
    expect(changed).toEqual({ ...stand, hours, version: 2, products: [product] });
    await stands.deleteStand({ params: onStand, query: { version: 2 } });
    expect(await api.client('site').stands.listStands({ params: { festivalId } })).toEqual([]);
    const onProduct = { festivalId, productId: product.id };
    const late = stands.updateProduct({ params: onProduct, body: { version: 1, changes: { price: 1 } } });
    expect(await refusalOf(late)).toMatchObject({ status: 404 });
    expect((await eventsOf(stand.id)).map(({ name }) => name)).toEqual([
      'stands.stand_created',
      'stands.stand_changed',
      'stands.stand_removed',
    ]);
    expect(await pricesOf(product.id)).toHaveLength(1);
  });

  test('stands only at a place of its own festival', async () => {
    const [mine, theirs] = [await organised(), await organised()];
    const place = async (festivalId: string) => {
      const id = v7();
      await api.ownerPool.query(
        `insert into place (festival_id, id, kind, name, geometry) values ($1, $2, 'BAR', '{}', '{"type": "Point", "coordinates": [4, 50]}')`,
        [festivalId, id],
      );
      return id;
    };
    const [here, there] = [await place(mine.festivalId), await place(theirs.festivalId)];
    const move = (version: number, placeId: string) =>
      mine.stands.updateStand({ params: mine.onStand, body: { version, changes: { placeId } } });
    expect(await move(1, here)).toMatchObject({ placeId: here, version: 2 });
    for (const placeId of [there, v7()])
      expect(await refusalOf(move(2, placeId))).toMatchObject({ status: 409, name: 'PLACE_GONE' });
  });

  test('is not overwritten by who saw an earlier one', async () => {
    const { stands, onStand } = await organised();
    const rename = (name: string) => stands.updateStand({ params: onStand, body: { version: 1, changes: { name } } });
    const outcomes = await Promise.allSettled(['A', 'B', 'C', 'D'].map(rename));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(rename('E'))).toMatchObject({ status: 409, name: 'CONFLICT', details: { version: 2 } });
    const stale = stands.deleteStand({ params: onStand, query: { version: 1 } });
    expect(await refusalOf(stale)).toMatchObject({ status: 409, name: 'CONFLICT' });
  });

  test.each([
    { name: ' ' },
    { name: 'Bar\u0000' },
    { name: 'x'.repeat(81) },
    { kind: 'CASINO' },
    { placeId: 'here' },
    { hours: [{ day: '2040-07-13', opens: '25:00', closes: '02:00' }] },
    { hours: ['16:00', '18:00'].map((opens) => ({ day: '2040-07-13', opens, closes: '02:00' })) },
  ])('is refused as %o', async (wrong) => {
    const { festivalId, stands } = await organised();
    const body = { ...bar, ...(wrong as object) };
    expect(await refusalOf(stands.createStand({ params: { festivalId }, body }))).toMatchObject({
      status: 400,
      name: 'VALIDATION_FAILED',
    });
  });
});

describe('a product', () => {
  test('is added, changed and taken off, and each is told', async () => {
    const { festivalId, stands, add, menu } = await organised();
    const product = await add({ deposit: 100, diets: ['VEGAN'], allergens: ['GLUTEN'], order: 3 });
    const id = product.id;
    expect(product).toEqual({
      id,
      ...pils,
      deposit: 100,
      diets: ['VEGAN'],
      allergens: ['GLUTEN'],
      order: 3,
      sectionId: null,
      picture: null,
      version: 1,
    });
    const params = { festivalId, productId: id };
    const body = { version: 1, changes: { name: { fr: 'Pils 33 cl', en: '' }, deposit: null } };
    const changed = { ...product, name: { fr: 'Pils 33 cl' }, deposit: null, version: 2 };
    expect(await stands.updateProduct({ params, body })).toEqual(changed);
    expect(await menu()).toEqual([changed]);
    await stands.deleteProduct({ params, query: { version: 2 } });
    expect(await menu()).toEqual([]);
    expect(await eventsOf(id)).toMatchObject([
      { name: 'stands.product_created', after: { price: 350 } },
      { name: 'stands.product_changed', before: { deposit: 100 }, after: { deposit: null } },
      { name: 'stands.product_removed', before: { version: 2 } },
    ]);
    expect(await refusalOf(stands.deleteProduct({ params, query: { version: 2 } }))).toMatchObject({ status: 404 });
  });

  test('is saved once, however many saw the same version', async () => {
    const { festivalId, stands, add, menu } = await organised();
    const { id } = await add();
    const price = (value: number) =>
      stands.updateProduct({
        params: { festivalId, productId: id },
        body: { version: 1, changes: { price: value } },
      });
    const outcomes = await Promise.allSettled([410, 420, 430, 440, 450].map(price));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await menu()).toMatchObject([{ version: 2 }]);
    expect(await pricesOf(id)).toHaveLength(2);
  });

  test.each([
    { name: {} },
    { name: { fr: ' ' } },
    { name: { fr: 'Pi\u0000ls' } },
    { name: { fr: 'x'.repeat(121) } },
    { name: { xx: 'Pils' } },
    { price: -1 },
    { price: 3.5 },
    { price: 1e9 },
    { vat: 10_001 },
    { deposit: -5 },
    { diets: ['VEGAN', 'VEGAN'] },
    { allergens: ['LOVE'] },
    { category: 'GOLD' },
  ])('is refused as %o', async (wrong) => {
    const { add, menu } = await organised();
    expect(await refusalOf(add(wrong))).toMatchObject({ status: 400, name: 'VALIDATION_FAILED' });
    expect(await menu()).toEqual([]);
  });
});

describe('a price', () => {
  test('is dated: the menu shows the one of now, and the past ones stay', async () => {
    const { festivalId, stands, add, menu } = await organised();
    const { id } = await add();
    const params = { festivalId, productId: id };
    await stands.updateProduct({ params, body: { version: 1, changes: { price: 400 } } });
    await stands.updateProduct({ params, body: { version: 2, changes: { name: { fr: 'Blonde' } } } });
    await stands.updateProduct({ params, body: { version: 3, changes: { vat: 600 } } });
    await stands.updateProduct({ params, body: { version: 4, changes: { price: 350, vat: 2100 } } });
    expect(await menu()).toMatchObject([{ price: 350, vat: 2100 }]);
    const history = await pricesOf(id);
    expect(history).toMatchObject([
      { price: 350, vat: 2100 },
      { price: 400, vat: 2100 },
      { price: 400, vat: 600 },
      { price: 350, vat: 2100 },
    ]);
    await stands.deleteProduct({ params, query: { version: 5 } });
    expect(await pricesOf(id)).toEqual(history);
  });

  test('of the past can be neither changed nor taken away nor made up by the API', async () => {
    const { festivalId, add } = await organised();
    const { id } = await add();
    const before = await pricesOf(id);
    const inside = async (statement: string) => {
      const client = await api.resources.pool.connect();
      try {
        await client.query(`select set_config('app.festival', $1, false)`, [festivalId]);
        await client.query(statement);
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      } finally {
        await client.query(`select set_config('app.festival', '', false)`);
        client.release();
      }
    };
    expect(await inside(`update product_price set price = 1`)).toMatch('permission denied');
    expect(await inside(`delete from product_price`)).toMatch('permission denied');
    const backdated = `insert into product_price values ('${festivalId}', '${id}', '2020-01-01', 1, 0)`;
    expect(await inside(backdated)).toMatch('cannot be dated before');
    expect(await pricesOf(id)).toEqual(before);
  });
});

describe('a sheet', () => {
  test('is saved as a whole: new, changed and removed rows', async () => {
    const { stands, onStand, add, menu } = await organised();
    const [first, second] = [await add({ order: 1 }), await add({ order: 2 })];
    const rows = [
      { op: 'change' as const, id: first.id, version: 1, changes: { price: 500, order: 5 } },
      { op: 'remove' as const, id: second.id, version: 1 },
      { op: 'create' as const, product: { ...pils, order: 4 } },
    ];
    const saved = await stands.saveProducts({ params: onStand, body: { rows } });
    expect(saved).toMatchObject([
      { order: 4, version: 1 },
      { id: first.id, price: 500, version: 2 },
    ]);
    expect(await menu()).toEqual(saved);
    expect(await pricesOf(first.id)).toHaveLength(2);
  });

  test('changes nothing when one row is stale, and says which', async () => {
    const { festivalId, stands, onStand, add, menu } = await organised();
    const [first, second] = [await add({ order: 1 }), await add({ order: 2 })];
    await stands.updateProduct({
      params: { festivalId, productId: second.id },
      body: { version: 1, changes: { price: 1 } },
    });
    const before = await menu();
    const rows = [
      { op: 'create' as const, product: pils },
      { op: 'change' as const, id: first.id, version: 1, changes: { price: 500 } },
      { op: 'change' as const, id: second.id, version: 1, changes: { price: 500 } },
      { op: 'remove' as const, id: v7(), version: 1 },
    ];
    expect(await refusalOf(stands.saveProducts({ params: onStand, body: { rows } }))).toMatchObject({
      status: 409,
      name: 'ROWS_REFUSED',
      details: {
        rows: [
          { row: 2, reason: 'conflict', version: 2 },
          { row: 3, reason: 'not_found' },
        ],
      },
    });
    expect(await menu()).toEqual(before);
  });

  test('names the cell of each wrong value', async () => {
    const { stands, onStand, menu } = await organised();
    const rows = [
      { op: 'create' as const, product: pils },
      { op: 'create' as const, product: { ...pils, price: -1, name: {} } },
    ];
    const refusal = await refusalOf(stands.saveProducts({ params: onStand, body: { rows } }));
    expect(refusal).toMatchObject({
      name: 'VALIDATION_FAILED',
      details: {
        issues: [
          { path: 'rows.1.product.name', message: 'no_name' },
          { path: 'rows.1.product.price', code: 'too_small' },
        ],
      },
    });
    expect(await menu()).toEqual([]);
  });

  test('is not woven with another one saved at the same time', async () => {
    const { stands, onStand, add, menu } = await organised();
    const products = [await add({ order: 1 }), await add({ order: 2 }), await add({ order: 3 })];
    const save = (price: number, some: typeof products) =>
      stands.saveProducts({
        params: onStand,
        body: { rows: some.map(({ id }) => ({ op: 'change' as const, id, version: 1, changes: { price } })) },
      });
    const outcomes = await Promise.allSettled([save(100, products), save(200, products.toReversed())]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(new Set((await menu()).map(({ price }) => price)).size).toBe(1);
  });

  test('is done once for one key', async () => {
    const { stands, onStand, menu } = await organised();
    const call = { params: onStand, body: { rows: [{ op: 'create' as const, product: pils }] } };
    const idempotencyKey = v7();
    const first = await stands.saveProducts(call, { idempotencyKey });
    expect(await stands.saveProducts(call, { idempotencyKey })).toEqual(first);
    expect(await menu()).toHaveLength(1);
  });
});
