/** What a GeoJSON file would change on the map, feature by feature. Pure: the same file and map give the same plan. */
import type { Language } from '../primitives.ts';
import type { DraftPlace } from './contract.ts';
import type { Geometry, Position } from './geometry.ts';
import { mapPositions } from './positions.ts';
import { ImportedField, type ImportRow } from './import-row.ts';
import { rounded } from './measure.ts';
import type { PlaceKind } from './place-kind.ts';
import { type Drawn, readFeature, type Reading } from './read-feature.ts';

export const mostFeatures = 10_000;

export interface ImportFault {
  reason: 'not_json' | 'not_geojson' | 'empty' | 'too_many_features' | 'foreign_coordinates';
  /** What the file says its coordinates are. */
  crs?: string;
}

/** What a place gets from a feature; `before` is null for a new place. */
export interface PlaceWrite {
  before: DraftPlace | null;
  after: {
    kind: PlaceKind;
    name: DraftPlace['name'];
    note: DraftPlace['note'];
    capacity: number | null;
    icon: DraftPlace['icon'];
    color: DraftPlace['color'];
    hours: DraftPlace['hours'];
    geometry: Geometry;
    externalId: string | null;
  };
}

export interface ImportPlan {
  rows: ImportRow[];
  writes: PlaceWrite[];
  swapped: number;
}

export interface ImportSetting {
  festival: { longitude: number; latitude: number };
  /** The language of a name that says none. */
  language: Language;
  swap: boolean;
}

/** Compares a file with the map as it is now. */
export function planImport(
  text: string,
  places: readonly DraftPlace[],
  setting: ImportSetting,
): ImportPlan | ImportFault {
  const features = featuresOf(text);
  if ('reason' in features) return features;
  const { language, swap } = setting;
  const festival: Position = [setting.festival.longitude, setting.festival.latitude];
  const byId = new Map(places.map((place) => [place.id, place]));
  const byExternalId = new Map(
    places.flatMap((place) => (place.externalId === null ? [] : [[place.externalId, place]])),
  );
  // What has no id is known by what it is and where: the same file twice changes nothing.
  const byLook = Map.groupBy(places, (place) => lookOf(place.kind, place.name, place.geometry));
  const named = new Set<string>();
  const taken = new Set<string>();
  const plan: ImportPlan = { rows: [], writes: [], swapped: 0 };
  for (const [index, feature] of features.entries()) {
    const reading = readFeature(feature, { festival, language, swap });
    const { drawn, id } = reading;
    if (reading.reasons.includes('swapped')) plan.swapped += 1;
    const known = id === null ? undefined : (byId.get(id.toLowerCase()) ?? byExternalId.get(id));
    const key = known?.id ?? id;
    if (key !== null && named.has(key)) {
      plan.rows.push(rowOf(index, { ...reading, reasons: [...reading.reasons, 'duplicate_id'] }, 'refused'));
      continue;
    }
    if (key !== null) named.add(key);
    if (drawn === null) {
      plan.rows.push(rowOf(index, reading, 'refused'));
      continue;
    }
    const geometry = mapPositions(drawn.geometry, ([x, y]) => [rounded(x), rounded(y)]);
    const alike = byLook
      .get(lookOf(drawn.kind ?? 'CUSTOM', drawn.name ?? {}, geometry))
      ?.find((place) => !taken.has(place.id));
    const before = known ?? (id === null ? alike : undefined) ?? null;
    if (before !== null) taken.add(before.id);
    const after = merge(before, { ...drawn, geometry });
    const fields = before === null ? [] : changed(before, after);
    const outcome = before === null ? 'new' : fields.length === 0 ? 'same' : 'changed';
    plan.rows.push(rowOf(index, reading, outcome, after.kind, fields));
    if (outcome !== 'same') plan.writes.push({ before, after });
  }
  return plan;
}

const lookOf = (kind: PlaceKind, name: DraftPlace['name'], geometry: Geometry) =>
  `${kind} ${canonical(name)} ${JSON.stringify(geometry.coordinates)}`;
const canonical = (texts: DraftPlace['name']) =>
  JSON.stringify(Object.entries(texts).toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** What the file says nothing of stays as it is; a name in one language leaves the other languages alone. */
const merge = (before: DraftPlace | null, drawn: Drawn): PlaceWrite['after'] => ({
  kind: drawn.kind ?? before?.kind ?? 'CUSTOM',
  name: { ...before?.name, ...drawn.name },
  note: { ...before?.note, ...drawn.note },
  capacity: drawn.capacity === undefined ? (before?.capacity ?? null) : drawn.capacity,
  icon: drawn.icon ?? before?.icon ?? null,
  color: drawn.color ?? before?.color ?? null,
  hours: drawn.hours ?? before?.hours ?? [],
  geometry: drawn.geometry,
  externalId: before === null ? drawn.id : before.externalId,
});

function changed(before: DraftPlace, after: PlaceWrite['after']): ImportRow['fields'] {
  const differs = {
    kind: before.kind !== after.kind,
    name: canonical(before.name) !== canonical(after.name),
    note: canonical(before.note) !== canonical(after.note),
    geometry:
      before.geometry.type !== after.geometry.type ||
      JSON.stringify(before.geometry.coordinates) !== JSON.stringify(after.geometry.coordinates),
    capacity: before.capacity !== after.capacity,
    icon: before.icon !== after.icon,
    color: before.color !== after.color,
    hours: said(before.hours) !== said(after.hours),
  };
  return ImportedField.options.filter((field) => differs[field]);
}

const said = (hours: DraftPlace['hours']) => hours.map(({ day, opens, closes }) => `${day} ${opens} ${closes}`).join();

const rowOf = (
  index: number,
  { id, label, shape, reasons, notes }: Reading,
  outcome: ImportRow['outcome'],
  kind: PlaceKind | null = null,
  fields: ImportRow['fields'] = [],
): ImportRow => ({ index, outcome, id, name: label, kind, shape, fields, reasons, notes });

function featuresOf(text: string): readonly unknown[] | ImportFault {
  const file = parsed(text);
  if (file === undefined) return { reason: 'not_json' };
  if (typeof file !== 'object' || file === null) return { reason: 'not_geojson' };
  const member = (name: string): unknown => Object.getOwnPropertyDescriptor(file, name)?.value;
  const foreign = foreignCrs(member('crs'));
  if (foreign !== null) return { reason: 'foreign_coordinates', crs: foreign };
  if (member('type') === 'Feature') return [file];
  const features = member('features');
  if (member('type') !== 'FeatureCollection' || !Array.isArray(features)) return { reason: 'not_geojson' };
  if (features.length === 0) return { reason: 'empty' };
  return features.length > mostFeatures ? { reason: 'too_many_features' } : features;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** RFC 7946 knows WGS 84 alone; older programs name it, and some name another (the `crs` member of GeoJSON 2008). */
function foreignCrs(crs: unknown): string | null {
  if (crs === undefined || crs === null) return null;
  const properties = typeof crs === 'object' && 'properties' in crs ? crs.properties : undefined;
  const name =
    typeof properties === 'object' && properties !== null && 'name' in properties ? properties.name : undefined;
  const said = typeof name === 'string' ? name.slice(0, 100) : '?';
  return /(?:CRS84h?|EPSG:+(?:4326|4979)|WGS ?84)$/i.test(said) ? null : said;
}
