/** A festival that is made of another: its pictures are its own, whatever becomes of the first's. */
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draft } from '../festival/testing.ts';
import { systemContext } from '../platform/context.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { erasePictures, sweepFiles } from './erase-pictures.ts';
import { finishPictures } from './finish-pictures.ts';
import { storageOf } from './storage-of.ts';
import { file, picture } from './testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const work = (days = 0) => {
  const resources = api.resources;
  const now = () => new Date(Date.now() + days * 86_400_000);
  return systemContext({ ...resources, clock: { ...resources.clock, now } });
};
const opens = async (path: string, width = 400) => (await fetch(`${api.url}${path}/${width}.webp`)).status;

async function withPictures() {
  const { client } = await api.person();
  const { id: festivalId } = await client.festival.createFestival({ body: draft() });
  const params = { festivalId };
  const upload = async (colour: string) =>
    client.media.uploadPicture({ params, body: file(await picture({ colour, width: 400, height: 300 })) });
  const [face, beer, cover] = [await upload('#111111'), await upload('#222222'), await upload('#333333')];
  const artist = await client.programme.createArtist({ params, body: { name: 'Nova' } });
  await client.programme.showArtistPicture({
    params: { ...params, artistId: artist.id },
    body: { was: null, now: face.id },
  });
  const stand = await client.stands.createStand({ params, body: { name: 'Bar', kind: 'BAR' } });
  const product = await client.stands.createProduct({
    params: { ...params, standId: stand.id },
    body: { name: { en: 'Lager' }, category: 'BEER', price: 350, vat: 2100 },
  });
  await client.stands.showProductPicture({
    params: { ...params, productId: product.id },
    body: { was: null, now: beer.id },
  });
  const copy = async () => {
    const body = { name: 'Again', slug: `again-${v7().slice(-12)}`, startsOn: '2041-07-19' };
    const { id } = await client.festival.duplicateFestival({ params, body }, { idempotencyKey: v7() });
    const at = { festivalId: id };
    const shown = async () => ({
      artist: (await client.programme.getProgrammeDraft({ params: at })).artists[0]?.picture,
      product: (await client.stands.listStands({ params: at }))[0]?.products[0]?.picture,
    });
    return { params: at, shown };
  };
  return { client, params, artist, face, beer, cover, copy };
}

test('shows the same pictures at once, and has files of its own soon', async () => {
  const { client, copy, face, beer } = await withPictures();
  const { params, shown } = await copy();
  const first = await shown();
  expect(first.artist).toMatchObject({ path: face.path, width: 400 });
  expect(first.artist?.id).not.toBe(face.id);
  expect(await opens(first.product?.path ?? '')).toBe(200);
  await finishPictures(work());
  const own = await shown();
  expect([own.artist?.path === face.path, own.product?.path === beer.path]).toEqual([false, false]);
  expect([await opens(own.artist?.path ?? ''), await opens(own.product?.path ?? '')]).toEqual([200, 200]);
  const { items } = await client.media.listPictures({ params, query: {} });
  expect(items.map(({ name }) => name)).toHaveLength(3);
  await finishPictures(work());
  expect((await shown()).artist?.formats.toSorted()).toEqual(['avif', 'webp']);
});

test.each([false, true])('keeps its files when the first lets its own go, copied before: %s', async (copiedBefore) => {
  const { client, params, artist, face, copy } = await withPictures();
  await finishPictures(work());
  const next = await copy();
  if (copiedBefore) await finishPictures(work());
  await client.programme.showArtistPicture({
    params: { ...params, artistId: artist.id },
    body: { was: face.id, now: null },
  });
  await client.media.deletePicture({ params: { ...params, pictureId: face.id }, query: { version: face.version } });
  await erasePictures(work(400));
  await sweepFiles(work(400));
  expect(await opens((await next.shown()).artist?.path ?? '')).toBe(200);
  await finishPictures(work());
  const own = (await next.shown()).artist?.path ?? '';
  expect([own === face.path, await opens(own)]).toEqual([false, 200]);
  await sweepFiles(work(400));
  const storage = await storageOf(api.resources.env);
  expect(await storage.get(`${face.path.split('/').at(-1)}/400.webp`)).toBeNull();
  expect(await opens(own)).toBe(200);
});
