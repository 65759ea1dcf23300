import { z } from 'zod';
import { Cents, Currency, Instant } from '../primitives.ts';
import { leastRate, mostRate } from './presentment.ts';

const Rate = z.int().min(leastRate).max(mostRate);

/** Millionths of a unit of another currency for one unit of the festival's own, by the organiser's word. */
export const PresentmentRate = z
  .object({ currency: Currency, rate: Rate, since: Instant })
  .meta({ id: 'PresentmentRate' });
export type PresentmentRate = z.infer<typeof PresentmentRate>;

/** As what an order's total was shown beside what is charged; the order's own amounts are the ones that count. */
export const Presentment = z.object({ currency: Currency, rate: z.int(), amount: Cents }).meta({ id: 'Presentment' });
export type Presentment = z.infer<typeof Presentment>;
