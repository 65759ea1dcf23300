import type { AutomaticDiscount, Fee } from '@festivals/domain/ticketing/pricing/schemas';
import { named, type Names } from './names.ts';

/** What a festival of the demo adds to the prices of its types. Types are named by their place in its list. */
export interface PricePlan {
  bundles: readonly {
    name: Names;
    description: Names;
    price: number;
    parts: readonly { type: number; quantity: number }[];
    maxPerOrder: number;
    /** How many of a thousand parties that it fits take it. */
    taken: number;
  }[];
  fees: readonly { name: Names; kind: Fee['kind']; amount: number; types: readonly number[] }[];
  discounts: readonly { name: Names; rule: AutomaticDiscount['rule'] }[];
  codes: readonly DemoCode[];
}

export interface DemoCode {
  code: string;
  note: string;
  effect: 'PERCENT' | 'AMOUNT';
  /** Basis points, or minor units. */
  value: number;
  per?: 'ORDER';
  types?: readonly number[];
  mostTickets?: number;
  perPerson?: number;
  uses?: number;
  budget?: number;
  /** The day of the season on which it ends, at ten. */
  until?: number;
  /** How many of a thousand buyers type it. */
  typed: number;
}

const tenFriends: PricePlan['discounts'][number] = {
  name: named(
    'Ten friends: 10 % off | Dix amis : -10 % | Zehn Freunde: 10 % weniger | Diez amigos: 10 % menos | Dieci amici: 10 % in meno | Dez amigos: 10 % a menos',
  ),
  rule: { kind: 'FROM_QUANTITY', from: 10, percent: 1_000 },
};

const newsletter = (festival: string): DemoCode => ({
  code: `${festival}10`,
  note: 'Newsletter',
  effect: 'PERCENT',
  value: 1_000,
  uses: 500,
  perPerson: 1,
  typed: 60,
});
/** Both tickets of whoever won on the radio. */
const radio: DemoCode = {
  code: 'RADIO',
  note: 'Radio contest',
  effect: 'PERCENT',
  value: 10_000,
  mostTickets: 2,
  uses: 40,
  typed: 4,
};
const neighbours: DemoCode = { code: 'VOISINS', note: 'Neighbours', effect: 'AMOUNT', value: 1_500, typed: 12 };

export const solbrumePrices: PricePlan = {
  bundles: [
    {
      name: named('Family | Famille | Familie | Familia | Famiglia | Família'),
      description: named(
        'Two grown-ups and two children, all three days. | Deux adultes et deux enfants, les trois jours. | Zwei Erwachsene und zwei Kinder, alle drei Tage. | Dos adultos y dos niños, los tres días. | Due adulti e due bambini, tutti e tre i giorni. | Dois adultos e duas crianças, os três dias.',
      ),
      price: 39_700,
      parts: [
        { type: 0, quantity: 2 },
        { type: 5, quantity: 2 },
      ],
      maxPerOrder: 2,
      taken: 380,
    },
  ],
  fees: [
    {
      name: named('For the meadow | Pour le pré | Für die Wiese | Para el prado | Per il prato | Para o prado'),
      kind: 'PER_TICKET',
      amount: 100,
      types: [0, 1, 2, 3, 4],
    },
  ],
  discounts: [tenFriends],
  codes: [
    newsletter('SOLBRUME'),
    radio,
    neighbours,
    {
      code: 'PREMIERE',
      note: 'Last year’s guests, until the announcement',
      effect: 'PERCENT',
      value: 1_500,
      types: [0],
      until: 45,
      typed: 90,
    },
    {
      code: 'MECENES',
      note: 'Patrons of the nursery garden',
      effect: 'AMOUNT',
      value: 2_000,
      per: 'ORDER',
      budget: 100_000,
      typed: 8,
    },
  ],
};

export const zoutlichtPrices: PricePlan = {
  bundles: [],
  fees: [],
  discounts: [tenFriends],
  codes: [newsletter('ZOUTLICHT'), radio, neighbours],
};

export const laitonPrices: PricePlan = {
  bundles: [],
  fees: [
    {
      name: named('Booking | Réservation | Buchung | Gestión | Prenotazione | Reserva'),
      kind: 'PER_ORDER',
      amount: 150,
      types: [],
    },
  ],
  discounts: [
    {
      name: named(
        'Four for three | Quatre pour trois | Vier für drei | Cuatro por tres | Quattro per tre | Quatro por três',
      ),
      rule: { kind: 'N_FOR_M', buy: 4, pay: 3 },
    },
  ],
  codes: [newsletter('LAITON'), radio, neighbours],
};
