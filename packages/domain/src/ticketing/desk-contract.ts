/** What the team sells at its own desk: paid as it is sold. */
import { route } from '@festivals/contract';
import { z } from 'zod';
import { Email, InFestival, Language, Line } from '../primitives.ts';
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
      /** What was shown, minor units: nothing dearer is sold. */
      total: z.int().min(0),
      name: Line(120).optional(),
      /** Gets the tickets by mail; without one they are printed. */
      email: Email.optional(),
      language: Language,
      means: DeskMeans,
      /** Why it is given away, or a receipt's number. */
      reason: Line(200).optional(),
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
  // Whoever stands at the desk does no work for it.
  errors: [...holdBasket.errors.filter((name) => name !== 'ticketing.work_wanted'), 'ticketing.code_person_limit'],
});
