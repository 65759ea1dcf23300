/** Reads one feature of somebody else's GeoJSON: nothing of it is believed, and every fault has a name. */
import { Language, Text } from '../primitives.ts';
import type { Geometry, Position } from './geometry.ts';
import { guessKind } from './guess-kind.ts';
import type { ImportNote, ImportReason } from './import-row.ts';
import { type OpeningHours, WeekOfHours } from './opening-hours.ts';
import { PlaceColor, PlaceIcon, type PlaceKind } from './place-kind.ts';
import { readGeometry } from './read-geometry.ts';
import { isFarAway, looksSwapped } from './rules.ts';

type Texts = Partial<Record<Language, string>>;

/** What a feature says of a place; what it says nothing of is undefined. */
export interface Drawn {
  id: string | null;
  kind: PlaceKind | undefined;
  name: Texts | undefined;
  note: Texts | undefined;
  capacity: number | null | undefined;
  icon: PlaceIcon | undefined;
  color: PlaceColor | undefined;
  hours: OpeningHours[] | undefined;
  geometry: Geometry;
}

export interface Reading {
  id: string | null;
  label: string;
  shape: string;
  drawn: Drawn | null;
  reasons: ImportReason[];
  notes: ImportNote[];
}

export interface Surroundings {
  /** The festival's own place: longitude, latitude. */
  festival: Position;
  /** The language of a name that says none. */
  language: Language;
  swap: boolean;
}

type Members = Record<string, unknown>;
const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** A member of its own: whatever is called `__proto__` or `constructor` is only a name. */
const member = (of: Members, name: string): unknown => (Object.hasOwn(of, name) ? of[name] : undefined);

export function readFeature(feature: unknown, around: Surroundings): Reading {
  const reading: Reading = { id: null, label: '', shape: '', drawn: null, reasons: [], notes: [] };
  if (!isObject(feature) || member(feature, 'type') !== 'Feature') return { ...reading, reasons: ['not_a_feature'] };
  const properties = member(feature, 'properties');
  const given = isObject(properties) ? bySmallLetters(properties) : {};
  const text = (name: string) => {
    const value = member(given, name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };

  readId(feature, text, reading);
  const name = readTexts(given, ['name', 'title', 'label', 'nom', 'nombre', 'nome'], around.language);
  const note = readTexts(given, ['note', 'description', 'notes', 'desc'], around.language);
  reading.label = labelOf(name, around.language);
  const guess = guessKind(text, reading.label);
  if (guess === null) reading.notes.push('kind_unknown');
  else if (!guess.sure) reading.notes.push('kind_guessed');
  checkTexts(name, 120, ['name', 'name_too_long'], reading);
  checkTexts(note, 500, ['note', 'note'], reading);
  const capacity = readCapacity(member(given, 'capacity'), reading);
  const geometry = locate(member(feature, 'geometry'), around, reading);
  if (geometry === null || reading.reasons.length > 0) return reading;
  reading.drawn = {
    id: reading.id,
    kind: guess?.kind,
    name: trimmed(name),
    note: trimmed(note),
    capacity,
    // Others mean something else by these names: what is none of ours says nothing.
    icon: PlaceIcon.safeParse(member(given, 'icon')).data,
    color: PlaceColor.safeParse(member(given, 'color')).data,
    hours: WeekOfHours.safeParse(member(given, 'hours')).data,
    geometry,
  };
  return reading;
}

/** Programs that come from KML or from shapefiles write `Name` and `NAME`; of two that differ by their letters alone, the small one. */
function bySmallLetters(properties: Members): Members {
  const entries = Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.fromEntries([
    ...entries,
    ...Object.entries(properties).filter(([name]) => name === name.toLowerCase()),
  ]);
}

function labelOf(name: Record<string, unknown> | undefined, language: Language): string {
  const label = name?.[language] ?? Object.values(name ?? {})[0];
  return typeof label === 'string' ? label.trim().slice(0, 120) : '';
}

/** RFC 7946 has an id beside the properties; OpenStreetMap's programs write `@id`, many others a property `id`. */
function readId(feature: Members, text: (name: string) => string | undefined, reading: Reading): void {
  const own = member(feature, 'id');
  if (own !== undefined && own !== null && typeof own !== 'string' && typeof own !== 'number') {
    reading.reasons.push('id');
    return;
  }
  const id = own === undefined || own === null ? (text('@id') ?? text('id')) : String(own);
  if (id === undefined || id === '') return;
  if (id.length > 200 || !Text(200).safeParse(id).success) reading.reasons.push('id');
  else reading.id = id;
}

/** A text in one language, in several as we write them, or in several as OpenStreetMap does (`name:fr`). */
function readTexts(given: Members, names: readonly string[], language: Language): Record<string, unknown> | undefined {
  const texts: Record<string, unknown> = {};
  for (const name of names) {
    const value = member(given, name);
    if (isObject(value))
      for (const one of Language.options) if (member(value, one) !== undefined) texts[one] ??= member(value, one);
    if (typeof value === 'string' || typeof value === 'number') texts[language] ??= String(value);
    for (const one of Language.options) {
      const localised = member(given, `${name}:${one}`) ?? member(given, `${name}_${one}`);
      if (typeof localised === 'string') texts[one] = localised;
    }
  }
  return Object.keys(texts).length === 0 ? undefined : texts;
}

function checkTexts(
  texts: Record<string, unknown> | undefined,
  most: number,
  [wrong, tooLong]: readonly [ImportReason, ImportReason],
  { reasons }: Reading,
): void {
  const faults = Object.values(texts ?? {}).flatMap((value) => {
    if (typeof value !== 'string') return [wrong];
    if (value.trim().length > most) return [tooLong];
    return Text(most).safeParse(value).success && (most > 120 || !/[\t\r\n]/.test(value.trim())) ? [] : [wrong];
  });
  reasons.push(...new Set(faults));
}

/** Called after `checkTexts`: what is left are texts. */
function trimmed(texts: Record<string, unknown> | undefined): Texts | undefined {
  if (texts === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(texts).flatMap(([language, value]) =>
      typeof value === 'string' && value.trim() !== '' ? [[language, value.trim()]] : [],
    ),
  );
}

function readCapacity(value: unknown, { reasons }: Reading): number | null | undefined {
  if (value === undefined || value === '') return undefined;
  if (value === null) return null;
  const count = typeof value === 'string' && /^\d{1,7}$/.test(value.trim()) ? Number(value) : value;
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= 1_000_000) return count;
  reasons.push('capacity');
  return undefined;
}

/** Where the feature lies: judged by its first position, for nobody draws a shape that is half turned round. */
function locate(value: unknown, { festival, swap }: Surroundings, reading: Reading): Geometry | null {
  const [type, coordinates] = isObject(value) ? single(value) : [];
  if (typeof type !== 'string') {
    reading.reasons.push('no_geometry');
    return null;
  }
  const read = readGeometry(type, coordinates, swap);
  if (read.known) reading.shape = type;
  if (read.first !== null && looksSwapped(read.first, festival)) {
    reading.reasons.push('swapped');
    return null;
  }
  if (read.geometry === null) {
    reading.reasons.push(read.reason);
    return null;
  }
  reading.notes.push(...read.notes);
  if (read.first !== null && isFarAway(read.first, festival)) reading.notes.push('far_away');
  return read.geometry;
}

/** Type and coordinates of a geometry; of a collection of one, those of that one: drawing programs wrap whole layers so. */
function single(geometry: Members): [type: unknown, coordinates: unknown] {
  const [type, coordinates, geometries] = ['type', 'coordinates', 'geometries'].map((name) => member(geometry, name));
  const isOne = (all: unknown): all is [unknown] => Array.isArray(all) && all.length === 1;
  if (type === 'MultiPoint' && isOne(coordinates)) return ['Point', coordinates[0]];
  if (type === 'GeometryCollection' && isOne(geometries) && isObject(geometries[0]))
    return [member(geometries[0], 'type'), member(geometries[0], 'coordinates')];
  return [type, coordinates];
}
