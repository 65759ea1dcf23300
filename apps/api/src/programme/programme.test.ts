import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failureOf, insertFestival } from '../festival/testing.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { programmeModule } from './module.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [programmeModule] });
});
afterAll(() => api.stop());

const insertStage = async (festivalId: string, name: string, order: number) => {
  const id = v7();
  await api.ownerPool.query('insert into stage (festival_id, id, name, sort_order) values ($1, $2, $3, $4)', [
    festivalId,
    id,
    name,
    order,
  ]);
  return id;
};
const insertArtist = async (festivalId: string, name: string, billing: number) => {
  const id = v7();
  await api.ownerPool.query(
    `insert into artist (festival_id, id, name, slug, country, genres, bio, billing) values ($1, $2, $3, $4, 'BE', '{jazz,dub}', '{"en": "Loud"}', $5)`,
    [festivalId, id, name, name.toLowerCase(), billing],
  );
  return id;
};
const insertSlot = async (
  festivalId: string,
  stageId: string,
  artistId: string,
  from: string,
  to: string,
  status = 'CONFIRMED',
) => {
  const id = v7();
  await api.ownerPool.query(
    `insert into slot (festival_id, id, stage_id, artist_id, day, starts_at, ends_at, status) values ($1, $2, $3, $4, '2040-07-13', $5, $6, $7)`,
    [festivalId, id, stageId, artistId, from, to, status],
  );
  return id;
};

test('shows stages in their order, artists by their billing, and confirmed sets by time, the night’s with the evening’s day', async () => {
  const { id } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  const [barn, main] = [await insertStage(id, 'Grange', 2), await insertStage(id, 'Brume', 1)];
  const [small, big] = [await insertArtist(id, 'Anode', 4), await insertArtist(id, 'Zinc', 1)];
  const maybe = await insertArtist(id, 'Maybe', 2);
  const night = await insertSlot(id, main, big, '2040-07-13T22:30:00Z', '2040-07-14T00:00:00Z');
  const evening = await insertSlot(id, barn, small, '2040-07-13T18:00:00Z', '2040-07-13T19:00:00Z');
  await insertSlot(id, main, maybe, '2040-07-13T22:00:00Z', '2040-07-14T00:00:00Z', 'PENDING');
  await insertSlot(id, barn, small, '2040-07-13T20:00:00Z', '2040-07-13T21:00:00Z', 'CANCELLED');

  const programme = await api.client('site').programme.getProgramme({ params: { festivalId: id } });
  expect(programme.stages).toEqual([
    { id: main, name: 'Brume', placeId: null, order: 1 },
    { id: barn, name: 'Grange', placeId: null, order: 2 },
  ]);
  expect(programme.artists).toEqual([
    {
      id: big,
      name: 'Zinc',
      slug: 'zinc',
      country: 'BE',
      genres: ['jazz', 'dub'],
      bio: { en: 'Loud' },
      billing: 1,
      picture: null,
    },
    {
      id: small,
      name: 'Anode',
      slug: 'anode',
      country: 'BE',
      genres: ['jazz', 'dub'],
      bio: { en: 'Loud' },
      billing: 4,
      picture: null,
    },
  ]);
  expect(programme.slots).toMatchObject([
    { id: evening, startsAt: '2040-07-13T18:00:00.000Z', endsAt: '2040-07-13T19:00:00.000Z' },
    {
      id: night,
      stageId: main,
      artistId: big,
      day: '2040-07-13',
      startsAt: '2040-07-13T22:30:00.000Z',
      status: 'CONFIRMED',
    },
  ]);
});

test('refuses two confirmed sets on a stage at one time, and lets one follow the other at once', async () => {
  const { id } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  const [stage, artist] = [await insertStage(id, 'Brume', 1), await insertArtist(id, 'Anode', 4)];
  await insertSlot(id, stage, artist, '2040-07-13T18:00:00Z', '2040-07-13T19:00:00Z');
  await insertSlot(id, stage, artist, '2040-07-13T19:00:00Z', '2040-07-13T20:00:00Z');
  const overlapping = insertSlot(id, stage, artist, '2040-07-13T18:59:00Z', '2040-07-13T20:00:00Z');
  await expect(overlapping).rejects.toMatchObject({ constraint: 'slot_no_overlap' });
});

test('is empty, not missing, where nothing is planned; a draft’s is its team’s', async () => {
  const { id } = await insertFestival(api.ownerPool, {});
  const { client } = await api.person({ roles: [{ festivalId: id, role: 'ARTIST' }] });
  const params = { festivalId: id };
  expect(await client.programme.getProgramme({ params })).toEqual({ stages: [], artists: [], slots: [] });
  const attendee = await api.person({ roles: [{ festivalId: id, role: 'ATTENDEE' }] });
  expect(await failureOf(attendee.client.programme.getProgramme({ params }))).toMatchObject({ status: 404 });
});
