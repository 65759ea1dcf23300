/** What the team sells at its own desk: paid as it is sold. */
import { route } from '@festivals/contract';
import { z } from 'zod';
import { Amount, Currency, Email, InFestival, Language, Line, LocalDate } from '../primitives.ts';
import { Answers, Attendees } from './asked/schemas.ts';
import { holdBasket } from './contract.ts';
import { BasketWishes } from './pricing/wishes-schema.ts';
import { Order } from './schemas.ts';

/** By which means the money came: into the till, by a terminal beside us, to the bank; or that it is given away. */
export const DeskMeans = z.enum(['CASH', 'CARD_TERMINAL', 'BANK_TRANSFER', 'FREE']);
export type DeskMeans = z.infer<typeof DeskMeans>;

export const sellAtDesk = route({
  method: 'POST',
  path: '/festivals/:festivalId/desk-sales',
  permission: 'desk.sell',
  idempotent: true,
  summary: 'Sell at the desk: held, ordered, paid and issued at once, or not at all',
  params: InFestival,
  body: z
    .object({
      wishes: BasketWishes,
      /** What was shown: nothing dearer is sold. */
      total: Amount,
      name: Line(120).optional(),
      /** Gets the tickets by mail; without one they are printed. */
      email: Email.optional(),
      language: Language,
      means: DeskMeans,
      /** Why it is given away, or a receipt's number. */
      reason: Line(200).optional(),
      /** Whatever is told of what buyers are asked; at the desk nothing has to be. */
      attendees: Attendees.default([]),
      answers: Answers.default([]),
    })
    .refine(({ means, reason }) => means !== 'FREE' || reason !== undefined, {
      path: ['reason'],
      message: 'too_small',
    }),
  response: z.object({
    order: Order,
    /** Opens the order's tickets, as the link of a mail does. */
    secret: z.string(),
  }),
  status: 201,
  errors: [
    // Whoever stands at the desk does no work for it.
    ...holdBasket.errors.filter((name) => name !== 'ticketing.work_wanted'),
    'ticketing.code_person_limit',
    'ticketing.code_needs_email',
    'ticketing.answers_wrong',
  ],
});

/** Where money lies that people take and give by hand: in the till, at the terminal's company, at the bank. */
export const TakenWhere = z.enum(['CASH', 'TERMINAL', 'BANK']);
export type TakenWhere = z.infer<typeof TakenWhere>;

/** What one of the team took and paid out in one place on a day. */
export const Taking = z
  .object({
    personId: z.uuid(),
    /** Null once their account is gone. */
    name: z.string().nullable(),
    where: TakenWhere,
    currency: Currency,
    /** How often money moved. */
    times: z.int().min(0),
    /** Both counted up. */
    taken: Amount,
    paidOut: Amount,
  })
  .meta({ id: 'Taking' });
export type Taking = z.infer<typeof Taking>;

export const listTakings = route({
  method: 'GET',
  path: '/festivals/:festivalId/takings',
  permission: 'desk.sell',
  summary:
    'What was taken and paid out by hand on a festival day, by whom and where it lies, as the books have it; one’s own alone without the right to read the ledger',
  params: InFestival,
  query: z.object({
    /** It ends with the night, at six in the morning; today where it is left out. */
    day: LocalDate.optional(),
  }),
  response: z.object({ day: LocalDate, takings: z.array(Taking) }),
  errors: ['general.not_found'],
});
