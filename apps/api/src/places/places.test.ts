import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failureOf, insertFestival } from '../festival/testing.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { placesModule } from './module.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [placesModule] });
});
afterAll(() => api.stop());

const insertPlace = async (festivalId: string, kind: string, geometry: object) => {
  const id = v7();
  await api.ownerPool.query(
    `insert into place (festival_id, id, kind, name, geometry, capacity) values ($1, $2, $3, '{"fr": "Eau", "en": "Water"}', $4, 12)`,
    [festivalId, id, kind, JSON.stringify(geometry)],
  );
  return id;
};
const point = { type: 'Point', coordinates: [4.7, 50.6] };
const area = {
  type: 'Polygon',
  coordinates: [
    [
      [4.7, 50.6],
      [4.8, 50.6],
      [4.8, 50.7],
      [4.7, 50.6],
    ],
  ],
};

test('shows the places of a festival, areas first, and of no other festival', async () => {
  const { id } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  const other = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  await insertPlace(other.id, 'WATER', point);
  const water = await insertPlace(id, 'WATER', point);
  const camping = await insertPlace(id, 'CAMPING', area);
  const places = await api.client('site').places.listPlaces({ params: { festivalId: id } });
  const name = { fr: 'Eau', en: 'Water' };
  const plain = { note: {}, capacity: 12, icon: null, color: null, hours: [] };
  expect(places).toEqual([
    { id: camping, kind: 'CAMPING', name, geometry: area, ...plain },
    { id: water, kind: 'WATER', name, geometry: point, ...plain },
  ]);
});

test('keeps a draft’s places for its team', async () => {
  const { id } = await insertFestival(api.ownerPool, {});
  await insertPlace(id, 'WATER', point);
  const params = { festivalId: id };
  const programmer = await api.person({ roles: [{ festivalId: id, role: 'PROGRAMMER' }] });
  const elsewhere = await insertFestival(api.ownerPool, {});
  const stranger = await api.person({ roles: [{ festivalId: elsewhere.id, role: 'ORGANISER' }] });
  expect(await programmer.client.places.listPlaces({ params })).toHaveLength(1);
  expect(await failureOf(stranger.client.places.listPlaces({ params }))).toMatchObject({ status: 404 });
  expect(await failureOf(api.client('site').places.listPlaces({ params }))).toMatchObject({ status: 404 });
});
