import { route } from '@festivals/contract';
import { z } from 'zod';
import { PayerAction, PaymentWay, SandboxMethod } from '../payments/schemas.ts';
import { Amount, Currency, Email, FestivalId, Language, Line, PaymentId, TicketTypeId } from '../primitives.ts';
import { checkoutOrder } from './checkout-contract.ts';
import { holdBasket, payOrder, placeOrder } from './contract.ts';
import { Answers, Attendee } from './asked/schemas.ts';
import { BasketWishes } from './pricing/wishes-schema.ts';
import { Order } from './schemas.ts';
import { Work } from './hold-work/schemas.ts';

/** Somebody who comes, by the type of their ticket; a guardian is named by their number in the list, from 0. */
export const BuyAttendee = Attendee.omit({ lineNo: true, nth: true, guardian: true }).extend({
  ticketTypeId: TicketTypeId,
  guardian: z
    .object({ name: Line(120).optional(), phone: z.string().max(60), attendee: z.int().min(0).max(499).optional() })
    .optional(),
});
export type BuyAttendee = z.infer<typeof BuyAttendee>;

/** What is left to do once somebody has bought. */
export const PurchaseStep = z
  .discriminatedUnion('status', [
    /** Nothing: the tickets are in the order. */
    z.object({ status: z.literal('done') }),
    /** The provider thinks: look at the order again in a moment. */
    z.object({ status: z.literal('processing') }),
    /** The payer does this, then looks at the order again. `authenticate` is the sandbox bank's question. */
    z.object({
      status: z.literal('requires_action'),
      action: z.discriminatedUnion('kind', [
        ...PayerAction.options,
        z.object({ kind: z.literal('authenticate'), paymentId: PaymentId }),
      ]),
    }),
  ])
  .meta({ id: 'PurchaseStep' });
export type PurchaseStep = z.infer<typeof PurchaseStep>;

export const Purchase = Order.extend({ next: PurchaseStep }).meta({ id: 'Purchase' });
export type Purchase = z.infer<typeof Purchase>;

export const buyTickets = route({
  method: 'POST',
  path: '/tickets/buy',
  permission: 'public',
  idempotent: true,
  summary:
    'Buy in one call: hold, order and pay, by any way that the festival offers; `next` says what the payer does then. Sent again with its key it goes on where it stopped',
  body: z.object({
    festivalId: FestivalId,
    /** Made by the buyer's device; it opens the order. */
    secret: z.string().min(20).max(100),
    wishes: BasketWishes,
    /** What the buyer was shown: nothing dearer is bought. */
    total: Amount.optional(),
    /** Where the festival wants some for a hold: `ticketing.work_wanted` says over what. */
    work: Work.optional(),
    email: Email,
    name: Line(120),
    language: Language,
    /** Who comes, where the festival asks for it: they are given the tickets of their type one after another. */
    attendees: z.array(BuyAttendee).max(500).default([]),
    /** What the order is asked. */
    answers: Answers.default([]),
    /** In which other currency the price was shown as well. */
    shownIn: Currency.optional(),
    /** One of those that `GET /festivals/:festivalId/payment-ways` lists. */
    way: PaymentWay.default('sandbox'),
    /** What the sandbox does with it; left out by every other way, and where nothing is to be paid. */
    method: SandboxMethod.optional(),
    /** The provider's form in the buyer's own page (`element`); its own page otherwise (`redirect`). */
    embedded: z.boolean().default(false),
    /** Where the provider leads back to, at one of the platform's own hosts; left out, the order's page on the festival's site. */
    returnTo: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
  }),
  response: Purchase,
  errors: [...new Set([...holdBasket.errors, ...placeOrder.errors, ...payOrder.errors, ...checkoutOrder.errors])],
  limit: { times: 600, seconds: 60, per: 'address' },
});
