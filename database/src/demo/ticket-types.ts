import { instantOf } from '@festivals/domain/calendar';
import { type DemoFestival, zone } from './festivals.ts';
import type { Row } from './insert-rows.ts';
import { named, type Names } from './names.ts';
import { type DemoTier, type OpenedTier, openTiers, tierQuotas, writtenTiers } from './price-tiers.ts';
import { quotaRow } from './quota-row.ts';
import type { Random } from './seeded-random.ts';

/** A ticket type of the demo, before anything was sold. */
export interface DemoTicketType {
  name: Names;
  description: Names;
  price: number;
  vat: number;
  capacity: number;
  maxPerOrder: number;
  maxPerPerson?: number;
  /** How much it is wanted, against the others. */
  demand: number;
  /** How many places the season leaves unsold at least. */
  spare: number;
  /** Steps that come before its price. */
  tiers?: readonly DemoTier[];
  /** Kinds of it, with how many of a hundred buyers take each. */
  variations?: readonly { name: Names; price: number; share: number }[];
  /** The buyer says what they give, from the price up. */
  namesPrice?: boolean;
}

/** One that is on sale, with what the season sold of it. */
export interface OfferedType extends Omit<DemoTicketType, 'tiers' | 'variations'> {
  id: string;
  quotaId: string;
  sold: number;
  tiers: readonly OpenedTier[];
  variations: readonly { id: string; name: Names; price: number; share: number }[];
}

// Belgian rates: 6 % for admission to cultural events, 21 % where a meal and a terrace come with it.
export const culture = 600;
export const standard = 2100;

export const solbrumeTypes: readonly DemoTicketType[] = [
  {
    name: named(
      'Three-day pass | Pass trois jours | Drei-Tage-Pass | Abono de tres días | Pass tre giorni | Passe de três dias',
    ),
    description: {
      en: 'All six stages from Friday noon to Monday’s first light.',
      fr: 'Les six scènes, du vendredi midi aux premières lueurs du lundi.',
      de: 'Alle sechs Bühnen, von Freitagmittag bis zum ersten Licht am Montag.',
      es: 'Los seis escenarios, del viernes al mediodía a la primera luz del lunes.',
      it: 'Tutti e sei i palchi, dal venerdì a mezzogiorno alle prime luci di lunedì.',
      pt: 'Os seis palcos, de sexta-feira ao meio-dia à primeira luz de segunda.',
    },
    price: 20_800,
    vat: culture,
    capacity: 4_200,
    maxPerOrder: 8,
    demand: 46,
    spare: 400,
    tiers: [
      {
        name: named('Early bird | Lève-tôt | Frühbucher | Madrugadores | Chi prima arriva | Madrugadores'),
        price: 15_800,
        until: 45,
      },
      {
        name: named('Advance | Prévente | Vorverkauf | Venta anticipada | Prevendita | Pré-venda'),
        price: 18_800,
        until: 200,
      },
    ],
  },
  {
    name: named('Friday | Vendredi | Freitag | Viernes | Venerdì | Sexta-feira'),
    description: {
      en: 'Friday from noon until five in the morning.',
      fr: 'Le vendredi de midi à cinq heures du matin.',
      de: 'Freitag von Mittag bis fünf Uhr früh.',
      es: 'El viernes, del mediodía a las cinco de la mañana.',
      it: 'Venerdì, da mezzogiorno alle cinque del mattino.',
      pt: 'Sexta-feira, do meio-dia às cinco da manhã.',
    },
    price: 7_800,
    vat: culture,
    capacity: 1_500,
    maxPerOrder: 8,
    demand: 13,
    spare: 200,
  },
  {
    name: named('Saturday | Samedi | Samstag | Sábado | Sabato | Sábado'),
    description: {
      en: 'Saturday from noon until five in the morning.',
      fr: 'Le samedi de midi à cinq heures du matin.',
      de: 'Samstag von Mittag bis fünf Uhr früh.',
      es: 'El sábado, del mediodía a las cinco de la mañana.',
      it: 'Sabato, da mezzogiorno alle cinque del mattino.',
      pt: 'Sábado, do meio-dia às cinco da manhã.',
    },
    price: 8_800,
    vat: culture,
    capacity: 1_200,
    maxPerOrder: 8,
    demand: 26,
    spare: 13,
  },
  {
    name: named('Sunday | Dimanche | Sonntag | Domingo | Domenica | Domingo'),
    description: {
      en: 'Sunday from noon until five in the morning.',
      fr: 'Le dimanche de midi à cinq heures du matin.',
      de: 'Sonntag von Mittag bis fünf Uhr früh.',
      es: 'El domingo, del mediodía a las cinco de la mañana.',
      it: 'Domenica, da mezzogiorno alle cinque del mattino.',
      pt: 'Domingo, do meio-dia às cinco da manhã.',
    },
    price: 7_800,
    vat: culture,
    capacity: 1_500,
    maxPerOrder: 8,
    demand: 11,
    spare: 200,
    variations: [
      { name: named('Adult | Adulte | Erwachsene | Adulto | Adulto | Adulto'), price: 7_800, share: 72 },
      {
        name: named('Under 26 | Moins de 26 ans | Unter 26 | Menores de 26 | Under 26 | Menos de 26 anos'),
        price: 5_800,
        share: 28,
      },
    ],
  },
  {
    name: named('Terrace pass | Pass Terrasse | Terrassenpass | Abono Terraza | Pass Terrazza | Passe Terraço'),
    description: {
      en: 'Three days with the terrace above the main stage, its own bar and one dinner a day.',
      fr: 'Trois jours avec la terrasse au-dessus de la grande scène, son bar et un dîner par jour.',
      de: 'Drei Tage mit der Terrasse über der Hauptbühne, eigener Bar und einem Abendessen am Tag.',
      es: 'Tres días con la terraza sobre el escenario principal, su bar y una cena al día.',
      it: 'Tre giorni con la terrazza sopra il palco principale, il suo bar e una cena al giorno.',
      pt: 'Três dias com o terraço sobre o palco principal, o seu bar e um jantar por dia.',
    },
    price: 34_800,
    vat: standard,
    capacity: 220,
    maxPerOrder: 4,
    demand: 9,
    spare: 0,
  },
  {
    name: named(
      'Child, three days | Enfant, trois jours | Kind, drei Tage | Niño, tres días | Bambino, tre giorni | Criança, três dias',
    ),
    description: named(
      'From six to twelve, beside a grown-up. | De six à douze ans, avec un adulte. | Von sechs bis zwölf, neben einem Erwachsenen. | De seis a doce años, con un adulto. | Dai sei ai dodici anni, con un adulto. | Dos seis aos doze, com um adulto.',
    ),
    price: 4_900,
    vat: culture,
    capacity: 600,
    maxPerOrder: 6,
    demand: 0,
    spare: 200,
  },
  {
    name: named(
      'Dawn concert | Concert de l’aube | Konzert im Morgengrauen | Concierto del alba | Concerto all’alba | Concerto da aurora',
    ),
    description: {
      en: 'Sunday at six, at the river’s edge, with a pot of coffee. Give what it is worth to you.',
      fr: 'Dimanche à six heures, au bord de l’eau, avec un pot de café. Donnez ce que cela vaut pour vous.',
      de: 'Sonntag um sechs, am Ufer, mit einer Kanne Kaffee. Gib, was es dir wert ist.',
      es: 'El domingo a las seis, a la orilla del río, con una jarra de café. Da lo que valga para ti.',
      it: 'Domenica alle sei, in riva al fiume, con una caraffa di caffè. Dai quello che vale per te.',
      pt: 'Domingo às seis, à beira do rio, com um bule de café. Dê o que isso valer para si.',
    },
    price: 500,
    vat: culture,
    capacity: 300,
    maxPerOrder: 4,
    maxPerPerson: 4,
    demand: 2,
    spare: 80,
    namesPrice: true,
  },
];

const oneEvening = named(
  'One evening on the quay. | Une soirée sur le quai. | Ein Abend am Kai. | Una noche en el muelle. | Una sera sul molo. | Uma noite no cais.',
);

export const zoutlichtTypes: readonly DemoTicketType[] = [
  {
    name: named('Both evenings | Les deux soirées | Beide Abende | Las dos noches | Entrambe le sere | As duas noites'),
    description: named(
      'Saturday and Sunday on the quay. | Samedi et dimanche sur le quai. | Samstag und Sonntag am Kai. | Sábado y domingo en el muelle. | Sabato e domenica sul molo. | Sábado e domingo no cais.',
    ),
    price: 4_800,
    vat: culture,
    capacity: 400,
    maxPerOrder: 6,
    demand: 5,
    spare: 60,
    tiers: [
      {
        name: named(
          'The first 370 | Les 370 premiers | Die ersten 370 | Los primeros 370 | I primi 370 | Os primeiros 370',
        ),
        price: 4_200,
        stock: 370,
      },
    ],
  },
  {
    name: named('Saturday | Samedi | Samstag | Sábado | Sabato | Sábado'),
    description: oneEvening,
    price: 2_800,
    vat: culture,
    capacity: 250,
    maxPerOrder: 6,
    demand: 4,
    spare: 8,
  },
  {
    name: named('Sunday | Dimanche | Sonntag | Domingo | Domenica | Domingo'),
    description: oneEvening,
    price: 2_800,
    vat: culture,
    capacity: 250,
    maxPerOrder: 6,
    demand: 2,
    spare: 40,
  },
];

/** The types with ids of their own and nothing sold; steps of their prices end by the days of a season that opened then. */
export const offered = (
  random: Random,
  types: readonly DemoTicketType[],
  festival: DemoFestival,
  opened: Date,
): OfferedType[] =>
  types.map((type) => ({
    ...type,
    id: random.id(opened),
    quotaId: random.id(opened),
    sold: 0,
    tiers: openTiers(random, type.tiers ?? [], festival, opened),
    variations: (type.variations ?? []).map((variation) => ({ ...variation, id: random.id(opened) })),
  }));

/** The rows of types and quotas, once the season has sold of them. */
export function ticketTypeRows(
  festival: DemoFestival,
  types: readonly OfferedType[],
  onSaleFrom: Date,
  { groupOf, linked }: { groupOf: ReadonlyMap<string, string>; linked: ReadonlySet<string> },
): { quotas: Row[]; types: Row[] } {
  const lastDay = festival.days.at(-1) ?? '';
  return {
    quotas: types.flatMap((type) => [
      quotaRow(festival, { id: type.quotaId, capacity: type.capacity, sold: type.sold }, linked.has(type.quotaId)),
      ...tierQuotas(type.tiers).map((stock) => quotaRow(festival, stock)),
    ]),
    types: types.map(({ id, quotaId, name, description, price, vat, maxPerOrder, ...type }, order) => ({
      festival_id: festival.id,
      id,
      quota_id: quotaId,
      name,
      description,
      price,
      vat,
      tiers: writtenTiers(type.tiers),
      variations: type.variations.map(({ share: _share, ...variation }) => ({
        ...variation,
        capacity: null,
        quotaId: null,
      })),
      names_price: type.namesPrice ?? false,
      max_per_order: maxPerOrder,
      max_per_person: type.maxPerPerson ?? null,
      min_per_order: 1,
      hidden: false,
      // One type says its number, one tells least of all.
      disclosure: order === 3 ? 'EXACT' : order === 4 ? 'NONE' : 'FEW',
      few_left_below: 20,
      group_id: groupOf.get(id) ?? null,
      sort_order: order,
      on_sale_from: onSaleFrom,
      on_sale_until: instantOf(lastDay, '20:00', zone),
      version: 1,
      created_at: onSaleFrom,
    })),
  };
}
