import { addDays, dateIn, festivalDay, instantOf } from '../calendar.ts';

interface Days {
  zone: string;
  /** The hour at which the festival's day ends, 0 to 12. */
  cutOff: number;
  endsOn: string;
}

/**
 * The next instant at which another day begins, by the calendar or by the festival's own count, and what was “in three days” is in two.
 * Null once it is over and nothing is counted any more.
 */
export function nextDayTurn({ zone, cutOff, endsOn }: Days, now: Date): Date | null {
  const [today, ours] = [dateIn(now, zone), festivalDay(now, zone, cutOff)];
  if (ours > addDays(endsOn, 1)) return null;
  const turns = [
    instantOf(addDays(today, 1), '00:00', zone),
    instantOf(addDays(ours, 1), `${String(cutOff).padStart(2, '0')}:00`, zone),
  ];
  return new Date(Math.min(...turns.map((turn) => turn.getTime()).filter((turn) => turn > now.getTime())));
}
