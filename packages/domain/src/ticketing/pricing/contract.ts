/** Prices beside those of the types themselves: the festival's rules, promo codes, what the shop tells before anything is held. */
import { page, PageQuery, queryBoolean, route } from '@festivals/contract';
import { z } from 'zod';
import { Amount, Currency, InFestival, Localised, Price, TicketTypeId } from '../../primitives.ts';
import { PresentmentRate } from '../../payments/presentment-schemas.ts';
import { OptionKind } from '../inventory-contract.ts';
import { Offer } from '../schemas.ts';
import { CodeUse, ManyPromoCodes, NewPromoCode, PromoCode, PromoCodeChanges } from './code-schemas.ts';
import { PriceRules } from './schemas.ts';
import { BasketWishes, mostCodes, Quote } from './wishes-schema.ts';

const Version = z.int().min(0);
/** The rules of a festival's prices with the version that a change is made from; 0 before anybody set any. */
export const PriceRulesRecord = z.object({ rules: PriceRules, version: Version }).meta({ id: 'PriceRulesRecord' });

export const getPriceRules = route({
  method: 'GET',
  path: '/festivals/:festivalId/price-rules',
  permission: 'ticketing.read',
  summary: 'Bundles, fees, discounts, and how VAT is reckoned',
  params: InFestival,
  response: PriceRulesRecord,
});

export const savePriceRules = route({
  method: 'PUT',
  path: '/festivals/:festivalId/price-rules',
  permission: 'ticketing.edit',
  summary: 'Set bundles, fees, discounts, and how VAT is reckoned; `version` is the one that the change was made from',
  params: InFestival,
  body: PriceRulesRecord,
  response: PriceRulesRecord,
  errors: ['general.conflict', 'ticketing.unknown_type', 'ticketing.unknown_variation', 'festival.unknown_vat_rate'],
});

export const CodeState = z.enum(['open', 'spent', 'over', 'disabled']);
export const CodeSort = z.enum(['created', 'code']);
export const CodeFilter = z.object({
  /** A part of the code or of its note. */
  search: z.string().trim().max(100).optional(),
  state: CodeState.optional(),
  sort: CodeSort.default('created'),
  descending: queryBoolean().default(true),
});

export const listPromoCodes = route({
  method: 'GET',
  path: '/festivals/:festivalId/promo-codes',
  permission: 'ticketing.read',
  summary: 'Promo codes, the newest first unless said otherwise',
  params: InFestival,
  query: PageQuery.extend(CodeFilter.shape),
  response: page(PromoCode),
});

const OnCode = InFestival.extend({ codeId: z.uuid() });

export const getPromoCode = route({
  method: 'GET',
  path: '/festivals/:festivalId/promo-codes/:codeId',
  permission: 'ticketing.read',
  summary: 'One promo code',
  params: OnCode,
  response: PromoCode,
  errors: ['general.not_found'],
});

export const createPromoCode = route({
  method: 'POST',
  path: '/festivals/:festivalId/promo-codes',
  permission: 'ticketing.edit',
  idempotent: true,
  summary: 'Add a promo code',
  params: InFestival,
  body: NewPromoCode,
  response: PromoCode,
  status: 201,
  errors: ['ticketing.code_taken', 'ticketing.unknown_type'],
});

export const makePromoCodes = route({
  method: 'POST',
  path: '/festivals/:festivalId/promo-codes/many',
  permission: 'ticketing.edit',
  idempotent: true,
  summary: 'Make up to 10 000 codes of one kind, each with random letters',
  params: InFestival,
  body: ManyPromoCodes,
  response: z.object({ made: z.int(), first: z.string() }),
  status: 201,
  errors: ['ticketing.unknown_type', 'ticketing.code_taken'],
});

export const updatePromoCode = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/promo-codes/:codeId',
  permission: 'ticketing.edit',
  summary: 'Change a promo code; `version` is the one that the change was made from',
  params: OnCode,
  body: z.object({ version: z.int(), changes: PromoCodeChanges }),
  response: PromoCode,
  errors: [
    'general.not_found',
    'general.conflict',
    'general.validation_failed',
    'ticketing.code_taken',
    'ticketing.unknown_type',
    'ticketing.quota_below_sold',
  ],
});

export const listCodeUses = route({
  method: 'GET',
  path: '/festivals/:festivalId/promo-codes/:codeId/uses',
  permission: 'orders.read',
  summary: 'The orders that used a code, the newest first',
  params: OnCode,
  query: PageQuery,
  response: page(CodeUse),
  errors: ['general.not_found'],
});

/** A bundle as the shop shows it. Prices contain their VAT and the fees of its tickets. */
export const BundleOffer = z
  .object({
    id: z.uuid(),
    name: Localised(80),
    description: Localised(500),
    price: Amount,
    /** What its parts cost alone. */
    listPrice: Amount,
    maxPerOrder: z.int(),
    parts: z.array(z.object({ ticketTypeId: TicketTypeId, name: Localised(200), quantity: z.int() })),
    available: z.boolean(),
  })
  .meta({ id: 'BundleOffer' });
export type BundleOffer = z.infer<typeof BundleOffer>;

export const OptionOffer = z
  .object({
    id: z.uuid(),
    kind: OptionKind,
    name: Localised(80),
    description: Localised(500),
    price: Price,
    needsTicket: z.boolean(),
    /** Whether an order of nothing but this is sold now. */
    alone: z.boolean(),
    most: z.int(),
    /** How many of it one person may have in all their orders together; null is without end. */
    maxPerPerson: z.int().nullable(),
    ticketTypeIds: z.array(TicketTypeId),
    available: z.boolean(),
  })
  .meta({ id: 'OptionOffer' });
export type OptionOffer = z.infer<typeof OptionOffer>;

/** Everything that the shop shows before somebody chooses. */
export const ShopWindow = z
  .object({
    currency: Currency,
    offers: z.array(Offer),
    bundles: z.array(BundleOffer),
    options: z.array(OptionOffer),
    /** What an order costs once beside its tickets. */
    orderFees: z.array(z.object({ name: Localised(60), amount: Amount })),
    /** Discounts that come by themselves, by their names. */
    discounts: z.array(Localised(60)),
    takesCodes: z.boolean(),
    takesGifts: z.boolean(),
    /** Whether companies of other states buy without VAT. */
    sellsToCompanies: z.boolean(),
    /** Whether a price is more than the sum of what was chosen: then the server is asked. */
    hasRules: z.boolean(),
    /** Other currencies that prices are shown in, with their rates. What is charged is `currency`. */
    alsoIn: z.array(PresentmentRate),
  })
  .meta({ id: 'ShopWindow' });
export type ShopWindow = z.infer<typeof ShopWindow>;

export const getShop = route({
  method: 'GET',
  path: '/festivals/:festivalId/shop',
  permission: 'public',
  summary: 'What the shop sells now; with promo codes also what they open',
  params: InFestival,
  query: z.object({
    /** As it was typed; several are separated by commas. */
    code: z
      .string()
      .trim()
      .max(mostCodes * 41)
      .optional(),
  }),
  response: ShopWindow,
  errors: ['general.not_found'],
  limit: { times: 600, seconds: 60, per: 'address' },
});

export const quoteBasket = route({
  method: 'POST',
  path: '/festivals/:festivalId/quotes',
  permission: 'public',
  summary: 'What an order would cost now, line by line, and why; nothing is held',
  params: InFestival,
  body: BasketWishes,
  response: Quote,
  errors: [
    'general.not_found',
    'ticketing.sales_closed',
    'ticketing.festival_over',
    'ticketing.too_many',
    'ticketing.too_few',
    'ticketing.variation_needed',
    'ticketing.price_below_least',
    'ticketing.option_needs_ticket',
    'ticketing.code_unknown',
    'ticketing.code_not_now',
    'ticketing.code_spent',
    'ticketing.code_not_stackable',
    'ticketing.code_without_effect',
    'ticketing.vat_number_invalid',
  ],
  // Whoever guesses at codes is slowed down here; a row of desks behind one address is not.
  limit: { times: 120, seconds: 60, per: 'address', teamApart: 'desk.sell' },
});
