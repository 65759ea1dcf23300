import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { standsModule } from './module.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [standsModule] });
});
afterAll(() => api.stop());

const hot = { id: v7(), name: { en: 'Hot', fr: 'Chaud' } };
const cold = { id: v7(), name: { en: 'Cold' } };
const product = (en: string) => ({ name: { en }, category: 'DISH' as const, price: 900, vat: 1200 });

async function menuWithSections() {
  const { id: festivalId } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  const { client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const body = { name: 'Kitchen', kind: 'FOOD' as const, sections: [hot, cold] };
  const stand = await client.stands.createStand({ params: { festivalId }, body });
  const onStand = { festivalId, standId: stand.id };
  const add = (name: string, sectionId: string | null, order: number) =>
    client.stands.createProduct({ params: onStand, body: { ...product(name), sectionId, order } });
  const shown = async () =>
    (await api.client('site').stands.listStands({ params: { festivalId } })).find(({ id }) => id === stand.id);
  const menu = async () => (await shown())?.products.map(({ name, sectionId }) => [name.en, sectionId]);
  return { festivalId, client, onStand, add, shown, menu };
}

test('everyone reads a menu below its headings, in their order, what has none first', async () => {
  const { client, onStand, add, shown, menu } = await menuWithSections();
  await add('Gazpacho', cold.id, 0);
  await add('Stew', hot.id, 5);
  await add('Soup', hot.id, 1);
  await add('Bread', null, 9);
  expect((await shown())?.sections).toEqual([hot, cold]);
  const before = [
    ['Bread', null],
    ['Soup', hot.id],
    ['Stew', hot.id],
    ['Gazpacho', cold.id],
  ];
  expect(await menu()).toEqual(before);
  await client.stands.updateStand({ params: onStand, body: { version: 1, changes: { sections: [cold, hot] } } });
  expect(await menu()).toEqual([
    ['Bread', null],
    ['Gazpacho', cold.id],
    ['Soup', hot.id],
    ['Stew', hot.id],
  ]);
});

test('a heading that goes leaves its products, and finds them again when it comes back', async () => {
  const { client, onStand, add, menu } = await menuWithSections();
  await add('Soup', hot.id, 1);
  const change = (version: number, sections: (typeof hot | typeof cold)[]) =>
    client.stands.updateStand({ params: onStand, body: { version, changes: { sections } } });
  await change(1, [cold]);
  expect(await menu()).toEqual([['Soup', null]]);
  await change(2, [hot, cold]);
  expect(await menu()).toEqual([['Soup', hot.id]]);
});

test('a product stands below a heading of its own stand alone', async () => {
  const { client, festivalId, onStand, add } = await menuWithSections();
  const soup = await add('Soup', hot.id, 1);
  const gone = { status: 409, name: 'SECTION_GONE' };
  expect(await refusalOf(add('Stew', v7(), 1))).toMatchObject(gone);
  const onProduct = { festivalId, productId: soup.id };
  const elsewhere = { version: 1, changes: { sectionId: v7() } };
  expect(await refusalOf(client.stands.updateProduct({ params: onProduct, body: elsewhere }))).toMatchObject(gone);
  const rows = [
    { op: 'create' as const, product: product('Rice') },
    { op: 'create' as const, product: { ...product('Stew'), sectionId: v7() } },
    { op: 'change' as const, id: soup.id, version: 1, changes: { sectionId: v7() } },
  ];
  expect(await refusalOf(client.stands.saveProducts({ params: onStand, body: { rows } }))).toMatchObject({
    details: {
      rows: [
        { row: 1, reason: 'section_gone' },
        { row: 2, reason: 'section_gone' },
      ],
    },
  });
  const moved = { version: 1, changes: { sectionId: cold.id } };
  expect(await client.stands.updateProduct({ params: onProduct, body: moved })).toMatchObject({ sectionId: cold.id });
  const away = { version: 2, changes: { sectionId: null } };
  expect(await client.stands.updateProduct({ params: onProduct, body: away })).toMatchObject({ sectionId: null });
});

test.each([
  ['twice the same', [hot, hot]],
  ['without a name', [{ ...hot, name: { en: ' ' } }]],
  ['with a name on two lines', [{ ...hot, name: { en: 'a\nb' } }]],
  ['with too long a name', [{ ...hot, name: { en: 'x'.repeat(81) } }]],
  ['with a NUL', [{ ...hot, name: { en: 'a\0b' } }]],
  ['too many', Array.from({ length: 41 }, () => ({ ...hot, id: v7() }))],
])('sections %s are refused', async (_, sections) => {
  const { client, onStand } = await menuWithSections();
  const attempt = client.stands.updateStand({ params: onStand, body: { version: 1, changes: { sections } } });
  expect(await refusalOf(attempt)).toMatchObject({ status: 400 });
});

test('the past of a stand tells of its headings', async () => {
  const { client, onStand } = await menuWithSections();
  await client.stands.updateStand({ params: onStand, body: { version: 1, changes: { sections: [hot] } } });
  const { rows } = await api.ownerPool.query(
    "select before, after from event where subject_id = $1 and name = 'stands.stand_changed'",
    [onStand.standId],
  );
  expect(rows).toMatchObject([{ before: { sections: [hot, cold] }, after: { sections: [hot] } }]);
});
