import { z } from 'zod';
import { LocalDate } from '../primitives.ts';

const WallClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When a place or a stand is open on one festival day; what closes before it opens closes after midnight. */
export const OpeningHours = z.object({ day: LocalDate, opens: WallClock, closes: WallClock });
export type OpeningHours = z.infer<typeof OpeningHours>;

/** The hours of several days, each day once. */
export const WeekOfHours = z
  .array(OpeningHours)
  .max(60)
  .refine((hours) => new Set(hours.map(({ day }) => day)).size === hours.length, { message: 'duplicates' });
