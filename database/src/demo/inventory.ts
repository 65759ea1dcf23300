import type { DemoFestival } from './festivals.ts';
import type { Row } from './insert-rows.ts';
import { named, type Names } from './names.ts';
import type { Random } from './seeded-random.ts';
import type { OfferedType } from './ticket-types.ts';

/** How a festival of the demo sells beside its types: which quotas they share, below which headings, with which options. */
export interface DemoInventory {
  groups: readonly { name: Names; types: readonly number[] }[];
  quotas: readonly { name: string; capacity: number; types: readonly number[] }[];
  options: readonly DemoOption[];
}

interface DemoOption {
  kind: string;
  name: Names;
  price: number;
  capacity: number | null;
  needsTicket: boolean;
  most: number;
}

/** Types by their place in the list of types. */
export const solbrumeInventory: DemoInventory = {
  groups: [
    { name: named('Three days | Trois jours | Drei Tage | Tres días | Tre giorni | Três dias'), types: [0, 4, 5] },
    { name: named('One day | Un jour | Ein Tag | Un día | Un giorno | Um dia'), types: [1, 2, 3] },
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
      price: 3_500,
      capacity: 1_800,
      needsTicket: true,
      most: 1,
    },
    {
      kind: 'PARKING',
      name: named('Car park | Parking | Parkplatz | Aparcamiento | Parcheggio | Estacionamento'),
      price: 1_200,
      capacity: 600,
      needsTicket: false,
      most: 1,
    },
    {
      kind: 'LOCKER',
      name: named(
        'Locker with a socket | Consigne avec prise | Schließfach mit Steckdose | Taquilla con enchufe | Armadietto con presa | Cacifo com tomada',
      ),
      price: 900,
      capacity: 320,
      needsTicket: true,
      most: 2,
    },
    {
      kind: 'SHUTTLE',
      name: named(
        'Night shuttle to the station | Navette de nuit vers la gare | Nachtbus zum Bahnhof | Lanzadera nocturna a la estación | Navetta notturna per la stazione | Autocarro noturno para a estação',
      ),
      price: 400,
      capacity: null,
      needsTicket: true,
      most: 3,
    },
  ],
};

/** A festival that needs none of it. */
export const plainInventory: DemoInventory = { groups: [], quotas: [], options: [] };

/** The rows of an inventory, once the season has sold of its types. */
export function inventoryRows(
  random: Random,
  festival: DemoFestival,
  inventory: DemoInventory,
  types: readonly OfferedType[],
  at: Date,
) {
  const chosen = (places: readonly number[]) => types.filter((_, index) => places.includes(index));
  const groups = inventory.groups.map((group) => ({ ...group, id: random.id(at), types: chosen(group.types) }));
  const quotas = inventory.quotas.map((quota) => ({ ...quota, id: random.id(at), types: chosen(quota.types) }));
  const groupOf = new Map(groups.flatMap(({ id, types: below }) => below.map((type) => [type.id, id] as const)));
  const linked = new Set(quotas.flatMap(({ types: drawing }) => drawing.map(({ quotaId }) => quotaId)));
  const counted = inventory.options.map((option) => ({ ...option, quotaId: random.id(at) }));
  const rows: Record<'ticketGroups' | 'sharedQuotas' | 'quotaLinks' | 'ticketOptions' | 'optionQuotas', Row[]> = {
    ticketGroups: groups.map(({ id, name }, order) => ({ festival_id: festival.id, id, name, sort_order: order })),
    sharedQuotas: quotas.map(({ id, name, capacity, types: drawing }) => ({
      festival_id: festival.id,
      id,
      name,
      shared: true,
      linked: false,
      version: 1,
      capacity,
      sold: drawing.reduce((sum, { sold }) => sum + sold, 0),
      held: 0,
    })),
    quotaLinks: quotas.flatMap(({ id, types: drawing }) =>
      drawing.map((type) => ({ festival_id: festival.id, ticket_type_id: type.id, quota_id: id, shared: true })),
    ),
    optionQuotas: counted.flatMap(({ quotaId, capacity }) =>
      capacity === null
        ? []
        : [
            {
              festival_id: festival.id,
              id: quotaId,
              name: null,
              shared: false,
              linked: false,
              version: 1,
              capacity,
              sold: 0,
              held: 0,
            },
          ],
    ),
    ticketOptions: counted.map(({ kind, name, price, capacity, needsTicket, most, quotaId }, order) => ({
      festival_id: festival.id,
      id: random.id(at),
      kind,
      name,
      description: {},
      price,
      vat: kind === 'CAMPING' ? 600 : 2_100,
      quota_id: capacity === null ? null : quotaId,
      needs_ticket: needsTicket,
      most,
      ticket_type_ids: [],
      sort_order: order,
      version: 1,
    })),
  };
  return { rows, groupOf, linked };
}
