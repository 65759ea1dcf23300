/** Moments as a festival's clocks show them, such that reading gives the same moment back. */
import { instantOf, wallClockOf } from '../../calendar.ts';

const pad = (number: number, width = 2) => String(number).padStart(width, '0');

/** `2040-07-13T21:30:00+02:00`. */
export function withOffset(instant: string, zone: string): string {
  const at = Date.parse(instant);
  const wall = wallClockOf(new Date(at), zone);
  const minutes = Math.round((wall - Math.floor(at / 1000) * 1000) / 60_000);
  const ahead = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${pad(Math.floor(ahead / 60))}:${pad(ahead % 60)}`;
  return new Date(wall).toISOString().slice(0, 19) + offset;
}

/** `2040-07-13 21:30`; with its offset where the clock shows that time twice, or seconds count. */
export function localTime(instant: string, zone: string): string {
  const exact = withOffset(instant, zone);
  const [date = '', time = ''] = exact.slice(0, 16).split('T');
  return instantOf(date, time, zone).getTime() === Date.parse(instant) ? `${date} ${time}` : exact;
}

/** How long something lasts, `01:30`; with seconds where they count. */
export function clockLength({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  const seconds = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 1000);
  const short = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? short : `${short}:${pad(seconds % 60)}`;
}
