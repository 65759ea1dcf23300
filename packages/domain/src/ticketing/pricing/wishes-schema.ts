import { z } from 'zod';
import { Amount, Cents, Currency, Line as OneLine, Price, TicketTypeId } from '../../primitives.ts';
import { Line } from '../schemas.ts';
import { Work } from '../hold-work/schemas.ts';
import { codeKey } from './code-key.ts';

/** How many promo codes may stand in one order. */
export const mostCodes = 5;

const Quantity = z.int().min(1).max(50);
const areUnlike = (keys: readonly string[]) => new Set(keys).size === keys.length;
const duplicates = { message: 'duplicates' };

const wishes = z.object({
  items: z
    .array(
      z.object({
        ticketTypeId: TicketTypeId,
        /** Which kind of it, where it has several. */
        variationId: z.uuid().optional(),
        quantity: Quantity,
        /** What is given for each where the buyer names the price: minor units, without fees, and with VAT where prices are typed with it. */
        price: Price.optional(),
      }),
    )
    .max(20)
    .refine((all) => areUnlike(all.map(({ ticketTypeId, variationId = '' }) => ticketTypeId + variationId)), duplicates)
    .default([]),
  bundles: z
    .array(z.object({ bundleId: z.uuid(), quantity: Quantity }))
    .max(10)
    .refine((all) => areUnlike(all.map(({ bundleId }) => bundleId)), duplicates)
    .default([]),
  options: z
    .array(z.object({ optionId: z.uuid(), quantity: Quantity }))
    .max(20)
    .refine((all) => areUnlike(all.map(({ optionId }) => optionId)), duplicates)
    .default([]),
  /** Promo codes as they were typed. */
  codes: z
    .array(OneLine(40))
    .max(mostCodes)
    .refine((all) => areUnlike(all.map(codeKey)), duplicates)
    .default([]),
  /** Given on top, minor units. */
  donation: Price.default(0),
  /** A company that buys: its state, ISO 3166-1 alpha-2, its VAT number, and the name that its receipt is made out to. */
  company: z
    .object({ country: z.string().regex(/^[A-Z]{2}$/), vatNumber: OneLine(30), name: OneLine(120).optional() })
    .optional(),
});

/** What somebody would like to buy. */
export const BasketWishes = wishes.refine(
  ({ items, bundles, options }) => items.length + bundles.length + options.length > 0,
  { path: ['items'], message: 'too_small' },
);

/** The same, held for whoever made the secret; `total` is what the buyer was shown: nothing dearer is held. */
export const HoldWishes = wishes
  .extend({
    /** Made by the buyer's device; only its hash is kept. */
    secret: z.string().min(20).max(100),
    total: Amount.optional(),
    /** Where the festival wants some: `ticketing.work_wanted` says over what. */
    work: Work.optional(),
  })
  .refine(({ items, bundles, options }) => items.length + bundles.length + options.length > 0, {
    path: ['items'],
    message: 'too_small',
  });

/** What an order would cost now. Nothing is held. */
export const Quote = z
  .object({
    currency: Currency,
    lines: z.array(Line),
    discount: Cents,
    fees: Cents,
    vatAmount: Cents,
    total: Cents,
    /** What each code takes off. */
    codes: z.array(z.object({ code: z.string(), amount: Cents })),
    reverseCharge: z.boolean(),
  })
  .meta({ id: 'Quote' });
export type Quote = z.infer<typeof Quote>;
