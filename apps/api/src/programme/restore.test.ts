import { Role } from '@festivals/domain/identity/roles';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { placesModule } from '../places/module.ts';
import { programmeModule } from './module.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [placesModule, programmeModule] });
});
afterAll(() => api.stop());

async function planned() {
  const { id: festivalId } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  const params = { festivalId };
  const { client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const stage = await client.programme.createStage({ params, body: { name: 'Brume' } });
  const body = { name: 'Zoë', rider: 'Two towels', genres: ['dub'], guestQuota: 3, bio: { fr: 'Une' } };
  const artist = await client.programme.createArtist({ params, body });
  const add = (more: object = {}) =>
    client.programme.createSlot({
      params,
      body: {
        stageId: stage.id,
        artistId: artist.id,
        startsAt: '2040-07-13T18:00:00.000Z',
        endsAt: '2040-07-13T19:00:00.000Z',
        status: 'CONFIRMED',
        ...more,
      },
    });
  const { programme } = client;
  const gone = {
    slot: ({ id, version }: { id: string; version: number }) =>
      programme.deleteSlot({ params: { ...params, slotId: id }, query: { version } }),
    stage: () => programme.deleteStage({ params: { ...params, stageId: stage.id }, query: { version: stage.version } }),
    artist: () =>
      programme.deleteArtist({ params: { ...params, artistId: artist.id }, query: { version: artist.version } }),
  };
  const back = {
    slot: (slotId: string) => programme.restoreSlot({ params: { ...params, slotId } }),
    stage: () => programme.restoreStage({ params: { ...params, stageId: stage.id } }),
    artist: () => programme.restoreArtist({ params: { ...params, artistId: artist.id } }),
  };
  return { festivalId, params, client, stage, artist, add, gone, back };
}

test('an artist, a stage and a set come back as they were, each a version on, and each is told', async () => {
  const { client, params, stage, artist, add, gone, back } = await planned();
  const other = await client.programme.createArtist({ params, body: { name: 'Nils' } });
  const set = await add({ title: 'Live', setupMinutes: 20, withArtistIds: [other.id] });
  await gone.slot(set);
  await gone.stage();
  await gone.artist();
  expect(await back.artist()).toEqual({ ...artist, version: artist.version + 1 });
  expect(await back.stage()).toMatchObject({ id: stage.id, name: 'Brume', version: stage.version + 1 });
  expect(await back.slot(set.id)).toEqual({ ...set, version: set.version + 1 });
  const { rows } = await api.ownerPool.query(
    "select name from event where festival_id = $1 and name like '%restored' order by seq",
    [params.festivalId],
  );
  expect(rows.map(({ name }) => name)).toEqual(['artist', 'stage', 'slot'].map((kind) => `programme.${kind}_restored`));
});

test('an artist comes back at another address where theirs was taken, and without a fee', async () => {
  const { client, params, artist, gone, back } = await planned();
  const onArtist = { ...params, artistId: artist.id };
  await client.programme.setFee({ params: onArtist, body: { version: 0, amount: 10_000, currency: 'EUR' } });
  await gone.artist();
  await client.programme.createArtist({ params, body: { name: 'Zoë' } });
  expect((await back.artist()).slug).toBe('zoe-2');
  expect(await client.programme.listFees({ params })).toEqual([]);
});

test('a set waits for its stage and its artist, and for its time to be free', async () => {
  const { stage, artist, add, gone, back } = await planned();
  const set = await add();
  await gone.slot(set);
  await gone.artist();
  expect(await refusalOf(back.slot(set.id))).toMatchObject({
    status: 409,
    name: 'PARENT_GONE',
    details: { artistId: artist.id },
  });
  await back.artist();
  await gone.stage();
  expect(await refusalOf(back.slot(set.id))).toMatchObject({ name: 'PARENT_GONE', details: { stageId: stage.id } });
  await back.stage();
  const inTheWay = await add();
  expect(await refusalOf(back.slot(set.id))).toMatchObject({ name: 'OVERLAP', details: { otherId: inTheWay.id } });
  await gone.slot(inTheWay);
  expect(await back.slot(set.id)).toMatchObject({ id: set.id });
});

test('what takes over comes back once what it takes over is there', async () => {
  const { add, gone, back } = await planned();
  const below = await add();
  const above = await add({ overlaysId: below.id, endsAt: '2040-07-13T18:30:00.000Z' });
  await gone.slot(above);
  await gone.slot(below);
  expect(await refusalOf(back.slot(above.id))).toMatchObject({ details: { overlaysId: below.id } });
  await back.slot(below.id);
  expect(await back.slot(above.id)).toMatchObject({ overlaysId: below.id });
});

test('of two who bring the same back, one hears that it is there; what never was is not found', async () => {
  const { add, gone, back, client, params } = await planned();
  const set = await add();
  expect(await refusalOf(back.slot(set.id))).toMatchObject({ status: 409, name: 'CONFLICT' });
  await gone.slot(set);
  const both = await Promise.allSettled([back.slot(set.id), back.slot(set.id)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await refusalOf(back.slot(v7()))).toMatchObject({ status: 404 });
  // The history of one kind of record makes none of another.
  expect(await refusalOf(client.programme.restoreStage({ params: { ...params, stageId: set.id } }))).toMatchObject({
    status: 404,
  });
});

test('only who edits the programme brings back, and nothing of another festival', async () => {
  const { festivalId, params, add, gone } = await planned();
  const set = await add();
  await gone.slot(set);
  for (const role of Role.options) {
    if (role === 'ORGANISER' || role === 'PROGRAMMER') continue;
    const { client } = await api.person({ roles: [{ festivalId, role }] });
    const attempt = client.programme.restoreSlot({ params: { ...params, slotId: set.id } });
    expect([role, (await refusalOf(attempt)).status]).toEqual([role, 403]);
  }
  const theirs = await planned();
  expect(await refusalOf(theirs.back.slot(set.id))).toMatchObject({ status: 404 });
  const { client } = await api.person({ roles: [{ festivalId, role: 'PROGRAMMER' }] });
  expect(await client.programme.restoreSlot({ params: { ...params, slotId: set.id } })).toMatchObject({ id: set.id });
});

test('a place comes back by its name alone, once', async () => {
  const { client, params } = await planned();
  const place = await client.places.createPlace({
    params,
    body: { kind: 'BAR', name: { en: 'Bar' }, geometry: { type: 'Point', coordinates: [4.7, 50.6] } },
  });
  const onPlace = { ...params, placeId: place.id };
  await client.places.deletePlace({ params: onPlace, query: { version: place.version } });
  expect(await client.places.restorePlace({ params: onPlace })).toMatchObject({ id: place.id, version: 3 });
  expect(await refusalOf(client.places.restorePlace({ params: onPlace }))).toMatchObject({ status: 409 });
  expect(await refusalOf(client.places.restorePlace({ params: { ...params, placeId: v7() } }))).toMatchObject({
    status: 404,
  });
});
