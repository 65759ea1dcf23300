import { afterAll, beforeAll, expect, test } from 'vitest';
import { festivalModule } from '../festival/module.ts';
import { insertFestival } from '../festival/testing.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { standsModule } from './module.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [festivalModule, standsModule] });
});
afterAll(() => api.stop());

const beer = { name: { en: 'Pils' }, category: 'BEER', price: 350, vat: 2100 } as const;

async function organised() {
  const { id: festivalId } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  const params = { festivalId };
  const { client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const stand = await client.stands.createStand({ params, body: { name: 'Bar', kind: 'BAR' } });
  const onStand = { ...params, standId: stand.id };
  const former = await client.stands.createProduct({ params: onStand, body: { ...beer, vat: 1900 } });
  await client.festival.saveDetails({
    params,
    body: {
      section: 'vat',
      version: 0,
      content: [
        { name: 'Standard', rate: 2100, from: null },
        { name: 'Reduced', rate: 600, from: null },
      ],
    },
  });
  return { params, stands: client.stands, onStand, former };
}

test('a product takes a rate of the festival, and keeps the one that it had', async () => {
  const { params, stands, onStand, former } = await organised();
  const refused = { status: 400, name: 'UNKNOWN_VAT_RATE', details: { rate: 1900 } };
  expect(await refusalOf(stands.createProduct({ params: onStand, body: { ...beer, vat: 1900 } }))).toMatchObject(
    refused,
  );
  const { id } = await stands.createProduct({ params: onStand, body: beer });
  const change = (productId: string, version: number, changes: object) =>
    stands.updateProduct({ params: { ...params, productId }, body: { version, changes } });
  expect(await refusalOf(change(id, 1, { vat: 1900 }))).toMatchObject(refused);
  expect(await change(id, 1, { vat: 600 })).toMatchObject({ vat: 600, version: 2 });
  expect(await change(former.id, 1, { vat: 1900, price: 400 })).toMatchObject({ vat: 1900, price: 400 });
});

test('a sheet is told which rows have another, and nothing of it is saved', async () => {
  const { stands, onStand, former } = await organised();
  const save = (vat: number) =>
    stands.saveProducts({
      params: onStand,
      body: {
        rows: [
          { op: 'change', id: former.id, version: 1, changes: { vat: 1900, price: 500 } },
          { op: 'create', product: { ...beer, vat } },
        ],
      },
    });
  expect(await refusalOf(save(700))).toMatchObject({
    status: 409,
    name: 'ROWS_REFUSED',
    details: { rows: [{ row: 1, reason: 'unknown_vat_rate' }] },
  });
  expect(await save(600)).toMatchObject([{ price: 500 }, { vat: 600 }]);
});
