import { queryBoolean } from '@festivals/contract';
import { z } from 'zod';

/** What tickets are printed on: A4 to be folded twice, or A6 as it is. */
export const TicketPaper = z.enum(['A4', 'A6']);
export type TicketPaper = z.infer<typeof TicketPaper>;

/** How somebody wants tickets printed. */
export const PrintChoice = z.object({
  /** The festival's own choice where it is left out. */
  paper: TicketPaper.optional(),
  /** To be given away: it does not say what it cost. */
  gift: queryBoolean().default(false),
});
export type PrintChoice = z.infer<typeof PrintChoice>;
