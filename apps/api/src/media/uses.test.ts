/** Pictures where they are shown: on artists, products and the festival itself. */
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draft } from '../festival/testing.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { file, picture } from './testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

async function organised() {
  const { client } = await api.person();
  const { id: festivalId } = await client.festival.createFestival({ body: draft() });
  const params = { festivalId };
  const upload = async (colour: string) =>
    client.media.uploadPicture({ params, body: file(await picture({ colour, width: 200, height: 150 })) });
  const as = async (role: 'PROGRAMMER' | 'VENDOR' | 'STAFF') =>
    (await api.person({ roles: [{ festivalId, role }] })).client;
  return { client, params, upload, as };
}

describe('an artist', () => {
  test('is given a picture, another one, and none', async () => {
    const { client, params, upload, as } = await organised();
    const artist = await client.programme.createArtist({ params, body: { name: 'Nova' } });
    expect(artist.picture).toBeNull();
    const on = { ...params, artistId: artist.id };
    const [one, two] = [await upload('#100000'), await upload('#200000')];
    const programmer = await as('PROGRAMMER');
    const show = (was: string | null, now: string | null) =>
      programmer.programme.showArtistPicture({ params: on, body: { was, now } });
    expect(await show(null, one.id)).toMatchObject({
      picture: { path: one.path, widths: [200] },
      version: artist.version,
    });
    expect(await refusalOf(show(null, two.id))).toMatchObject({ name: 'CONFLICT', details: { now: one.id } });
    expect(await show(one.id, two.id)).toMatchObject({ picture: { id: two.id } });
    expect((await client.programme.getProgrammeDraft({ params })).artists[0]?.picture).toMatchObject({ id: two.id });
    expect(await show(two.id, null)).toMatchObject({ picture: null });
    for (const now of [v7(), (await (await organised()).upload('#100000')).id])
      expect(await refusalOf(show(null, now))).toMatchObject({ status: 409, name: 'PICTURE_GONE' });
    expect(await refusalOf(show(null, 'nonsense'))).toMatchObject({ status: 400 });
    const staff = await as('STAFF');
    const call = staff.programme.showArtistPicture({ params: on, body: { was: null, now: null } });
    expect(await refusalOf(call)).toMatchObject({ status: 403 });
  });
  test('keeps it when something else is changed, and lets it go with itself', async () => {
    const { client, params, upload } = await organised();
    const artist = await client.programme.createArtist({ params, body: { name: 'Nova' } });
    const on = { ...params, artistId: artist.id };
    const shown = await upload('#300000');
    await client.programme.showArtistPicture({ params: on, body: { was: null, now: shown.id } });
    const changed = await client.programme.updateArtist({
      params: on,
      body: { version: 1, changes: { name: 'Nova Kern' } },
    });
    expect(changed).toMatchObject({ name: 'Nova Kern', picture: { id: shown.id }, version: 2 });
    const remove = () =>
      client.media.deletePicture({ params: { ...params, pictureId: shown.id }, query: { version: 1 } });
    expect(await refusalOf(remove())).toMatchObject({
      name: 'IN_USE',
      details: { uses: [{ kind: 'ARTIST', subjectId: artist.id, label: 'Nova Kern' }] },
    });
    await client.programme.deleteArtist({ params: on, query: { version: 2 } });
    await remove();
  });
});

describe('a product', () => {
  test('shows its picture in its stand’s menu, whatever else is saved', async () => {
    const { client, params, upload, as } = await organised();
    const stand = await client.stands.createStand({ params, body: { name: 'Bar', kind: 'BAR' } });
    const onStand = { ...params, standId: stand.id };
    const beer = await client.stands.createProduct({
      params: onStand,
      body: { name: { fr: 'Pils' }, category: 'BEER', price: 350, vat: 2100 },
    });
    expect(beer.picture).toBeNull();
    const on = { ...params, productId: beer.id };
    const shown = await upload('#400000');
    const show = (was: string | null, now: string | null) =>
      client.stands.showProductPicture({ params: on, body: { was, now } });
    expect(await show(null, shown.id)).toMatchObject({ id: beer.id, picture: { id: shown.id }, version: 1 });
    expect(await refusalOf(show(null, null))).toMatchObject({ name: 'CONFLICT' });

    const file = await client.stands.exportProducts({ params });
    const csv = new Blob([(await file.text()).replace('3.50', '4.00')], { type: 'text/csv' });
    const { hash } = await client.stands.previewImport({ params, body: csv });
    await show(shown.id, null);
    await show(null, shown.id);
    expect(await client.stands.applyImport({ params, query: { hash }, body: csv })).toEqual({
      created: 0,
      changed: 1,
      counted: 0,
    });
    await client.stands.saveProducts({
      params: onStand,
      body: { rows: [{ op: 'change', id: beer.id, version: 2, changes: { price: 450 } }] },
    });
    const [menu] = await client.stands.listStands({ params });
    expect(menu?.products[0]).toMatchObject({ price: 450, version: 3, picture: { id: shown.id, path: shown.path } });

    const vendor = await as('VENDOR');
    const call = vendor.stands.showProductPicture({ params: on, body: { was: shown.id, now: null } });
    expect(await refusalOf(call)).toMatchObject({ status: 403 });
    await client.stands.deleteProduct({ params: on, query: { version: 3 } });
    await client.media.deletePicture({ params: { ...params, pictureId: shown.id }, query: { version: 1 } });
  });
});

describe('a festival', () => {
  test('shows a cover, a logo and a gallery, wherever it is read', async () => {
    const { client, params, upload, as } = await organised();
    const [cover, logo, third] = [await upload('#500000'), await upload('#600000'), await upload('#700000')];
    const show = (use: 'COVER' | 'LOGO' | 'GALLERY', was: string[], now: string[]) =>
      client.festival.showPictures({ params, body: { use, was, now } });
    expect((await show('COVER', [], [cover.id])).pictures).toMatchObject({
      cover: { id: cover.id },
      logo: null,
      gallery: [],
    });
    await show('LOGO', [], [logo.id]);
    await show('GALLERY', [], [third.id, cover.id]);
    const { pictures } = await show('GALLERY', [third.id, cover.id], [cover.id, third.id]);
    expect(pictures.gallery.map(({ id }) => id)).toEqual([cover.id, third.id]);
    expect(await refusalOf(show('GALLERY', [third.id, cover.id], []))).toMatchObject({ name: 'CONFLICT' });
    expect(await refusalOf(show('COVER', [cover.id], [cover.id, logo.id]))).toMatchObject({ status: 400 });
    expect(await refusalOf(show('GALLERY', [], [cover.id, cover.id]))).toMatchObject({ status: 400 });
    expect(await refusalOf(show('COVER', [cover.id], [v7()]))).toMatchObject({ name: 'PICTURE_GONE' });
    const programmer = await as('PROGRAMMER');
    const call = programmer.festival.showPictures({ params, body: { use: 'COVER', was: [cover.id], now: [] } });
    expect(await refusalOf(call)).toMatchObject({ status: 403 });

    await api.ownerPool.query(`update festival set status = 'PUBLISHED' where id = $1`, [params.festivalId]);
    const guest = api.client('site');
    const { slug } = await client.festival.getFestival({ params });
    expect((await guest.festival.getFestivalBySlug({ params: { slug } })).pictures).toMatchObject({
      cover: { path: cover.path },
      logo: { path: logo.path },
      gallery: [{ id: cover.id }, { id: third.id }],
    });
    const { items } = await guest.festival.listFestivals({ query: {} });
    expect(items.find(({ id }) => id === params.festivalId)?.pictures.cover).toMatchObject({ path: cover.path });
  });
  test('is told only what it shows now', async () => {
    const { client, params, upload } = await organised();
    const made = await upload('#800000');
    await client.festival.showPictures({ params, body: { use: 'COVER', was: [], now: [made.id] } });
    await client.festival.showPictures({ params, body: { use: 'COVER', was: [made.id], now: [] } });
    await client.media.deletePicture({ params: { ...params, pictureId: made.id }, query: { version: 1 } });
    expect((await client.festival.getFestival({ params })).pictures).toEqual({ cover: null, logo: null, gallery: [] });
  });
});
