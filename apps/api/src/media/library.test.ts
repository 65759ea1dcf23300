import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { systemContext } from '../platform/context.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { erasePictures, sweepFiles } from './erase-pictures.ts';
import { finishPictures } from './finish-pictures.ts';
import { mediaModule } from './module.ts';
import { file, picture } from './testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [mediaModule] });
});
afterAll(() => api.stop());

async function organised() {
  const { id: festivalId } = await insertFestival(api.ownerPool, {});
  const params = { festivalId };
  const { client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const upload = async (colour: string, name = 'crowd.jpg') =>
    client.media.uploadPicture({
      params,
      query: { name },
      body: file(await picture({ colour, width: 100, height: 80 })),
    });
  const names = async (query: { search?: string; unused?: boolean } = {}) =>
    (await client.media.listPictures({ params, query })).items.map(({ name }) => name);
  /** An artist who shows a picture. */
  const artist = (pictureId: string | null, name = 'Nova') =>
    api.ownerPool.query(
      `insert into artist (festival_id, id, name, slug, billing, picture_id) values ($1, $2, $3, $4, 4, $5)`,
      [festivalId, v7(), name, v7(), pictureId],
    );
  return { params, client, upload, names, artist };
}

const day = 86_400_000;
/** The worker, some time from now. */
const job = (later = 0) => ({
  ...systemContext(api.resources),
  clock: { now: () => new Date(Date.now() + later) },
});
const stored = (path: string) =>
  readdir(join(api.resources.env.FESTIVALS_DATA, 'media', path.slice(7, 9), path.slice(7))).catch(() => []);

describe('the library', () => {
  test('is searched by name, words and what shows a picture, and by what nothing shows', async () => {
    const { client, params, upload, names, artist } = await organised();
    const crowd = await upload('#100000', 'crowd.jpg');
    const stage = await upload('#200000', 'IMG_100%.jpg');
    await upload('#300000', 'sky.jpg');
    await client.media.updatePicture({
      params: { ...params, pictureId: stage.id },
      body: { version: 1, changes: { alt: { fr: 'La grande scène, de nuit' }, credit: 'Zoé Lumen' } },
    });
    await artist(crowd.id, 'Nova Kern');
    expect(await names()).toEqual(['sky.jpg', 'IMG_100%.jpg', 'crowd.jpg']);
    expect(await names({ search: 'scène' })).toEqual(['IMG_100%.jpg']);
    expect(await names({ search: 'lumen' })).toEqual(['IMG_100%.jpg']);
    expect(await names({ search: '%' })).toEqual(['IMG_100%.jpg']);
    expect(await names({ search: 'nova' })).toEqual(['crowd.jpg']);
    expect(await names({ unused: true })).toEqual(['sky.jpg', 'IMG_100%.jpg']);
    const [first] = (await client.media.listPictures({ params, query: { search: 'crowd' } })).items;
    expect(first?.uses).toMatchObject([{ kind: 'ARTIST', label: 'Nova Kern' }]);
    expect(await client.media.getSpace({ params })).toMatchObject({ pictures: 3, unused: 2 });
    expect(await client.media.getPicture({ params: { ...params, pictureId: crowd.id } })).toEqual(first);
    expect(await refusalOf(client.media.getPicture({ params: { ...params, pictureId: v7() } }))).toMatchObject({
      status: 404,
    });
  });
  test('is read a page at a time', async () => {
    const { client, params, upload } = await organised();
    for (const colour of ['#100000', '#200000', '#300000']) await upload(colour, colour);
    const first = await client.media.listPictures({ params, query: { limit: 2 } });
    const second = await client.media.listPictures({ params, query: { limit: 2, cursor: first.next ?? '' } });
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['#300000', '#200000', '#100000']);
    expect(second.next).toBeNull();
    expect(await refusalOf(client.media.listPictures({ params, query: { cursor: 'x' } }))).toMatchObject({
      name: 'INVALID_CURSOR',
    });
    expect(await refusalOf(client.media.listPictures({ params, query: { search: 'a\0b' } }))).toMatchObject({
      status: 400,
    });
  });
});

describe('what is said of a picture', () => {
  test('is changed by whoever saw its last version', async () => {
    const { client, params, upload } = await organised();
    const made = await upload('#400000');
    const change = (version: number, changes: object) =>
      client.media.updatePicture({ params: { ...params, pictureId: made.id }, body: { version, changes } });
    expect(await change(1, { focus: { x: 0.2, y: 0.75 }, alt: { en: 'A crowd' } })).toMatchObject({
      version: 2,
      focus: { x: 0.2, y: 0.75 },
      alt: { en: 'A crowd' },
      name: 'crowd.jpg',
    });
    expect(await refusalOf(change(1, { credit: 'me' }))).toMatchObject({ name: 'CONFLICT', details: { version: 2 } });
    for (const changes of [
      { focus: { x: 2, y: 0 } },
      { alt: { xx: 'y' } },
      { alt: { en: 'x'.repeat(301) } },
      { credit: 'a\0b' },
      { name: '' },
      { credit: 7 },
    ])
      expect(await refusalOf(change(2, changes)), JSON.stringify(changes)).toMatchObject({ status: 400 });
  });
});

describe('a picture that is taken away', () => {
  test('comes back, or is erased with its files after a week', async () => {
    const { client, params, upload, names } = await organised();
    const made = await upload('#500000');
    const on = { ...params, pictureId: made.id };
    await finishPictures(job());
    expect(await stored(made.path)).toEqual(['100.avif', '100.webp']);
    await client.media.deletePicture({ params: on, query: { version: 1 } });
    expect(await names()).toEqual([]);
    expect(await refusalOf(client.media.deletePicture({ params: on, query: { version: 2 } }))).toMatchObject({
      status: 404,
    });
    expect(await client.media.restorePicture({ params: on })).toMatchObject({ id: made.id, version: 3 });
    expect(await client.media.restorePicture({ params: on })).toMatchObject({ version: 3 });

    await client.media.deletePicture({ params: on, query: { version: 3 } });
    await erasePictures(job());
    expect(await client.media.restorePicture({ params: on })).toMatchObject({ version: 5 });
    await client.media.deletePicture({ params: on, query: { version: 5 } });
    await erasePictures(job(8 * day));
    expect(await refusalOf(client.media.restorePicture({ params: on }))).toMatchObject({ status: 404 });
    expect(await stored(made.path)).toEqual([]);
    expect((await fetch(`${api.url}${made.path}/100.webp`)).status).toBe(404);
  });
  test('cannot be one that something shows', async () => {
    const { client, params, upload, artist } = await organised();
    const made = await upload('#600000');
    await artist(made.id);
    const call = client.media.deletePicture({ params: { ...params, pictureId: made.id }, query: { version: 1 } });
    expect(await refusalOf(call)).toMatchObject({
      status: 409,
      name: 'IN_USE',
      details: { uses: [{ kind: 'ARTIST' }] },
    });
  });
  test('is either shown or gone, when one shows it while another takes it away', async () => {
    const { client, params, upload, artist } = await organised();
    for (const colour of ['#610000', '#620000', '#630000', '#640000', '#650000']) {
      const made = await upload(colour);
      const both = await Promise.allSettled([
        artist(made.id),
        client.media.deletePicture({ params: { ...params, pictureId: made.id }, query: { version: 1 } }),
      ]);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
  });
  test('cannot be shown any more, nor one of another festival', async () => {
    const { client, params, upload, artist } = await organised();
    const made = await upload('#700000');
    await client.media.deletePicture({ params: { ...params, pictureId: made.id }, query: { version: 1 } });
    await expect(artist(made.id)).rejects.toThrow('no such picture');
    const other = await organised();
    const theirs = await other.upload('#700000');
    await expect(artist(theirs.id)).rejects.toThrow('no such picture');
    const call = client.media.deletePicture({ params: { ...params, pictureId: theirs.id }, query: { version: 1 } });
    expect(await refusalOf(call)).toMatchObject({ status: 404 });
  });
});

describe('what nothing shows', () => {
  test('is erased after a season, counted from when it was last shown', async () => {
    const { upload, names, artist, params } = await organised();
    await upload('#800000', 'never.jpg');
    const once = await upload('#810000', 'once.jpg');
    const still = await upload('#820000', 'still.jpg');
    await artist(once.id, 'Once');
    await artist(still.id, 'Still');
    await api.ownerPool.query(`update picture set uploaded_at = now() - interval '300 days' where festival_id = $1`, [
      params.festivalId,
    ]);
    await api.ownerPool.query(`update artist set picture_id = null where festival_id = $1 and name = 'Once'`, [
      params.festivalId,
    ]);
    await erasePictures(job());
    expect(await names()).toEqual(['still.jpg', 'once.jpg']);
    await erasePictures(job(100 * day));
    expect(await names()).toEqual(['still.jpg']);
    expect(await stored(still.path)).not.toEqual([]);
  });
});

test('files of an upload that was cut off are swept away after a day; others stay', async () => {
  const { upload } = await organised();
  const made = await upload('#900000');
  const leftover = 'Z'.repeat(32);
  const folder = join(api.resources.env.FESTIVALS_DATA, 'media/ZZ', leftover);
  await mkdir(folder, { recursive: true });
  for (const name of ['320.webp', 'original']) await writeFile(join(folder, name), 'x');
  const old = new Date(Date.now() - 2 * day);
  await utimes(join(folder, 'original'), new Date(), new Date());
  await utimes(join(folder, '320.webp'), old, old);
  await sweepFiles(job());
  expect(await readdir(folder)).toEqual(['original']);
  await sweepFiles(job(2 * day));
  expect(await stored(`/media/${leftover}`)).toEqual([]);
  expect(await stored(made.path)).toContain('100.webp');
});

test('formats that a worker died over are made by the next one, and by one alone', async () => {
  const { upload } = await organised();
  const made = await upload('#a00000');
  await api.ownerPool.query('update picture set taken_on_at = $1 where id = $2', [new Date(), made.id]);
  await finishPictures(job());
  expect(await stored(made.path)).toContain('original');
  await Promise.all([finishPictures(job(660_000)), finishPictures(job(660_000))]);
  expect(await stored(made.path)).toEqual(['100.avif', '100.webp']);
});
