import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { insertFestival } from '../festival/testing.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { mediaModule } from '../media/module.ts';
import { file as asFile, picture } from '../media/testing.ts';
import { standsModule } from './module.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [mediaModule, standsModule] });
});
afterAll(() => api.stop());

const csv = (...bytes: BlobPart[]) => new Blob(bytes, { type: 'text/csv' });

async function organised() {
  const { id: festivalId } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  const params = { festivalId };
  const { client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const stand = await client.stands.createStand({ params, body: { name: 'Bar, des "Saules"', kind: 'BAR' } });
  const pils = await client.stands.createProduct({
    params: { festivalId, standId: stand.id },
    body: { name: { fr: 'Pils' }, category: 'BEER', price: 350, vat: 2100, deposit: 100, diets: ['VEGAN'] },
  });
  const preview = (file: Blob) => client.stands.previewImport({ params, body: file });
  const apply = (file: Blob, hash: string) => client.stands.applyImport({ params, query: { hash }, body: file });
  const menu = async () => (await client.stands.listStands({ params }))[0]?.products ?? [];
  return { params, client, stand, pils, preview, apply, menu };
}

test('what is exported comes back as the same', async () => {
  const { params, client, stand, preview, menu } = await organised();
  await client.stands.createProduct({
    params: { ...params, standId: stand.id },
    body: { name: { fr: '=HYPERLINK("x")', en: '\'90s, "hit"' }, category: 'OTHER', price: 5, vat: 550, order: 1 },
  });
  const file = await client.stands.exportProducts({ params });
  const text = await file.text();
  expect(new Uint8Array(await file.arrayBuffer()).slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  expect(text).toContain(`"'=HYPERLINK(""x"")"`);
  expect(text.replace('\uFEFF', '')).toMatch(
    /^name\.fr,name\.en,.*,category,price,vat,deposit,diets,allergens,stand,section,picture,stock,id\r\n/,
  );
  const { rows } = await preview(csv(await file.arrayBuffer()));
  expect(rows.map(({ outcome }) => outcome)).toEqual(['same', 'same']);
  expect(await menu()).toHaveLength(2);
});

test('the columns are understood in the words of six languages', async () => {
  const { preview, apply, menu } = await organised();
  const row = `"Bar, des ""Saules""";Limo;3,50 €;21 %;1,00;Limonade;soft`;
  const file = csv(`Stand;Produkt;Preis;MwSt;Pfand;name.de;Kategorie\r\n${row}\r\n`);
  const shown = await preview(file);
  expect(shown.rows).toMatchObject([{ outcome: 'new', name: 'Limo' }]);
  await apply(file, shown.hash);
  expect((await menu()).find(({ name }) => name.fr === 'Limo')).toMatchObject({
    name: { fr: 'Limo', de: 'Limonade' },
    price: 350,
    vat: 2100,
    deposit: 100,
  });
});

test('an Excel workbook is read as a CSV file would be, its joined cells and shares as they are shown', async () => {
  const { stand, preview, apply, menu } = await organised();
  const workbook = await writeXlsxFile([
    ['name.fr', 'stand', 'price', 'vat', 'category'],
    [
      'Crème brûlée',
      { value: stand.name, rowSpan: 2 },
      { value: 6.5, format: '0.00' },
      { value: 0.06, format: '0%' },
      'DESSERT',
    ],
    ['Tarte', null, 4, { value: 0.21, format: '0.00%' }, 'DESSERT'],
  ]).toBuffer();
  const file = new Blob([workbook as BlobPart], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
  const { hash, rows } = await preview(file);
  expect(rows.map(({ line, outcome, reasons }) => [line, outcome, reasons])).toEqual([
    [2, 'new', []],
    [3, 'new', []],
  ]);
  await apply(file, hash);
  expect((await menu()).map(({ name, price, vat }) => [name['fr'], price, vat]).toSorted()).toEqual([
    ['Crème brûlée', 650, 600],
    ['Pils', 350, 2100],
    ['Tarte', 400, 2100],
  ]);
  // An archive that is no workbook is refused as any file without the columns is.
  const refused = preview(new Blob(['PK\u0003\u0004 and so on'], { type: 'text/csv' }));
  expect((await refusalOf(refused)).status).toBe(400);
});

test('writes exactly what the preview showed, once', async () => {
  const { stand, pils, preview, apply, menu } = await organised();
  const latin1 = Buffer.from(
    `name.fr;stand;price;vat;category\r\nPils;Bar, des "Saules";4,20;21;beer\r\n"Crème\r\nbrûlée";${'BAR, DES "SAULES"'};1.250,00;6 %;DESSERT\r\n`.replace(
      '"Crème\r\nbrûlée"',
      'Crème brûlée',
    ),
    'latin1',
  );
  const shown = await preview(csv(latin1));
  expect(shown.rows).toMatchObject([
    { line: 2, outcome: 'changed', name: 'Pils', columns: ['price'] },
    { line: 3, outcome: 'new', name: 'Crème brûlée', stand: stand.name },
  ]);
  expect(await menu()).toEqual([pils]);
  expect(await apply(csv(latin1), shown.hash)).toEqual({ created: 1, changed: 1, counted: 0 });
  expect(await menu()).toMatchObject([
    { id: pils.id, price: 420, deposit: 100, diets: ['VEGAN'], version: 2 },
    { name: { fr: 'Crème brûlée' }, price: 125_000, vat: 600, order: 1 },
  ]);
  expect(await refusalOf(apply(csv(latin1), shown.hash))).toMatchObject({ status: 409, name: 'IMPORT_CHANGED' });
  expect((await preview(csv(latin1))).rows.map(({ outcome }) => outcome)).toEqual(['same', 'same']);
});

test('is refused when somebody saved after the preview, or the file is another one', async () => {
  const { params, client, pils, preview, apply, menu } = await organised();
  const file = csv('id,price\n', pils.id, ',9.90\n');
  const { hash } = await preview(file);
  expect(await refusalOf(apply(csv('id,price\n', pils.id, ',1\n'), hash))).toMatchObject({ name: 'IMPORT_CHANGED' });
  const changed = await client.stands.updateProduct({
    params: { ...params, productId: pils.id },
    body: { version: 1, changes: { vat: 600 } },
  });
  expect(await refusalOf(apply(file, hash))).toMatchObject({ status: 409, name: 'IMPORT_CHANGED' });
  expect(await menu()).toEqual([changed]);
});

test('is applied once, however often it is sent at the same time', async () => {
  const { preview, apply, menu, stand } = await organised();
  const file = csv(`name.en,stand,price,vat,category\nMate,"${stand.name.replaceAll('"', '""')}",4,21,SOFT\n`);
  const { hash } = await preview(file);
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => apply(file, hash)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await menu()).toHaveLength(2);
});

test('names each refused row with its line and reason, and imports nothing of the file', async () => {
  const { pils, preview, apply, menu } = await organised();
  const theirs = await organised();
  const bar = '"Bar, des ""Saules"""';
  const file = csv(
    [
      'name.fr,stand,price,vat,category,id',
      `Eau,${bar},2,21,SOFT,`,
      `Eau,${bar},3,21,SOFT,`,
      `"Two\nlines",${bar},1,21,SOFT,`,
      `Cher,${bar},"1,234",21,SOFT,`,
      `Vide,${bar},,21,,`,
      `Où,Nulle part,1,21,SOFT,`,
      `Sans,,1,21,SOFT,`,
      `Leur,${bar},1,21,SOFT,${theirs.pils.id}`,
      `Pils,${bar},3,50,21,BEER,${pils.id}`,
      `N\u0000L,${bar},1,21,SOFT,`,
      `${'x'.repeat(121)},${bar},1,121,GOLD,`,
    ].join('\r\n'),
  );
  const { rows, hash } = await preview(file);
  expect(
    rows.map(({ line, outcome, reasons }) => [line, outcome, ...reasons.map((one) => `${one.column} ${one.reason}`)]),
  ).toEqual([
    [2, 'new'],
    [3, 'refused', 'name.fr duplicate'],
    [4, 'refused', 'name.fr control_characters'],
    [6, 'refused', 'price invalid'],
    [7, 'refused', 'category required', 'price required'],
    [8, 'refused', 'stand unknown'],
    [9, 'refused', 'stand required'],
    [10, 'refused', 'id unknown'],
    [11, 'refused', ' surplus_cells'],
    [12, 'refused', 'name.fr control_characters'],
    [13, 'refused', 'name.fr too_long', 'category invalid', 'vat invalid'],
  ]);
  expect(await refusalOf(apply(file, hash))).toMatchObject({ status: 409, name: 'IMPORT_REFUSED' });
  expect(await menu()).toEqual([pils]);
});

describe('a file that is no list of products', () => {
  test.each([
    ['', 'empty'],
    ['name.fr,price', 'empty'],
    ['a,b\n1,2', 'no_columns'],
    ['name.fr,name.fr\na,b', 'duplicate_column'],
    ['name.fr\n"open', 'unclosed_quote'],
    ['name.fr\n"a"b', 'text_after_quote'],
    ['<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', 'empty'],
    [`name.fr\n${'x\n'.repeat(5001)}`, 'too_many_rows'],
  ])('%j says %s', async (text, reason) => {
    const { preview } = await organised();
    expect(await refusalOf(preview(csv(text.slice(0, 20_000))))).toMatchObject({
      status: 400,
      name: 'FILE_UNREADABLE',
      details: { reason },
    });
  });
  test('is refused for its size and its type', async () => {
    const { preview } = await organised();
    expect(await refusalOf(preview(csv('x'.repeat(5_000_001))))).toMatchObject({ status: 413 });
    expect(await refusalOf(preview(new Blob(['x'], { type: 'application/zip' })))).toMatchObject({ status: 415 });
  });
});

test('only the organiser imports; who may read exports', async () => {
  const { params } = await organised();
  const { client } = await api.person({ roles: [{ festivalId: params.festivalId, role: 'VENDOR' }] });
  expect((await client.stands.exportProducts({ params })).size).toBeGreaterThan(50);
  const body = csv('name.fr\nx');
  expect(await refusalOf(client.stands.previewImport({ params, body }))).toMatchObject({ status: 403 });
  expect(await refusalOf(client.stands.applyImport({ params, query: { hash: v7() }, body }))).toMatchObject({
    status: 403,
  });
});

test('takes 5 000 rows', async () => {
  const { preview, apply, menu, stand } = await organised();
  const name = `"${stand.name.replaceAll('"', '""')}"`;
  const lines = Array.from({ length: 5_000 }, (_, row) => `Produit ${row},${name},${row}.50,21,OTHER`);
  const file = csv(`name.fr,stand,price,vat,category\n${lines.join('\n')}`);
  const { hash, rows } = await preview(file);
  expect(rows.every(({ outcome }) => outcome === 'new')).toBe(true);
  expect(await apply(file, hash)).toEqual({ created: 5_000, changed: 0, counted: 0 });
  expect(await menu()).toHaveLength(5_001);
});

test('products go below headings and get pictures by what these are called', async () => {
  const { params, client, stand, pils, preview, apply, menu } = await organised();
  const section = { id: v7(), name: { fr: 'Bières', en: 'Beers' } };
  await client.stands.updateStand({
    params: { ...params, standId: stand.id },
    body: { version: stand.version, changes: { sections: [section] } },
  });
  const upload = async (colour: string, name: string) =>
    client.media.uploadPicture({
      params,
      query: { name },
      body: asFile(await picture({ colour, width: 64, height: 64 })),
    });
  const glass = await upload('#111111', 'Glass');
  await upload('#222222', 'Twice');
  await upload('#333333', 'Twice');
  const row = (heading: string, shown: string) => csv(`id,section,picture\n${pils.id},${heading},${shown}\n`);
  const first = await preview(row('beers', 'glass'));
  expect(first.rows).toMatchObject([{ outcome: 'changed', columns: ['section', 'picture'] }]);
  await apply(row('beers', 'glass'), first.hash);
  expect(await menu()).toMatchObject([{ sectionId: section.id, picture: { id: glass.id } }]);
  const exported = await client.stands.exportProducts({ params });
  expect(await exported.text()).toContain('Beers,Glass,,');
  expect((await preview(csv(await exported.arrayBuffer()))).rows).toMatchObject([{ outcome: 'same' }]);
  const [shelf] = await client.stands.listStands({ params });
  await client.stands.updateStand({
    params: { ...params, standId: stand.id },
    body: {
      version: shelf?.version ?? 0,
      changes: { sections: [section, { id: v7(), name: { fr: 'Autres bières', en: 'Beers' } }] },
    },
  });
  const alike = await client.stands.exportProducts({ params });
  expect((await preview(csv(await alike.arrayBuffer()))).rows).toMatchObject([{ outcome: 'same' }]);
  for (const [heading, shown, column, reason] of [
    ['Beers', '', 'section', 'ambiguous'],
    ['Wine', '', 'section', 'unknown'],
    ['', 'Nothing', 'picture', 'unknown'],
    ['', 'twice', 'picture', 'ambiguous'],
  ] as const)
    expect((await preview(row(heading, shown))).rows).toMatchObject([
      { outcome: 'refused', reasons: [{ column, reason }] },
    ]);
  const away = await preview(row('', ''));
  await apply(row('', ''), away.hash);
  expect(await menu()).toMatchObject([{ sectionId: null, picture: null }]);
});
