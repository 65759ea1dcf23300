import type { DemoFestival } from './festivals.ts';
import type { Row } from './insert-rows.ts';
import { named } from './names.ts';
import type { Random } from './seeded-random.ts';
import type { OfferedType } from './ticket-types.ts';

/** The rules of a festival's prices and its promo codes: a family together, a gift to the little stage, codes of three kinds. */
export function priceRows(random: Random, festival: DemoFestival, types: readonly OfferedType[], at: Date) {
  const [pass] = types;
  const child = types.find(({ name }) => name.en?.startsWith('Child'));
  const family =
    pass && child
      ? [
          {
            id: random.id(at),
            name: named('Family | Famille | Familie | Familia | Famiglia | Família'),
            description: named(
              'Two grown-ups and two children, all three days. | Deux adultes et deux enfants, les trois jours. | Zwei Erwachsene und zwei Kinder, alle drei Tage. | Dos adultos y dos niños, los tres días. | Due adulti e due bambini, tutti e tre i giorni. | Dois adultos e duas crianças, os três dias.',
            ),
            price: 39_900,
            parts: [pass, child].map(({ id }) => ({ ticketTypeId: id, variationId: null, quantity: 2 })),
            maxPerOrder: 2,
          },
        ]
      : [];
  const group = {
    id: random.id(at),
    name: named(
      'Ten friends: 10 % off | Dix amis : -10 % | Zehn Freunde: 10 % weniger | Diez amigos: 10 % menos | Dieci amici: 10 % in meno | Dez amigos: 10 % a menos',
    ),
    ticketTypeIds: [],
    from: null,
    until: null,
    rule: { kind: 'FROM_QUANTITY', from: 10, percent: 1_000 },
  };
  const rules = {
    pricesIncludeVat: true,
    rounding: 'KEEP_GROSS',
    reverseCharge: false,
    donations: true,
    bundles: family,
    fees: [],
    discounts: [group],
  };
  const uses = [500, 40, null];
  const quotas = uses.map((capacity) => (capacity === null ? null : { id: random.id(at), capacity }));
  const code = (place: number, text: string, note: string, terms: Row): Row => ({
    festival_id: festival.id,
    id: random.id(at),
    code: text,
    note,
    per: 'TICKET',
    ticket_type_ids: [],
    opens: [],
    stacks: false,
    with_discounts: true,
    disabled: false,
    version: 1,
    created_at: at,
    uses_quota_id: quotas[place]?.id ?? null,
    ...terms,
  });
  const name = festival.slug.toUpperCase();
  return {
    priceRules: [{ festival_id: festival.id, rules, version: 1 }],
    codeQuotas: quotas.flatMap((quota): Row[] =>
      quota
        ? [
            {
              festival_id: festival.id,
              name: null,
              shared: false,
              linked: false,
              version: 1,
              sold: 0,
              held: 0,
              ...quota,
            },
          ]
        : [],
    ),
    promoCodes: [
      code(0, `${name}10`, 'Newsletter', { effect: 'PERCENT', value: 1_000 }),
      code(1, 'RADIO', 'Radio contest', { effect: 'PERCENT', value: 10_000 }),
      code(2, 'VOISINS', 'Neighbours', { effect: 'AMOUNT', value: 1_500 }),
    ],
  };
}
