import { describe, expect, it } from 'vitest';
import type { DraftPlace } from './contract.ts';
import { placesAsGeoJson } from './geojson.ts';
import { mostFeatures, planImport, type ImportPlan } from './plan-import.ts';

const setting = { festival: { longitude: 4.7, latitude: 50.6 }, language: 'fr', swap: false } as const;
const at = (east = 0, north = 0) => [4.7 + east / 1e4, 50.6 + north / 1e4];
const point = (coordinates: unknown = at()) => ({ type: 'Point', coordinates });
const area = { type: 'Polygon', coordinates: [[at(), at(5), at(5, 5), at(0, 5), at()]] };
const feature = (geometry: unknown, properties: object = {}, more: object = {}) => ({
  type: 'Feature',
  geometry,
  properties,
  ...more,
});
const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const plan = (text: string, places: DraftPlace[] = [], more: object = {}): ImportPlan => {
  const made = planImport(text, places, { ...setting, ...more });
  if ('reason' in made) throw new Error(made.reason);
  return made;
};
/** The map after a plan was written. */
const written = ({ writes }: ImportPlan): DraftPlace[] =>
  writes.map(({ before, after }, index) => ({
    layerId: null, version: 1,
    ...(before ?? { id: `019a0000-0000-7000-8000-${String(index).padStart(12, '0')}` }),
    ...after,
  })); // prettier-ignore
const outcomes = ({ rows }: ImportPlan) => rows.map(({ outcome, reasons }) => [outcome, ...reasons].join(' '));

describe('a file', () => {
  const mixed = file(
    feature(point([...at(1), 12.5]), { name: 'Eau', amenity: 'drinking_water' }, { id: 'node/1' }),
    feature(area, { name: { fr: 'Camping', en: 'Campsite' }, type: 'camping', capacity: '500' }),
    feature({ type: 'MultiLineString', coordinates: [[at(), at(3)], [at(), at(0, 3)]] }, { title: 'Chemin' }, { id: 7 }), // prettier-ignore
  );

  it('becomes places; heights are dropped and said to be', () => {
    const made = plan(mixed);
    expect(made.rows).toMatchObject([
      { outcome: 'new', id: 'node/1', name: 'Eau', kind: 'WATER', shape: 'Point', notes: ['height_dropped'] },
      { outcome: 'new', id: null, kind: 'CAMPING', shape: 'Polygon', notes: [] },
      { outcome: 'new', id: '7', name: 'Chemin', kind: 'CUSTOM', shape: 'MultiLineString', notes: ['kind_unknown'] },
    ]);
    expect(written(made)[1]).toMatchObject({ name: { fr: 'Camping', en: 'Campsite' }, capacity: 500 });
  });

  it('changes nothing the second time, with ids or without', () => {
    expect(outcomes(plan(mixed, written(plan(mixed))))).toEqual(['same', 'same', 'same']);
  });

  it('updates by its ids, and leaves alone what it says nothing of', () => {
    const places = written(plan(mixed)).map((place) => ({ ...place, note: { fr: 'Derrière la scène' } }));
    const made = plan(file(feature(point(at(2)), { name: 'Eau fraîche' }, { id: 'node/1' })), places);
    expect(made.rows).toMatchObject([{ outcome: 'changed', fields: ['name', 'geometry'] }]);
    expect(made.writes[0]?.after).toMatchObject({
      kind: 'WATER',
      note: { fr: 'Derrière la scène' },
      externalId: 'node/1',
    });
  });

  it('comes back as the same after an export', () => {
    const places = written(plan(mixed));
    const exported = placesAsGeoJson(places, []);
    expect(outcomes(plan(exported, places))).toEqual(['same', 'same', 'same']);
  });
});

describe('what other programs write', () => {
  it('is found whether they name it in capitals or not', () => {
    const [one, two] = plan(
      file(feature(point(), { Name: 'Baño', DESCRIPTION: 'Atrás', Type: 'toilets' }), feature(point(at(1)), { NAME: 'A', name: 'B' })),
    ).writes; // prettier-ignore
    expect(one?.after).toMatchObject({ kind: 'TOILET', name: { fr: 'Baño' }, note: { fr: 'Atrás' } });
    expect(two?.after.name).toEqual({ fr: 'B' });
  });

  it.each([[{ type: 'MultiPoint', coordinates: [at()] }], [{ type: 'GeometryCollection', geometries: [point()] }]])(
    'around a single shape is taken off: %j',
    (geometry) => {
      expect(plan(file(feature(geometry))).writes[0]?.after.geometry).toEqual(point());
    },
  );

  it('by names of ours means something else', () => {
    const [write] = plan(
      file(feature(point(), { icon: 'harbor', color: '#ff0000', hours: 'Mo-Fr 10:00-18:00' })),
    ).writes;
    expect(write?.after).toMatchObject({ icon: null, color: null, hours: [] });
  });
});

describe('what was exported', () => {
  const hours = [{ day: '2040-07-13', opens: '18:00', closes: '02:00' }];
  const places = written(
    plan(file(feature(point(), { name: 'Arbre', icon: 'TREE', color: 'GREEN', hours, capacity: 3 }))),
  );
  const exported = placesAsGeoJson(places, []);

  it('brings sign, colour and opening hours to another map', () => {
    expect(plan(exported).writes[0]?.after).toMatchObject({ icon: 'TREE', color: 'GREEN', hours, capacity: 3 });
  });

  it('changes them where they were changed in the file, and only there', () => {
    const changed = exported.replace('"TREE"', '"FIRE"').replace('"18:00"', '"17:00"').replace('"color":"GREEN",', '');
    expect(plan(changed, places).rows).toMatchObject([{ outcome: 'changed', fields: ['icon', 'hours'] }]);
    expect(outcomes(plan(exported, places))).toEqual(['same']);
  });
});

describe('what is wrong', () => {
  it.each([
    [null, 'not_a_feature'],
    [{ type: 'Point' }, 'not_a_feature'],
    [feature(null), 'no_geometry'],
    [feature({ type: 'GeometryCollection', geometries: [] }), 'geometry_type'],
    [feature({ type: 'GeometryCollection', geometries: [point(), point(at(1))] }), 'geometry_type'],
    [feature({ type: 'MultiPoint', coordinates: [at(), at(1)] }), 'geometry_type'],
    [feature({ type: 'constructor', coordinates: [] }), 'geometry_type'],
    [feature(point([4])), 'not_a_position'],
    [feature(point(['4', '50'])), 'not_a_position'],
    [feature(point([[4, 50]])), 'not_a_position'],
    [feature(point([200, 50])), 'out_of_range'],
    [feature({ type: 'LineString', coordinates: [at()] }), 'too_few_positions'],
    [feature({ type: 'LineString', coordinates: [] }), 'too_few_positions'],
    [feature({ type: 'Polygon', coordinates: [] }), 'too_few_positions'],
    [feature({ type: 'Polygon', coordinates: [[at(), at(5, 5), at(5), at(0, 3), at()]] }), 'crosses_itself'],
    [feature({ type: 'Polygon', coordinates: [[at(), at(5), at(9), at()]] }), 'no_area'],
    [
      feature({ type: 'LineString', coordinates: Array.from({ length: 2_001 }, (_, one) => at(one)) }),
      'too_many_positions',
    ],
    [feature(point(at().toReversed())), 'swapped'],
    [feature(point(), { name: 'x'.repeat(121) }), 'name_too_long'],
    [feature(point(), { name: 'two\nlines' }), 'name'],
    [feature(point(), { name: { fr: {} } }), 'name'],
    [feature(point(), { description: 'bad \u0000' }), 'note'],
    [feature(point(), { capacity: -1 }), 'capacity'],
    [feature(point(), { capacity: 1.5 }), 'capacity'],
    [feature(point(), {}, { id: {} }), 'id'],
    [feature(point(), {}, { id: 'x'.repeat(201) }), 'id'],
  ])('%#: %j is %s', (one, reason) => {
    const made = plan(file(one));
    expect(outcomes(made)).toEqual([`refused ${reason}`]);
    expect(made.writes).toEqual([]);
  });

  it('an id twice, whichever of its two names is used', () => {
    const [place] = written(plan(file(feature(point(), {}, { id: 'a' }))));
    if (!place) throw new Error('no place');
    const twice = file(feature(point(at(1)), {}, { id: 'a' }), feature(point(at(2)), {}, { id: place.id }));
    expect(outcomes(plan(twice, [place]))).toEqual(['changed', 'refused duplicate_id']);
  });

  it('numbers beyond all numbers, names of prototypes, rings left open', () => {
    const text = `{"type":"FeatureCollection","features":[
      {"type":"Feature","geometry":{"type":"Point","coordinates":[1e400,50.6]},"properties":{}},
      {"type":"Feature","geometry":{"type":"Point","coordinates":[4.7,50.6]},"properties":{"__proto__":{"kind":"BAR"},"constructor":1}},
      {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[4.7,50.6],[4.71,50.6],[4.71,50.61]]]},"properties":null}]}`;
    const made = plan(text);
    expect(outcomes(made)).toEqual(['refused not_a_position', 'new', 'new']);
    expect(made.rows[1]).toMatchObject({ kind: 'CUSTOM', notes: ['kind_unknown'] });
    expect(made.rows[2]).toMatchObject({ notes: ['kind_unknown', 'ring_closed'] });
    expect(({} as { kind?: unknown }).kind).toBeUndefined();
  });
});

describe('latitude first', () => {
  const text = file(...[1, 2, 3].map((east) => feature(point(at(east).toReversed()), { name: `P${east}` })));
  it('is counted, and turned round when asked', () => {
    expect(plan(text)).toMatchObject({ swapped: 3, writes: [] });
    const turned = plan(text, [], { swap: true });
    expect(turned).toMatchObject({ swapped: 0 });
    expect(turned.writes[0]?.after.geometry).toEqual(point([4.7001, 50.6]));
  });
  it('is not asked for where a file is right', () => {
    expect(outcomes(plan(file(feature(point())), [], { swap: true }))).toEqual(['refused swapped']);
  });
});

describe('a file as a whole', () => {
  const crs = (name: string) => JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name } }, features: [feature(point())] }); // prettier-ignore
  it.each([
    ['', 'not_json'],
    ['{"type":"FeatureCollection","features":[NaN]}', 'not_json'],
    ['[]', 'not_geojson'],
    ['"FeatureCollection"', 'not_geojson'],
    ['{"type":"FeatureCollection"}', 'not_geojson'],
    ['{"type":"FeatureCollection","features":[]}', 'empty'],
    ['{"type":"Topology","objects":{}}', 'not_geojson'],
    ['{"__proto__":{"type":"FeatureCollection","features":[]}}', 'not_geojson'],
    [crs('urn:ogc:def:crs:EPSG::31370'), 'foreign_coordinates'],
    [`{"type":"FeatureCollection","features":[${'{},'.repeat(mostFeatures)}{}]}`, 'too_many_features'],
  ])('%#: is refused as %s', (text, reason) => {
    expect(planImport(text, [], setting)).toMatchObject({ reason });
  });
  it.each(['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4326'])('may say %s', (name) => {
    expect(outcomes(plan(crs(name)))).toEqual(['new']);
  });
  it('may be a single feature', () => {
    expect(outcomes(plan(JSON.stringify(feature(point()))))).toEqual(['new']);
  });
  it('may be nested as deep as it likes: nobody follows', () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    const text = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":${deep}}}]}`;
    expect(outcomes(plan(text))).toEqual(['refused not_a_position']);
  });
});

describe('what a feature is', () => {
  it.each([
    [{ kind: 'AED' }, 'AED'],
    [{ type: 'first aid' }, 'FIRST_AID'],
    [{ amenity: 'toilets', wheelchair: 'yes' }, 'ACCESSIBLE_TOILET'],
    [{ emergency: 'defibrillator' }, 'AED'],
    [{ tourism: 'camp_site' }, 'CAMPING'],
    [{ entrance: 'emergency' }, 'EXIT'],
    [{ name: 'Bühne Nord' }, 'STAGE'],
    [{ name: 'Toilettes 3' }, 'TOILET'],
    [{ name: 'Parking P1' }, 'PARKING'],
    [{ name: 'La barrière' }, 'CUSTOM'],
    [{ name: 'Main Stage' }, 'STAGE'],
    [{}, 'CUSTOM'],
  ])('%j is %s', (properties, kind) => {
    expect(plan(file(feature(point(), properties))).rows[0]?.kind).toBe(kind);
  });
});
