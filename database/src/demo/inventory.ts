import type { DemoFestival } from './festivals.ts';
import type { Row } from './insert-rows.ts';
import { named, type Names } from './names.ts';
import { type Counted, quotaRow } from './quota-row.ts';
import type { Random } from './seeded-random.ts';
import { culture, type OfferedType, standard } from './ticket-types.ts';

/** How a festival of the demo sells beside its types: which quotas they share, below which headings, with which options. */
export interface DemoInventory {
  groups: readonly { name: Names; types: readonly number[] }[];
  quotas: readonly { name: string; capacity: number; types: readonly number[] }[];
  options: readonly DemoOption[];
}

interface DemoOption {
  kind: 'CAMPING' | 'PARKING' | 'LOCKER' | 'SHUTTLE';
  name: Names;
  description: Names;
  price: number;
  capacity: number | null;
  needsTicket: boolean;
  most: number;
  maxPerPerson?: number;
  /** The types that it goes with, by their place; none named is all. */
  types: readonly number[];
  /** How many of a thousand orders take it. */
  taken: number;
}

/** An option on sale, with what the season sold of it. */
export interface OfferedOption extends Omit<DemoOption, 'types'> {
  id: string;
  vat: number;
  stock: Counted | null;
  ticketTypeIds: string[];
}

/** Types by their place in the list of types. */
export const solbrumeInventory: DemoInventory = {
  groups: [
    { name: named('Three days | Trois jours | Drei Tage | Tres días | Tre giorni | Três dias'), types: [0, 4, 5] },
    { name: named('One day | Un jour | Ein Tag | Un día | Un giorno | Um dia'), types: [1, 2, 3, 6] },
  ],
  quotas: [
    { name: 'Site vendredi', capacity: 5_900, types: [0, 1, 4] },
    { name: 'Site samedi', capacity: 5_600, types: [0, 2, 4] },
    { name: 'Site dimanche', capacity: 5_900, types: [0, 3, 4] },
  ],
  options: [
    {
      kind: 'CAMPING',
      name: named(
        'Camping by the river | Camping au bord de l’eau | Camping am Fluss | Acampada junto al río | Campeggio sul fiume | Campismo junto ao rio',
      ),
      description: named(
        'One place for one tent, from Friday morning to Monday noon. | Une place pour une tente, du vendredi matin au lundi midi. | Ein Platz für ein Zelt, von Freitagmorgen bis Montagmittag. | Un sitio para una tienda, del viernes por la mañana al lunes a mediodía. | Un posto per una tenda, da venerdì mattina a lunedì a mezzogiorno. | Um lugar para uma tenda, de sexta de manhã a segunda ao meio-dia.',
      ),
      price: 3_500,
      capacity: 1_800,
      needsTicket: true,
      most: 1,
      types: [0, 4, 5],
      taken: 330,
    },
    {
      kind: 'PARKING',
      name: named('Car park | Parking | Parkplatz | Aparcamiento | Parcheggio | Estacionamento'),
      description: named(
        'One car, ten minutes on foot from the gate. | Une voiture, à dix minutes à pied de l’entrée. | Ein Auto, zehn Minuten zu Fuß vom Eingang. | Un coche, a diez minutos a pie de la entrada. | Un’auto, a dieci minuti a piedi dall’ingresso. | Um carro, a dez minutos a pé da entrada.',
      ),
      price: 1_200,
      capacity: 600,
      needsTicket: true,
      most: 1,
      maxPerPerson: 2,
      types: [],
      taken: 140,
    },
    {
      kind: 'LOCKER',
      name: named(
        'Locker with a socket | Consigne avec prise | Schließfach mit Steckdose | Taquilla con enchufe | Armadietto con presa | Cacifo com tomada',
      ),
      description: named(
        'Room for a rucksack, and a full battery. | La place d’un sac à dos, et une batterie pleine. | Platz für einen Rucksack und ein voller Akku. | Sitio para una mochila y batería llena. | Spazio per uno zaino e batteria carica. | Espaço para uma mochila e bateria cheia.',
      ),
      price: 900,
      capacity: 320,
      needsTicket: true,
      most: 2,
      types: [],
      taken: 70,
    },
    {
      kind: 'SHUTTLE',
      name: named(
        'Night shuttle to the station | Navette de nuit vers la gare | Nachtbus zum Bahnhof | Lanzadera nocturna a la estación | Navetta notturna per la stazione | Autocarro noturno para a estação',
      ),
      description: named(
        'Every half hour, from midnight until six. | Toutes les demi-heures, de minuit à six heures. | Jede halbe Stunde, von Mitternacht bis sechs. | Cada media hora, de medianoche a las seis. | Ogni mezz’ora, da mezzanotte alle sei. | De meia em meia hora, da meia-noite às seis.',
      ),
      price: 400,
      capacity: null,
      needsTicket: false,
      most: 3,
      types: [],
      taken: 110,
    },
  ],
};

/** A festival that needs none of it. */
export const plainInventory: DemoInventory = { groups: [], quotas: [], options: [] };

/** The options with ids of their own and nothing sold. */
export const offeredOptions = (
  random: Random,
  { options }: DemoInventory,
  types: readonly OfferedType[],
  at: Date,
): OfferedOption[] =>
  options.map(({ types: fitting, ...option }) => ({
    ...option,
    id: random.id(at),
    vat: option.kind === 'CAMPING' ? culture : standard,
    stock: option.capacity === null ? null : { id: random.id(at), capacity: option.capacity, sold: 0 },
    ticketTypeIds: fitting.flatMap((place) => types[place]?.id ?? []),
  }));

/** The rows of an inventory, once the season has sold of its types and options. */
export function inventoryRows(
  random: Random,
  festival: DemoFestival,
  inventory: DemoInventory,
  { types, options }: { types: readonly OfferedType[]; options: readonly OfferedOption[] },
  at: Date,
) {
  const chosen = (places: readonly number[]) => types.filter((_, index) => places.includes(index));
  const groups = inventory.groups.map((group) => ({ ...group, id: random.id(at), types: chosen(group.types) }));
  const quotas = inventory.quotas.map((quota) => ({ ...quota, id: random.id(at), types: chosen(quota.types) }));
  const groupOf = new Map(groups.flatMap(({ id, types: below }) => below.map((type) => [type.id, id] as const)));
  const linked = new Set(quotas.flatMap(({ types: drawing }) => drawing.map(({ quotaId }) => quotaId)));
  const rows: Record<'ticketGroups' | 'sharedQuotas' | 'quotaLinks' | 'ticketOptions' | 'optionQuotas', Row[]> = {
    ticketGroups: groups.map(({ id, name }, order) => ({ festival_id: festival.id, id, name, sort_order: order })),
    sharedQuotas: quotas.map(({ id, name, capacity, types: drawing }) => ({
      ...quotaRow(festival, { id, capacity, sold: drawing.reduce((sum, { sold }) => sum + sold, 0) }),
      name,
      shared: true,
    })),
    quotaLinks: quotas.flatMap(({ id, types: drawing }) =>
      drawing.map((type) => ({ festival_id: festival.id, ticket_type_id: type.id, quota_id: id, shared: true })),
    ),
    optionQuotas: options.flatMap(({ stock }) => (stock ? [quotaRow(festival, stock)] : [])),
    ticketOptions: options.map((option, order) => ({
      festival_id: festival.id,
      id: option.id,
      kind: option.kind,
      name: option.name,
      description: option.description,
      price: option.price,
      vat: option.vat,
      quota_id: option.stock?.id ?? null,
      needs_ticket: option.needsTicket,
      most: option.most,
      max_per_person: option.maxPerPerson ?? null,
      ticket_type_ids: option.ticketTypeIds,
      sort_order: order,
      version: 1,
    })),
  };
  return { rows, groupOf, linked };
}
