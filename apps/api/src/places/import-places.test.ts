import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { placesModule } from './module.ts';

let api: TestApi;
let middle: [number, number];
beforeAll(async () => {
  api = await startApi({ modules: [placesModule] });
});
afterAll(() => api.stop());

async function organised() {
  const { id: festivalId } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  const { rows } = await api.ownerPool.query<{ place: { longitude: number; latitude: number } }>('select place from festival where id = $1', [festivalId]); // prettier-ignore
  middle = [rows[0]?.place.longitude ?? 0, rows[0]?.place.latitude ?? 0];
  const params = { festivalId };
  const { client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const { places } = client;
  const preview = (file: Blob, query: { swap?: boolean; layerId?: string } = {}) =>
    places.previewPlacesImport({ params, query, body: file });
  const apply = (file: Blob, hash: string, query: { swap?: boolean; layerId?: string; leaveOut?: boolean } = {}) =>
    places.applyPlacesImport({ params, query: { hash, ...query }, body: file });
  const onMap = async () => (await places.getMap({ params })).places;
  return { festivalId, params, places, preview, apply, onMap };
}
const blob = (...parts: BlobPart[]) => new Blob(parts, { type: 'application/geo+json' });
const near = (at: number): [number, number] => [middle[0] + (at % 100) / 1e4, middle[1] + Math.floor(at / 100) / 1e4];
const point = (at: number, more: object = {}) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: near(at) }, properties: { name: `P${at}` }, ...more }); // prettier-ignore
const file = (...features: unknown[]) => blob(JSON.stringify({ type: 'FeatureCollection', features }));

test('writes exactly what the preview showed, once, onto the layer that was chosen', async () => {
  const { params, places, preview, apply, onMap } = await organised();
  const layer = await places.createLayer({ params, body: { name: { en: 'Crew' }, audience: 'CREW' } });
  const mixed = file(point(1, { id: 'a' }), point(2), {
    type: 'Feature',
    geometry: { type: 'MultiLineString', coordinates: [[near(1), near(5)], [near(2), near(9)]] },
    properties: {},
  }); // prettier-ignore
  const query = { layerId: layer.id };
  const shown = await preview(mixed, query);
  expect(shown.rows.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'new']);
  expect(await refusalOf(apply(mixed, shown.hash))).toMatchObject({ name: 'IMPORT_CHANGED' });
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => apply(mixed, shown.hash, query)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await onMap()).toHaveLength(3);
  expect(new Set((await onMap()).map(({ layerId }) => layerId))).toEqual(new Set([layer.id]));
  expect((await preview(mixed)).rows.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same']);
});

test('is refused as a whole when one feature is wrong, or somebody drew meanwhile', async () => {
  const { festivalId, places, preview, apply, onMap } = await organised();
  const bad = file(point(1, { id: 'a' }), { type: 'Feature', geometry: null, properties: {} });
  const refused = await preview(bad);
  expect(await refusalOf(apply(bad, refused.hash))).toMatchObject({
    name: 'IMPORT_REFUSED',
    details: { features: [1] },
  });
  expect(await onMap()).toEqual([]);
  const good = file(point(1, { id: 'a' }));
  await apply(good, (await preview(good)).hash);
  const moved = file(point(7, { id: 'a' }));
  const { hash, rows } = await preview(moved);
  expect(rows).toMatchObject([{ outcome: 'changed', fields: ['name', 'geometry'] }]);
  const [place] = await onMap();
  await places.updatePlace({
    params: { festivalId, placeId: place?.id ?? '' },
    body: { version: 1, changes: { capacity: 4 } },
  });
  expect(await refusalOf(apply(moved, hash))).toMatchObject({ status: 409, name: 'IMPORT_CHANGED' });
});

test('takes what is not refused where that is asked for', async () => {
  const { preview, apply, onMap } = await organised();
  const mixed = file(point(1, { id: 'a' }), { type: 'Feature', geometry: null, properties: {} }, point(2, { id: 'a' }));
  const { hash } = await preview(mixed);
  expect(await refusalOf(apply(mixed, hash, { leaveOut: false }))).toMatchObject({ name: 'IMPORT_REFUSED' });
  expect(await apply(mixed, hash, { leaveOut: true })).toEqual({ created: 1, changed: 0 });
  expect(await onMap()).toMatchObject([{ name: { fr: 'P1' } }]);
});

test('what is exported comes back as the same, also from the crew’s layers', async () => {
  const { params, places, preview } = await organised();
  const layer = await places.createLayer({ params, body: { name: { en: 'Crew' }, audience: 'CREW' } });
  const geometry = { type: 'Point' as const, coordinates: near(1) };
  await places.createPlace({
    params,
    body: { kind: 'CUSTOM', name: { fr: 'É' }, geometry, layerId: layer.id, icon: 'TREE', color: 'GREEN' },
  });
  const text = await (await places.exportPlaces({ params })).text();
  expect(JSON.parse(text)).toMatchObject({
    features: [{ properties: { layer: { en: 'Crew' }, audience: 'CREW', icon: 'TREE' } }],
  });
  expect((await preview(blob(text))).rows).toMatchObject([{ outcome: 'same' }]);
});

test('latitude first is seen, and turned round when asked', async () => {
  const { preview, apply, onMap } = await organised();
  const swapped = file({ ...point(1), geometry: { type: 'Point', coordinates: near(1).toReversed() } });
  expect(await preview(swapped)).toMatchObject({ swapped: 1, rows: [{ outcome: 'refused', reasons: ['swapped'] }] });
  const { hash } = await preview(swapped, { swap: true });
  expect(await apply(swapped, hash, { swap: true })).toEqual({ created: 1, changed: 0 });
  expect(await onMap()).toMatchObject([{ geometry: { type: 'Point' } }]);
});

test('five thousand features come in at once, and go out again', async () => {
  const { params, places, preview, apply, onMap } = await organised();
  const many = file(...Array.from({ length: 5_000 }, (_, at) => point(at, { id: at })));
  const { hash } = await preview(many);
  expect(await apply(many, hash)).toEqual({ created: 5_000, changed: 0 });
  expect(await onMap()).toHaveLength(5_000);
  const text = await (await places.exportPlaces({ params })).text();
  expect((await preview(blob(text))).rows.every(({ outcome }) => outcome === 'same')).toBe(true);
});

test.each([
  ['not a file', 400, 'FILE_UNREADABLE'],
  ['{"type":"FeatureCollection","features":[{"x":NaN}]}', 400, 'FILE_UNREADABLE'],
  ['{"type":"FeatureCollection","features":[]}', 400, 'FILE_UNREADABLE'],
  [`${'['.repeat(200_000)}`, 400, 'FILE_UNREADABLE'],
  [new Uint8Array([0xff, 0xfe, 0x00, 0xd8]), 400, 'FILE_UNREADABLE'],
  [
    '{"type":"FeatureCollection","crs":{"properties":{"name":"EPSG:31370"}},"features":[{}]}',
    400,
    'FOREIGN_COORDINATES',
  ],
  [' '.repeat(10_000_001), 413, 'BODY_TOO_LARGE'],
] as [BlobPart, number, string][])('hostile file %#', async (body, status, name) => {
  const { preview, apply } = await organised();
  expect(await refusalOf(preview(blob(body)))).toMatchObject({ status, name });
  expect(await refusalOf(apply(blob(body), 'x'))).toMatchObject({ status, name });
});

test('nothing comes onto a layer that is not there', async () => {
  const { preview, apply } = await organised();
  const good = file(point(1));
  const layerId = v7();
  const { hash } = await preview(good, { layerId });
  expect(await refusalOf(apply(good, hash, { layerId }))).toMatchObject({ status: 409, name: 'LAYER_GONE' });
});
