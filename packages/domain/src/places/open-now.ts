/** Whether a place or a stand is open at a moment, until when, and when it opens again; knows no schema, so that a page's script may carry it. */
import { addDays, wallClockOf } from '../calendar.ts';
import type { OpeningHours } from './opening-hours.ts';

/** What the clock on the festival's wall shows: `date` as 2040-07-13, `time` as 23:30. */
export interface WallTime {
  date: string;
  time: string;
}

/** The festival's wall clock at an instant. */
export function wallTimeOf(instant: Date, zone: string): WallTime {
  const [date = '', time = ''] = new Date(wallClockOf(instant, zone)).toISOString().split('T');
  return { date, time: time.slice(0, 5) };
}

export type OpenState =
  | { open: true; /** The time at which it closes; null when it never does. */ until: string | null }
  | {
      open: false;
      /** When it opens next; null when it does not any more. */ next: { day: string; opens: string } | null;
    };

/** What closes before it opens, or when it opens, closes on the next morning. Without hours it is always open. */
export function openState(hours: readonly OpeningHours[], { date, time }: WallTime): OpenState {
  if (hours.length === 0) return { open: true, until: null };
  const yesterday = addDays(date, -1);
  const now = hours.find(({ day, opens, closes }) => {
    const overnight = closes <= opens;
    if (day === date) return time >= opens && (overnight || time < closes);
    return day === yesterday && overnight && time < closes;
  });
  if (now) return { open: true, until: now.closes };
  const [next] = hours
    .filter(({ day, opens }) => day > date || (day === date && opens > time))
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.opens.localeCompare(b.opens));
  return { open: false, next: next ? { day: next.day, opens: next.opens } : null };
}
