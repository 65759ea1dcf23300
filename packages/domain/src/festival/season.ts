/** How a festival's first and last day go together; a day that is not given yet goes with any other. */
import { daysBetween } from '../calendar.ts';

/** A season at the longest: what lists a festival's days makes no millions of them. */
export const mostDays = 366;

type Dates = { startsOn?: string | undefined; endsOn?: string | undefined };

export const endsAfterStart = ({ startsOn, endsOn }: Dates): boolean => !startsOn || !endsOn || startsOn <= endsOn;

export const isSeason = ({ startsOn, endsOn }: Dates): boolean =>
  !startsOn || !endsOn || daysBetween(startsOn, endsOn) < mostDays;
