/** What is asked of buyers and of those who come: set by the office, answered in the shop, seen and changed afterwards. */
import { route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Instant, Line, LocalDate, OrderId, TicketId } from '../../primitives.ts';
import { Answers, AskedOfBuyers, Guardian, HolderKnown, KeptAnswer } from './schemas.ts';

const OnOrder = InFestival.extend({ orderId: OrderId });
const Secret = z.string().min(20).max(100);
const Version = z.int().min(0);

/** What is asked, with the version that a change is made from; 0 before anybody set anything. */
export const AskedRecord = z.object({ asked: AskedOfBuyers, version: Version }).meta({ id: 'AskedRecord' });

export const getAsked = route({
  method: 'GET',
  path: '/festivals/:festivalId/asked',
  permission: 'ticketing.read',
  summary: 'What is asked of buyers and of those who come: questions, names, minors',
  params: InFestival,
  response: AskedRecord,
});

export const saveAsked = route({
  method: 'PUT',
  path: '/festivals/:festivalId/asked',
  permission: 'ticketing.edit',
  summary:
    'Set what is asked as a whole; `version` is the one that the change was made from. Answers that were given stay',
  params: InFestival,
  body: AskedRecord,
  response: AskedRecord,
  errors: ['general.conflict', 'ticketing.unknown_type'],
});

export const viewAsked = route({
  method: 'GET',
  path: '/festivals/:festivalId/asked/now',
  permission: 'public',
  summary: 'What the checkout asks now, and the first day, by which ages are reckoned',
  params: InFestival,
  response: z
    .object({
      asked: AskedOfBuyers,
      version: Version,
      startsOn: LocalDate,
      /** The date in the festival's zone. */
      today: LocalDate,
    })
    .meta({ id: 'AskedNow' }),
  errors: ['general.not_found'],
  limit: { times: 600, seconds: 60, per: 'address' },
});

/** What was asked about an order, and what may still be changed of it. */
export const OrderAsked = z
  .object({
    /** Grows with each change; 0 as it was placed. */
    version: Version,
    asked: AskedOfBuyers,
    startsOn: LocalDate,
    today: LocalDate,
    /** Whether the buyer may change names and answer what is asked later, at this moment. */
    open: z.boolean(),
    changesUntil: Instant.nullable(),
    /** The festival's zone, in which a deadline is said. */
    zone: z.string(),
    /** The company that owes the tax itself, where one does. */
    company: z.object({ country: z.string(), vatNumber: z.string(), name: z.string().optional() }).nullable(),
    answers: z.array(KeptAnswer),
    holders: z.array(HolderKnown),
  })
  .meta({ id: 'OrderAsked' });
export type OrderAsked = z.infer<typeof OrderAsked>;

export const getOrderAsked = route({
  method: 'GET',
  path: '/festivals/:festivalId/orders/:orderId/asked',
  permission: 'orders.read',
  summary: 'What was answered with an order, and who comes: birth dates and guardians of minors too',
  params: OnOrder,
  response: OrderAsked,
  errors: ['general.not_found'],
});

export const viewOrderAsked = route({
  method: 'GET',
  path: '/festivals/:festivalId/orders/:orderId/holders',
  permission: 'public',
  summary: 'The same for its buyer: by the secret, or signed in with the address that bought',
  params: OnOrder,
  query: z.object({ secret: Secret.optional() }),
  response: OrderAsked,
  errors: ['general.not_found'],
});

/** What changes of one ticket; what is left out stays. */
export const HolderChange = z.object({
  ticketId: TicketId,
  name: Line(120).optional(),
  bornOn: z.string().max(10).optional(),
  guardian: Guardian.optional(),
  /** All that is asked later of it, where any of that changes. */
  answers: Answers.optional(),
});

export const changeOrderAsked = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/orders/:orderId/holders',
  permission: 'public',
  idempotent: true,
  summary: "The buyer changes holders' names and answers what is asked later, until the festival's deadline",
  params: OnOrder,
  body: z.object({
    secret: Secret.optional(),
    version: Version,
    holders: z
      .array(HolderChange)
      .max(500)
      .refine((all) => new Set(all.map(({ ticketId }) => ticketId)).size === all.length, { message: 'duplicates' }),
    /** All that is asked later of the order, where any of that changes. */
    answers: Answers.optional(),
  }),
  response: OrderAsked,
  errors: [
    'general.not_found',
    'general.conflict',
    'ticketing.answers_wrong',
    'ticketing.changes_over',
    'ticketing.not_paid',
    'ticketing.ticket_used',
    'ticketing.ticket_over',
  ],
  limit: { times: 120, seconds: 60, per: 'address' },
});
