import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failureOf, insertFestival } from '../festival/testing.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { standsModule } from './module.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [standsModule] });
});
afterAll(() => api.stop());

const insertStand = async (festivalId: string, name: string, kind: string) => {
  const id = v7();
  await api.ownerPool.query('insert into stand (festival_id, id, name, kind) values ($1, $2, $3, $4)', [
    festivalId,
    id,
    name,
    kind,
  ]);
  return id;
};
const insertProduct = async (festivalId: string, standId: string, name: string, order: number) => {
  const id = v7();
  await api.ownerPool.query(
    `insert into product (festival_id, id, stand_id, name, category, price, vat, diets, allergens, sort_order)
     values ($1, $2, $3, $4, 'BEER', 350, 2100, '{VEGAN}', '{GLUTEN}', $5)`,
    [festivalId, id, standId, JSON.stringify({ fr: name }), order],
  );
  return id;
};

test('shows each stand with its own products in the menu’s order, and one without any', async () => {
  const { id } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  const [info, bar, other] = [
    await insertStand(id, 'Infos', 'INFO'),
    await insertStand(id, 'Saules', 'BAR'),
    await insertStand(id, 'Aulnes', 'BAR'),
  ];
  const second = await insertProduct(id, bar, 'Tripel', 2);
  const first = await insertProduct(id, bar, 'Pils', 1);
  await insertProduct(id, other, 'Cidre', 1);
  const stands = await api.client('site').stands.listStands({ params: { festivalId: id } });
  expect(stands.map((stand) => stand.id)).toEqual([other, bar, info]);
  const terms = {
    category: 'BEER',
    price: 350,
    vat: 2100,
    deposit: null,
    diets: ['VEGAN'],
    allergens: ['GLUTEN'],
    sectionId: null,
    picture: null,
    version: 1,
  };
  expect(stands[1]).toEqual({
    id: bar,
    name: 'Saules',
    kind: 'BAR',
    placeId: null,
    hours: [],
    sections: [],
    version: 1,
    products: [
      { id: first, name: { fr: 'Pils' }, order: 1, ...terms },
      { id: second, name: { fr: 'Tripel' }, order: 2, ...terms },
    ],
  });
  expect(stands[2]?.products).toEqual([]);
});

test('shows nothing of another festival, and nothing of a draft to a stranger', async () => {
  const [one, other] = [
    await insertFestival(api.ownerPool, { status: 'PUBLISHED' }),
    await insertFestival(api.ownerPool, {}),
  ];
  await insertStand(other.id, 'Fremd', 'BAR');
  expect(await api.client('site').stands.listStands({ params: { festivalId: one.id } })).toEqual([]);
  expect(await failureOf(api.client('site').stands.listStands({ params: { festivalId: other.id } }))).toMatchObject({
    status: 404,
  });
});
