import { z } from 'zod';
import { Amount, Cents, Instant, Line, OrderId, Price, Text, TicketTypeId } from '../../primitives.ts';
import { OrderStatus } from '../schemas.ts';

const TypeIds = z
  .array(TicketTypeId)
  .max(200)
  .refine((ids) => new Set(ids).size === ids.length, { message: 'duplicates' });

/** What somebody types: letters, digits and what holds them together. Upper and lower case are the same code. */
export const CodeText = Line(40)
  .normalize('NFC')
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, 'invalid_format')
  .toUpperCase();

export const CodeEffect = z.enum(['NONE', 'PERCENT', 'AMOUNT', 'FIXED_PRICE']);

const terms = z.object({
  /** For the team alone. */
  note: Text(200),
  effect: CodeEffect,
  /** Basis points for PERCENT, minor units for AMOUNT and FIXED_PRICE. */
  value: Price,
  /** Whether an AMOUNT is taken off each ticket or once off the order. */
  per: z.enum(['TICKET', 'ORDER']),
  /** The types that it makes cheaper; none named is all. */
  ticketTypeIds: TypeIds,
  /** Hidden types that it opens. */
  unlocks: TypeIds,
  /** How many tickets of one order it makes cheaper at most; null is all. */
  mostTickets: z.int().min(1).max(50).nullable(),
  validFrom: Instant.nullable(),
  validUntil: Instant.nullable(),
  /** Whether another code may stand beside it in one order. */
  stacks: z.boolean(),
  /** Whether tickets that a discount made cheaper become cheaper still. */
  withDiscounts: z.boolean(),
  /** How many orders of one address may use it; null is as many as they like. */
  perPerson: z.int().min(1).max(1000).nullable(),
  /** How many orders may use it; null is without end. */
  uses: z.int().min(0).max(1_000_000).nullable(),
  /** How much it may cost in all; null is without end. */
  budget: Amount.max(20_000_000_00).nullable(),
  /** Taken back: nobody can use it any more. */
  disabled: z.boolean(),
});

/** A promo code as the office sees it. `used` and `spent` count orders that are paid, `held` those on the way. */
export const PromoCode = terms
  .extend({
    id: z.uuid(),
    code: z.string(),
    /** Orders that used it, paid. */
    used: z.int(),
    /** Baskets and orders that hold a use just now. */
    held: z.int(),
    /** What it took off paid orders, minor units. */
    spent: z.int(),
    createdAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'PromoCode' });
export type PromoCode = z.infer<typeof PromoCode>;

type Contradicting = {
  effect?: z.infer<typeof CodeEffect> | undefined;
  value?: number | undefined;
  validFrom?: string | null | undefined;
  validUntil?: string | null | undefined;
};
/** More than all of a price is no percentage. */
export const isTooMuch = ({ effect, value }: Contradicting): boolean =>
  effect === 'PERCENT' && value !== undefined && value > 10_000;
export const isReversed = ({ validFrom, validUntil }: Contradicting): boolean =>
  !!validFrom && !!validUntil && Date.parse(validFrom) >= Date.parse(validUntil);

/** Refuses terms that contradict each other. */
export const consistent = <T extends z.ZodType<Contradicting>>(code: T) =>
  code
    .refine((given) => !isReversed(given), { path: ['validUntil'], message: 'ends_before_start' })
    .refine((given) => !isTooMuch(given), { path: ['value'], message: 'too_big' });

const news = terms.extend({
  note: terms.shape.note.default(''),
  value: terms.shape.value.default(0),
  per: terms.shape.per.default('TICKET'),
  ticketTypeIds: TypeIds.default([]),
  unlocks: TypeIds.default([]),
  mostTickets: terms.shape.mostTickets.default(null),
  validFrom: terms.shape.validFrom.default(null),
  validUntil: terms.shape.validUntil.default(null),
  stacks: z.boolean().default(false),
  withDiscounts: z.boolean().default(true),
  perPerson: terms.shape.perPerson.default(null),
  uses: terms.shape.uses.default(null),
  budget: terms.shape.budget.default(null),
  disabled: z.boolean().default(false),
});
export const NewPromoCode = consistent(news.extend({ code: CodeText }));
export const PromoCodeChanges = consistent(terms.extend({ code: CodeText }).partial());

/** Many codes of one kind, each with random letters after its beginning. */
export const ManyPromoCodes = consistent(
  news.extend({
    prefix: z.union([z.literal(''), CodeText.pipe(z.string().max(20))]).default(''),
    count: z.int().min(1).max(10_000),
  }),
);

/** An order that a code was used for. */
export const CodeUse = z
  .object({
    orderId: OrderId,
    reference: z.string(),
    name: z.string(),
    email: z.string(),
    status: OrderStatus,
    placedAt: Instant,
    /** What it took off. */
    amount: Cents,
  })
  .meta({ id: 'PromoCodeUse' });
