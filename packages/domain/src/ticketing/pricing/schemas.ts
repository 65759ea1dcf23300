/** What an organiser sets beside a type's own price: steps, variations, bundles, fees, discounts. Kept as documents, read whole by each hold. */
import { z } from 'zod';
import { Amount, BasisPoints, Instant, Localised, Price, TicketTypeId } from '../../primitives.ts';
import { ProofOfWork } from '../hold-work/schemas.ts';

const named = (max: number) =>
  Localised(max).refine((names) => Object.values(names).some((name) => name !== ''), { message: 'no_name' });
const unlikeIds = <T extends { id: string }>(items: readonly T[]) =>
  new Set(items.map(({ id }) => id)).size === items.length;
const list = <T extends z.ZodType<{ id: string }>>(item: T, most: number) =>
  z.array(item).max(most).refine(unlikeIds, { message: 'duplicates' });
const TypeIds = z
  .array(TicketTypeId)
  .max(200)
  .refine((ids) => new Set(ids).size === ids.length, { message: 'duplicates' });

const tier = z.object({
  id: z.uuid(),
  name: named(60),
  price: Price,
  until: Instant.nullable(),
  /** How many are sold at this price; null where the date alone ends it. */
  capacity: z.int().min(1).max(10_000_000).nullable(),
});
/** A step of a type's price, which ends on a date, after so many tickets, or by whichever comes first. */
export const Tier = tier
  .refine(({ until, capacity }) => until !== null || capacity !== null, { path: ['until'], message: 'never_ends' })
  .meta({ id: 'PriceTier' });
export type Tier = z.infer<typeof Tier>;
export const Tiers = list(Tier, 12);
/** How many are sold or held of it; null where nobody counts. */
const taken = { taken: z.int().nullable() };
export const TierSeen = tier.extend(taken).meta({ id: 'PriceTierSeen' });

/** One kind of a ticket type with a price of its own: adult, reduced, child. */
export const Variation = z
  .object({
    id: z.uuid(),
    name: named(60),
    price: Price,
    /** How many there are of this one; null where the type's own number is all that counts. */
    capacity: z.int().min(0).max(10_000_000).nullable(),
  })
  .meta({ id: 'TicketVariation' });
export type Variation = z.infer<typeof Variation>;
export const Variations = list(Variation, 20);
export const VariationSeen = Variation.extend(taken).meta({ id: 'TicketVariationSeen' });

/** Several tickets at one price: two adults and two children. */
export const Bundle = z
  .object({
    id: z.uuid(),
    name: named(80),
    description: Localised(500),
    /** Minor units; never dearer than its parts. */
    price: Price,
    parts: z
      .array(
        z.object({ ticketTypeId: TicketTypeId, variationId: z.uuid().nullable(), quantity: z.int().min(1).max(20) }),
      )
      .min(1)
      .max(10),
    maxPerOrder: z.int().min(1).max(10),
  })
  .meta({ id: 'TicketBundle' });
export type Bundle = z.infer<typeof Bundle>;

/** What an order costs beside its tickets. It is told from the first page on, within each price. */
export const Fee = z
  .object({
    id: z.uuid(),
    name: named(60),
    kind: z.enum(['PER_TICKET', 'PER_ORDER', 'PERCENT']),
    amount: z.int().min(1).max(100_000_00).describe('Minor units; basis points of a ticket’s price for PERCENT'),
    vat: BasisPoints,
    /** The types that it is asked for; none named is all. A fee per order is asked once where one of them is bought. */
    ticketTypeIds: TypeIds,
    /** Whether tickets that cost nothing cost it. */
    onFree: z.boolean(),
  })
  .refine(({ kind, amount }) => kind !== 'PERCENT' || amount <= 10_000, { path: ['amount'], message: 'too_big' })
  .meta({ id: 'OrderFee' });
export type Fee = z.infer<typeof Fee>;

/** What an order gets without a code. A ticket takes part in one of them: the first, in the organiser's order, that it helps. */
export const AutomaticDiscount = z
  .object({
    id: z.uuid(),
    name: named(60),
    ticketTypeIds: TypeIds,
    from: Instant.nullable(),
    until: Instant.nullable(),
    rule: z.discriminatedUnion('kind', [
      /** Of each `buy` tickets `pay` are paid, the cheapest are free. */
      z
        .object({ kind: z.literal('N_FOR_M'), buy: z.int().min(2).max(50), pay: z.int().min(1).max(49) })
        .refine(({ buy, pay }) => pay < buy, { path: ['pay'], message: 'too_big' }),
      /** From so many tickets on, each costs less by a percentage. */
      z.object({
        kind: z.literal('FROM_QUANTITY'),
        from: z.int().min(2).max(1000),
        percent: BasisPoints.min(1),
      }),
      /** From so much money on, all of it costs less by a percentage. */
      z.object({
        kind: z.literal('FROM_AMOUNT'),
        from: Amount.min(1).max(1_000_000_00),
        percent: BasisPoints.min(1),
      }),
    ]),
  })
  .meta({ id: 'AutomaticDiscount' });
export type AutomaticDiscount = z.infer<typeof AutomaticDiscount>;

/** Where cents are rounded: each line's tax by itself, or the tax of a rate on the sum while the lines keep what is paid, or their net. */
export const VatRounding = z.enum(['LINE', 'KEEP_GROSS', 'KEEP_NET']);
export type VatRounding = z.infer<typeof VatRounding>;

/** The festival's rules of pricing, changed as a whole. */
export const PriceRules = z
  .object({
    /** Whether the prices that are typed contain their VAT. What is shown and paid always does. */
    pricesIncludeVat: z.boolean(),
    rounding: VatRounding,
    /** Whether a company of another state of the EU owes the tax itself. */
    reverseCharge: z.boolean(),
    /** Whether somebody may give more than the tickets cost. */
    donations: z.boolean(),
    /** Whether a hold costs work, so that programs do not empty the sale. */
    proofOfWork: ProofOfWork,
    bundles: list(Bundle, 20),
    fees: list(Fee, 10),
    discounts: list(AutomaticDiscount, 20),
  })
  .meta({ id: 'PriceRules' });
export type PriceRules = z.infer<typeof PriceRules>;
