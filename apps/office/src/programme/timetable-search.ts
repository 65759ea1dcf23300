import { z } from 'zod';

/** Which sets are shown; `ODD` are those that should be looked at again. */
export const SetFilter = z.enum(['PENDING', 'CONFIRMED', 'CANCELLED', 'ODD']);
export type SetFilter = z.infer<typeof SetFilter>;

/** What of the timetable is in the address. */
export type TimetableSearch = {
  day?: string | undefined;
  whole?: boolean | undefined;
  sets?: SetFilter | undefined;
  stage?: string | undefined;
};
