import type { DemoFestival } from './festivals.ts';
import type { Row } from './insert-rows.ts';
import { type MenuItem, menus } from './menus.ts';
import type { Random } from './seeded-random.ts';
import { named } from './names.ts';
import type { SitePlace } from './site-place.ts';

/** Rows of a festival's places, their ids by key, and the layer of those that only the crew sees. */
export function placeRows(
  random: Random,
  festival: DemoFestival,
  places: readonly SitePlace[],
  at: Date,
): { rows: Row[]; ids: Map<string, string>; layers: Row[] } {
  const ids = new Map(places.map(({ key }) => [key, random.id(at)]));
  const crewLayer = random.id(at);
  const crewName = named('Crew | Équipe | Team | Equipo | Squadra | Equipa');
  const rows = places.map(({ key, kind, name, geometry, capacity, ...more }) => ({
    festival_id: festival.id,
    id: ids.get(key),
    kind,
    name,
    note: more.note ?? {},
    geometry,
    capacity,
    icon: more.icon ?? null,
    color: more.color ?? null,
    hours: [],
    layer_id: more.crew ? crewLayer : null,
  }));
  const layers = [{ festival_id: festival.id, id: crewLayer, name: crewName, audience: 'CREW', sort_order: 0 }];
  return { rows, ids, layers };
}

const standKinds: Readonly<Record<string, string>> = {
  bar: 'BAR',
  food: 'FOOD',
  merch: 'MERCH',
  topup: 'TOPUP',
  info: 'INFO',
};

/** A stand at each place whose key says so (`bar-soleil`), with what its menu offers. */
export function standRows(
  random: Random,
  festival: DemoFestival,
  places: readonly SitePlace[],
  placeIds: ReadonlyMap<string, string>,
  at: Date,
): { stands: Row[]; products: Row[] } {
  const stands: Row[] = [];
  const products: Row[] = [];
  for (const { key, name } of places) {
    const kind = standKinds[key.split('-')[0] ?? ''];
    if (kind === undefined) continue;
    const id = random.id(at);
    const hours = festival.days.map((day) => ({ day, opens: '12:00', closes: kind === 'BAR' ? '04:00' : '01:00' }));
    stands.push({ festival_id: festival.id, id, name: name.fr, kind, place_id: placeIds.get(key), hours });
    products.push(...(menus.get(key) ?? []).map((item, order) => productRow(random, festival, id, item, order, at)));
  }
  return { stands, products };
}

const productRow = (
  random: Random,
  festival: DemoFestival,
  standId: string,
  item: MenuItem,
  order: number,
  at: Date,
): Row => ({
  festival_id: festival.id,
  id: random.id(at),
  stand_id: standId,
  name: item.name,
  category: item.category,
  price: item.price,
  vat: item.vat,
  diets: item.diets,
  allergens: item.allergens,
  sort_order: order,
});
