import { z } from 'zod';

/** What the address of the stock's screen says. */
export const stockSearch = z.object({
  item: z.string().optional().catch(undefined),
  move: z.enum(['delivery', 'count']).optional().catch(undefined),
  only: z.enum(['short']).optional().catch(undefined),
});
