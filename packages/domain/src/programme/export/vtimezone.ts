import { wallClockOf } from '../../calendar.ts';

const hour = 3_600_000;
const day = 24 * hour;

const offsetAt = (instant: number, zone: string) =>
  wallClockOf(new Date(instant), zone) - Math.floor(instant / 1000) * 1000;

/** The first moment, to the minute, after `from` and up to `to` at which a clock shows what it did not by itself. */
function change(from: number, to: number, zone: string): number {
  const before = offsetAt(from, zone);
  let [low, high] = [from, to];
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 2 / 60_000) * 60_000;
    if (middle <= low || middle >= high) break;
    if (offsetAt(middle, zone) === before) low = middle;
    else high = middle;
  }
  return high;
}

const local = (instant: number) => new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');

function signed(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(minutes / 60)}${two(minutes % 60)}`;
}

/** The rules of a zone's clocks for the years in which something is planned (RFC 5545, 3.6.5), as lines of a calendar. */
export function vtimezone(zone: string, first: Date, last: Date): string[] {
  const from = Date.UTC(first.getUTCFullYear() - 1, 6, 1);
  const to = Date.UTC(last.getUTCFullYear() + 1, 6, 1);
  const offsets: { at: number; before: number; after: number }[] = [];
  for (let at = from; at < to; at += day) {
    const [before, after] = [offsetAt(at, zone), offsetAt(at + day, zone)];
    if (before !== after) offsets.push({ at: change(at, at + day, zone), before, after });
  }
  const known =
    offsets.length > 0 ? offsets : [{ at: from, before: offsetAt(from, zone), after: offsetAt(from, zone) }];
  const winter = Math.min(...known.flatMap(({ before, after }) => [before, after]));
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...known.flatMap(({ at, before, after }) => {
      const kind = after > winter ? 'DAYLIGHT' : 'STANDARD';
      return [
        `BEGIN:${kind}`,
        // The moment of the change as the clock shows it just before.
        `DTSTART:${local(at + before)}`,
        `TZOFFSETFROM:${signed(before)}`,
        `TZOFFSETTO:${signed(after)}`,
        `END:${kind}`,
      ];
    }),
    'END:VTIMEZONE',
  ];
}
