import { addDays, dateIn, instantOf } from '@festivals/domain/calendar';
import { PriceRules } from '@festivals/domain/ticketing/pricing/schemas';
import { type DemoFestival, zone } from './festivals.ts';
import type { Row } from './insert-rows.ts';
import type { DemoCode, PricePlan } from './price-plans.ts';
import { type Counted, quotaRow } from './quota-row.ts';
import type { Random } from './seeded-random.ts';
import { type OfferedType, standard } from './ticket-types.ts';

/** A promo code in a season that has opened, with how often it was used and what it cost. */
export interface OpenedCode extends Omit<DemoCode, 'types' | 'uses' | 'budget' | 'until'> {
  id: string;
  ticketTypeIds: string[];
  validUntil: string | null;
  uses: Counted | null;
  budget: Counted | null;
}

/** The rules of a festival's prices and its promo codes. */
export interface OpenedPrices {
  rules: PriceRules;
  /** How many of a thousand parties that it fits take a bundle, by its id. */
  taken: ReadonlyMap<string, number>;
  codes: readonly OpenedCode[];
}

/** The prices with ids of their own and no code used. */
export function openedPrices(
  random: Random,
  plan: PricePlan,
  types: readonly OfferedType[],
  opened: Date,
): OpenedPrices {
  const idsOf = (places: readonly number[]) => places.flatMap((place) => types[place]?.id ?? []);
  const bundles = plan.bundles.map(({ taken, parts, ...bundle }) => ({
    taken,
    bundle: {
      ...bundle,
      id: random.id(opened),
      parts: parts.flatMap(({ type, quantity }) =>
        idsOf([type]).map((ticketTypeId) => ({ ticketTypeId, variationId: null, quantity })),
      ),
    },
  }));
  const rules = PriceRules.parse({
    pricesIncludeVat: true,
    rounding: 'KEEP_GROSS',
    reverseCharge: false,
    donations: true,
    proofOfWork: 'RUSH',
    bundles: bundles.map(({ bundle }) => bundle),
    fees: plan.fees.map(({ types: places, ...fee }) => ({
      ...fee,
      id: random.id(opened),
      vat: standard,
      ticketTypeIds: idsOf(places),
      onFree: false,
    })),
    discounts: plan.discounts.map((discount) => ({
      ...discount,
      id: random.id(opened),
      ticketTypeIds: [],
      from: null,
      until: null,
    })),
  });
  const counted = (capacity: number | undefined): Counted | null =>
    capacity === undefined ? null : { id: random.id(opened), capacity, sold: 0 };
  const codes = plan.codes.map(({ types: places = [], uses, budget, until, ...code }) => ({
    ...code,
    id: random.id(opened),
    ticketTypeIds: idsOf(places),
    validUntil:
      until === undefined ? null : instantOf(addDays(dateIn(opened, zone), until), '10:00', zone).toISOString(),
    uses: counted(uses),
    budget: counted(budget),
  }));
  return { rules, taken: new Map(bundles.map(({ bundle, taken }) => [bundle.id, taken])), codes };
}

/** The rows of prices, once the season has used of its codes. */
export function priceRows(festival: DemoFestival, { rules, codes }: OpenedPrices, at: Date) {
  return {
    priceRules: [{ festival_id: festival.id, rules, version: 1 }] satisfies Row[],
    codeQuotas: codes.flatMap(({ uses, budget }) =>
      [uses, budget].flatMap((counted) => (counted ? [quotaRow(festival, counted)] : [])),
    ),
    promoCodes: codes.map((code): Row => ({
      festival_id: festival.id,
      id: code.id,
      code: code.code,
      note: code.note,
      effect: code.effect,
      value: code.value,
      per: code.per ?? 'TICKET',
      ticket_type_ids: code.ticketTypeIds,
      opens: [],
      most_tickets: code.mostTickets ?? null,
      valid_from: null,
      valid_until: code.validUntil,
      stacks: false,
      with_discounts: true,
      per_person: code.perPerson ?? null,
      uses_quota_id: code.uses?.id ?? null,
      budget_quota_id: code.budget?.id ?? null,
      disabled: false,
      version: 1,
      created_at: at,
    })),
  };
}
