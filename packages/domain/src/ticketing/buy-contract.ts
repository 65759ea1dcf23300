import { route } from '@festivals/contract';
import { z } from 'zod';
import { Email, FestivalId, Language, Line } from '../primitives.ts';
import { SandboxMethod } from '../payments/schemas.ts';
import { holdBasket, payOrder, placeOrder } from './contract.ts';
import { BasketWishes } from './pricing/wishes-schema.ts';
import { Order } from './schemas.ts';

export const buyTickets = route({
  method: 'POST',
  path: '/tickets/buy',
  permission: 'public',
  idempotent: true,
  summary: 'Buy in one call: hold, order and pay; sent again with its key it goes on where it stopped',
  body: z.object({
    festivalId: FestivalId,
    /** Made by the buyer's device; it opens the order. */
    secret: z.string().min(20).max(100),
    wishes: BasketWishes,
    /** What the buyer was shown, minor units: nothing dearer is bought. */
    total: z.int().min(0).optional(),
    email: Email,
    name: Line(120),
    language: Language,
    /** Left out where nothing is to be paid. */
    method: SandboxMethod.optional(),
  }),
  response: Order,
  errors: [...new Set([...holdBasket.errors, ...placeOrder.errors, ...payOrder.errors])],
  limit: { times: 600, seconds: 60, per: 'address' },
});
