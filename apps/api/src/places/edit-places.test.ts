import type { Client } from '@festivals/contract';
import type { api as contract } from '@festivals/domain';
import { Role } from '@festivals/domain/identity/roles';
import type { NewPlace } from '@festivals/domain/places/contract';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { programmeModule } from '../programme/module.ts';
import { standsModule } from '../stands/module.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { placesModule } from './module.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [placesModule, programmeModule, standsModule] });
});
afterAll(() => api.stop());

type Body = Partial<Parameters<Client<typeof contract>['places']['createPlace']>[0]['body']>;
const water = {
  kind: 'WATER' as const,
  name: { fr: 'Eau potable', en: 'Water' },
  geometry: { type: 'Point' as const, coordinates: [4.7, 50.6] satisfies [number, number] },
};
const line = (...coordinates: [number, number][]) => ({ type: 'LineString' as const, coordinates });

async function organised() {
  const { id: festivalId } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  const params = { festivalId };
  const { client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const add = (more: Body = {}) => client.places.createPlace({ params, body: { ...water, ...more } });
  const layer = (audience: 'PUBLIC' | 'CREW' = 'CREW') =>
    client.places.createLayer({ params, body: { name: { fr: 'Équipe' }, audience } });
  const onMap = async () => (await client.places.getMap({ params })).places;
  const seen = () => api.client('site').places.listPlaces({ params });
  return { festivalId, params, client, places: client.places, add, layer, onMap, seen };
}
const namesOf = async (subjectId: string) =>
  (await api.ownerPool.query<{ name: string }>('select name from event where subject_id = $1 order by seq', [subjectId])).rows.map(({ name }) => name); // prettier-ignore

describe('rights', () => {
  test.each(Role.options)('of %s', async (role) => {
    const { festivalId, params, add, layer } = await organised();
    const [place, gone, onLayer, spare] = [await add(), await add(), await layer(), await layer()];
    const { client } = await api.person({ roles: [{ festivalId, role }] });
    const at = { festivalId, placeId: place.id };
    const geo = new Blob(['{"type":"FeatureCollection","features":[{"type":"Feature"}]}'], {
      type: 'application/geo+json',
    });
    const attempts = [
      () => client.places.createPlace({ params, body: water }),
      () => client.places.updatePlace({ params: at, body: { version: 1, changes: { capacity: 5 } } }),
      () => client.places.deletePlace({ params: { festivalId, placeId: gone.id }, query: { version: 1 } }),
      () => client.places.savePlaces({ params, body: { rows: [{ op: 'create', place: water }] } }),
      () => client.places.createLayer({ params, body: { name: { fr: 'Nuit' }, audience: 'PUBLIC' } }),
      () =>
        client.places.updateLayer({
          params: { festivalId, layerId: onLayer.id },
          body: { version: 1, changes: { order: 3 } },
        }),
      () => client.places.deleteLayer({ params: { festivalId, layerId: spare.id }, query: { version: 1 } }),
      () => client.places.previewPlacesImport({ params, query: {}, body: geo }),
    ];
    for (const attempt of attempts) {
      if (role === 'ORGANISER') await attempt();
      else expect(await refusalOf(attempt())).toMatchObject({ status: 403, name: 'FORBIDDEN' });
    }
    const mayLook = !['ARTIST', 'ATTENDEE'].includes(role);
    const looks = [() => client.places.getMap({ params }), () => client.places.exportPlaces({ params })];
    for (const look of looks) {
      if (mayLook) await look();
      else expect(await refusalOf(look())).toMatchObject({ status: 403 });
    }
  });

  test('end at the festival’s fence, even through one’s own address', async () => {
    const [mine, theirs] = [await organised(), await organised()];
    const [place, layer] = [await theirs.add(), await theirs.layer()];
    const before = await theirs.onMap();
    const { festivalId, params } = mine;
    const at = { festivalId, placeId: place.id };
    const calls = [
      mine.places.updatePlace({ params: at, body: { version: 1, changes: { capacity: 1 } } }),
      mine.places.deletePlace({ params: at, query: { version: 1 } }),
      mine.places.updateLayer({
        params: { festivalId, layerId: layer.id },
        body: { version: 1, changes: { order: 1 } },
      }),
      mine.places.deleteLayer({ params: { festivalId, layerId: layer.id }, query: { version: 1 } }),
    ];
    expect(new Set((await Promise.all(calls.map(refusalOf))).map(({ name }) => name))).toEqual(new Set(['NOT_FOUND']));
    expect(await refusalOf(mine.add({ layerId: layer.id }))).toMatchObject({ status: 409, name: 'LAYER_GONE' });
    const smuggled = mine.places.savePlaces({ params, body: { rows: [{ op: 'remove', id: place.id, version: 1 }] } });
    expect(await refusalOf(smuggled)).toMatchObject({
      name: 'ROWS_REFUSED',
      details: { rows: [{ row: 0, reason: 'not_found' }] },
    });
    expect([await theirs.onMap(), await mine.onMap()]).toEqual([before, []]);
  });
});

describe('a place', () => {
  test('is put on the map, changed, taken off and brought back, and its past stays', async () => {
    const { festivalId, params, places, add, onMap } = await organised();
    const place = await add({
      note: { fr: 'Gobelet réutilisable' },
      hours: [{ day: '2040-07-13', opens: '16:00', closes: '02:30' }],
    });
    expect(place).toMatchObject({ ...water, capacity: null, icon: null, layerId: null, externalId: null, version: 1 });
    const at = { festivalId, placeId: place.id };
    const geometry = line([4.7, 50.6], [4.712345678901, 50.6]);
    const changed = await places.updatePlace({ params: at, body: { version: 1, changes: { geometry, capacity: 40 } } });
    expect(changed).toEqual({ ...place, capacity: 40, version: 2, geometry: line([4.7, 50.6], [4.7123457, 50.6]) });
    await places.deletePlace({ params: at, query: { version: 2 } });
    expect(await onMap()).toEqual([]);
    expect(await refusalOf(places.updatePlace({ params: at, body: { version: 3, changes: {} } }))).toMatchObject({
      status: 404,
    });
    const back = await places.savePlaces({ params, body: { rows: [{ op: 'restore', id: place.id, version: 3 }] } });
    expect(back).toEqual([{ ...changed, version: 4 }]);
    expect(await onMap()).toEqual(back);
    expect(await namesOf(place.id)).toEqual(
      ['created', 'changed', 'removed', 'restored'].map((did) => `places.place_${did}`),
    );
  });

  test('that somebody else changed is not overwritten', async () => {
    const { festivalId, places, add, onMap } = await organised();
    const { id } = await add();
    const change = (capacity: number) =>
      places.updatePlace({ params: { festivalId, placeId: id }, body: { version: 1, changes: { capacity } } });
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(change));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(change(9))).toMatchObject({ status: 409, name: 'CONFLICT', details: { version: 2 } });
    expect(await onMap()).toMatchObject([{ version: 2 }]);
  });

  test.each([
    { kind: 'CASTLE' },
    { name: { fr: 'a\u0000b' } },
    { name: { fr: 'x'.repeat(121) } },
    { name: { fr: 'two\nlines' } },
    { name: 'Eau' },
    { note: { fr: 'x'.repeat(501) } },
    { capacity: -1 },
    { capacity: 1.5 },
    { icon: 'SKULL' },
    { color: '#ff0000' },
    { layerId: 'none' },
    { hours: [{ day: '2040-07-13', opens: '25:00', closes: '02:30' }] },
    { hours: [1, 2].map(() => ({ day: '2040-07-13', opens: '16:00', closes: '02:30' })) },
    { geometry: { type: 'Point', coordinates: [200, 0] } },
    { geometry: { type: 'Point', coordinates: [4, 50, 3] } },
    { geometry: line([4, 50]) },
    { geometry: { type: 'Polygon', coordinates: [[[4, 50], [5, 51], [5, 50], [4, 50.5], [4, 50]]] } }, // prettier-ignore
    { geometry: line(...Array.from({ length: 2_001 }, (_, at): [number, number] => [at / 1e5, 50])) },
    { geometry: { type: '__proto__', coordinates: [] } },
  ])('is refused when it is wrong: %#', async (wrong) => {
    const { params, places, onMap } = await organised();
    const body = { ...water, ...wrong } as unknown as NewPlace;
    expect(await refusalOf(places.createPlace({ params, body }))).toMatchObject({
      status: 400,
      name: 'VALIDATION_FAILED',
    });
    expect(await onMap()).toEqual([]);
  });

  test('beyond all numbers is refused, not stored', async () => {
    const { festivalId } = await organised();
    const { token } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
    for (const coordinates of ['[1e400, 50]', '[null, 50]', `${'['.repeat(20_000)}${']'.repeat(20_000)}`]) {
      const response = await fetch(`${api.url}/festivals/${festivalId}/places`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': v7(),
          'x-face': 'app',
        },
        body: `{"kind":"WATER","geometry":{"type":"Point","coordinates":${coordinates}}}`,
      });
      expect(response.status).toBe(400);
    }
  });
});

describe('many things at once', () => {
  test('are done all together, in the order of the request', async () => {
    const { params, places, add, onMap } = await organised();
    const [moved, gone] = [await add(), await add()];
    const geometry = line([4.7, 50.6], [4.71, 50.6]);
    const done = await places.savePlaces({
      params,
      body: {
        rows: [
          { op: 'change', id: moved.id, version: 1, changes: { geometry } },
          { op: 'remove', id: gone.id, version: 1 },
          { op: 'create', place: { ...water, kind: 'BAR' } },
        ],
      },
    });
    expect(done).toMatchObject([{ id: moved.id, geometry, version: 2 }, { id: gone.id, version: 2 }, { kind: 'BAR' }]);
    expect((await onMap()).map(({ id }) => id).toSorted()).toEqual([moved.id, done[2]?.id].toSorted());
  });

  test('or none of them, and each refused row is named', async () => {
    const { params, places, add, onMap } = await organised();
    const [one, other] = [await add(), await add()];
    const before = await onMap();
    const refused = places.savePlaces({
      params,
      body: {
        rows: [
          { op: 'remove', id: one.id, version: 1 },
          { op: 'change', id: other.id, version: 7, changes: { capacity: 1 } },
          { op: 'remove', id: one.id, version: 1 },
          { op: 'restore', id: v7(), version: 1 },
          { op: 'create', place: { ...water, layerId: v7() } },
        ],
      },
    });
    expect(await refusalOf(refused)).toMatchObject({
      status: 409,
      name: 'ROWS_REFUSED',
      details: {
        rows: [
          { row: 1, reason: 'conflict', version: 1 },
          { row: 2, reason: 'duplicate' },
          { row: 3, reason: 'not_found' },
          { row: 4, reason: 'layer_gone' },
        ],
      },
    });
    expect(await onMap()).toEqual(before);
  });

  test('in opposite orders never wait for each other', async () => {
    const { params, places, add } = await organised();
    const all = await Promise.all(Array.from({ length: 20 }, () => add()));
    const change = (some: typeof all) =>
      places.savePlaces({ params, body: { rows: some.map(({ id }) => ({ op: 'change', id, version: 1, changes: { capacity: 2 } })) } }); // prettier-ignore
    const outcomes = await Promise.allSettled([
      change(all),
      change(all.toReversed()),
      change(all),
      change(all.toReversed()),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ status: 409 });
  });
});

describe('a layer', () => {
  test('of the crew hides its places from the public, until it is shown', async () => {
    const { festivalId, add, layer, places, seen, onMap } = await organised();
    const crew = await layer();
    const hidden = await add({ layerId: crew.id });
    const open = await add();
    expect((await seen()).map(({ id }) => id)).toEqual([open.id]);
    expect(await onMap()).toHaveLength(2);
    await places.updateLayer({
      params: { festivalId, layerId: crew.id },
      body: { version: 1, changes: { audience: 'PUBLIC' } },
    });
    expect((await seen()).map(({ id }) => id).toSorted()).toEqual([hidden.id, open.id].toSorted());
    const stale = places.updateLayer({
      params: { festivalId, layerId: crew.id },
      body: { version: 1, changes: { order: 2 } },
    });
    expect(await refusalOf(stale)).toMatchObject({ status: 409, name: 'CONFLICT', details: { version: 2 } });
  });

  test('is taken away only when it is empty, also while somebody draws on it', async () => {
    const { festivalId, params, add, layer, places } = await organised();
    const crew = await layer();
    const onLayer = { festivalId, layerId: crew.id };
    const place = await add({ layerId: crew.id });
    const remove = () => places.deleteLayer({ params: onLayer, query: { version: 1 } });
    expect(await refusalOf(remove())).toMatchObject({ status: 409, name: 'LAYER_IN_USE', details: { places: 1 } });
    await places.deletePlace({ params: { festivalId, placeId: place.id }, query: { version: 1 } });
    const drawn = Array.from({ length: 6 }, () => add({ layerId: crew.id }));
    const [removed, ...added] = await Promise.allSettled([remove(), ...drawn]);
    const { places: left, layers } = await places.getMap({ params });
    expect(layers).toHaveLength(removed.status === 'fulfilled' ? 0 : 1);
    expect(left).toHaveLength(added.filter(({ status }) => status === 'fulfilled').length);
    if (layers.length === 0) {
      expect(left).toEqual([]);
      const back = places.savePlaces({ params, body: { rows: [{ op: 'restore', id: place.id, version: 2 }] } });
      expect(await refusalOf(back)).toMatchObject({ details: { rows: [{ row: 0, reason: 'layer_gone' }] } });
    }
  });
});

test('a layer that was taken away comes back as it was, once, and places come back onto it', async () => {
  const { festivalId, params, add, layer, places, seen } = await organised();
  const crew = await layer();
  const at = { festivalId, layerId: crew.id };
  const place = await add({ layerId: crew.id });
  expect(await refusalOf(places.restoreLayer({ params: at }))).toMatchObject({ status: 409, name: 'CONFLICT' });
  await places.deletePlace({ params: { festivalId, placeId: place.id }, query: { version: 1 } });
  await places.deleteLayer({ params: at, query: { version: 1 } });
  const restorePlace = () => places.restorePlace({ params: { festivalId, placeId: place.id } });
  expect(await refusalOf(restorePlace())).toMatchObject({ name: 'LAYER_GONE' });
  const once = await Promise.allSettled(Array.from({ length: 4 }, () => places.restoreLayer({ params: at })));
  expect(once.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await places.getMap({ params })).layers).toEqual([{ ...crew, version: 3 }]);
  expect(await restorePlace()).toMatchObject({ layerId: crew.id });
  // What the crew alone saw is not everyone's by this.
  expect(await seen()).toEqual([]);
  const nowhere = { festivalId, layerId: v7() };
  expect(await refusalOf(places.restoreLayer({ params: nowhere }))).toMatchObject({ status: 404 });
  const theirs = await organised();
  const stolen = theirs.places.restoreLayer({ params: { festivalId: theirs.festivalId, layerId: crew.id } });
  expect(await refusalOf(stolen)).toMatchObject({ status: 404 });
});

test('stages and stands find no place that was taken off the map', async () => {
  const { festivalId, params, client, add } = await organised();
  const place = await add({ kind: 'STAGE' });
  const stage = await client.programme.createStage({ params, body: { name: 'Brume', placeId: place.id } });
  await client.places.deletePlace({ params: { festivalId, placeId: place.id }, query: { version: 1 } });
  const bar = { name: 'Bar', kind: 'BAR' as const, placeId: place.id };
  expect(await refusalOf(client.stands.createStand({ params, body: bar }))).toMatchObject({ name: 'PLACE_GONE' });
  expect(
    await refusalOf(client.programme.createStage({ params, body: { name: 'B', placeId: place.id } })),
  ).toMatchObject({ status: 404 });
  const renamed = await client.programme.updateStage({
    params: { festivalId, stageId: stage.id },
    body: { version: 1, changes: { name: 'Brume 2' } },
  });
  expect(renamed).toMatchObject({ name: 'Brume 2', placeId: place.id });
});
