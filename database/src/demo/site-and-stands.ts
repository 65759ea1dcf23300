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

/** The headings of a demo menu, in their order, with the categories that stand below each. */
const headings: readonly { name: ReturnType<typeof named>; categories: readonly string[] }[] = [
  { name: named('Dishes | Plats | Gerichte | Platos | Piatti | Pratos'), categories: ['DISH'] },
  {
    name: named('Something small | Petites faims | Kleinigkeiten | Para picar | Stuzzichini | Petiscos'),
    categories: ['SNACK'],
  },
  { name: named('Sweet | Sucré | Süßes | Dulces | Dolci | Doces'), categories: ['DESSERT'] },
  { name: named('Beer | Bières | Bier | Cervezas | Birre | Cervejas'), categories: ['BEER'] },
  {
    name: named(
      'Wine and cocktails | Vins et cocktails | Wein und Cocktails | Vinos y cócteles | Vini e cocktail | Vinhos e cocktails',
    ),
    categories: ['WINE', 'COCKTAIL'],
  },
  {
    name: named('Without alcohol | Sans alcool | Ohne Alkohol | Sin alcohol | Analcolici | Sem álcool'),
    categories: ['SOFT', 'HOT'],
  },
];

/** The headings that a menu needs: none where all it offers is of one kind. */
function sectionsOf(random: Random, menu: readonly MenuItem[], at: Date) {
  const used = headings.filter(({ categories }) => menu.some(({ category }) => categories.includes(category)));
  return used.length < 2 ? [] : used.map((heading) => ({ ...heading, id: random.id(at) }));
}

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
    const menu = menus.get(key) ?? [];
    const sections = sectionsOf(random, menu, at);
    const hours = festival.days.map((day) => ({ day, opens: '12:00', closes: kind === 'BAR' ? '04:00' : '01:00' }));
    stands.push({
      festival_id: festival.id,
      id,
      name: name.fr,
      kind,
      place_id: placeIds.get(key),
      hours,
      sections: sections.map((section) => ({ id: section.id, name: section.name })),
    });
    products.push(
      ...menu.map((item, order) => ({
        ...productRow(random, festival, id, item, order, at),
        section_id: sections.find(({ categories }) => categories.includes(item.category))?.id ?? null,
      })),
    );
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
