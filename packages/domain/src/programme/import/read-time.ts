/** Times as programmes write them: "20:30", "20h30", "8.30 pm", 2030, 130, 2530, 0.85, or with their date. */
import { addDays, instantOf } from '../../calendar.ts';
import { dateOfSerial, readDay, type FestivalDays } from './read-day.ts';

/** A time of day in minutes since midnight, the night after being beyond 24:00; with a date; or a moment. */
export type ReadTime =
  | { kind: 'clock'; minutes: number }
  | { kind: 'local'; date: string; minutes: number; seconds: number }
  | { kind: 'moment'; at: number };

/** Until 29:59 the hours beyond midnight may be counted on. */
const lastMinute = 30 * 60;

const inRange = (hours: number, minutes: number) =>
  minutes < 60 && hours * 60 + minutes < lastMinute ? hours * 60 + minutes : null;

const written = /^(\d{1,2})\s*[:.h]\s*(\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:h|uhr|hrs?)?\s*([ap])?\.?\s?(?:m\.?)?$/i;
const hourAlone = /^(\d{1,2})\s*(?:h|uhr|hrs?|([ap])\.?\s?m\.?)$/i;

function halfDay(hours: number, half: string | undefined): number {
  if (half === undefined || hours > 12) return hours;
  return half.toLowerCase() === 'a' ? hours % 12 : (hours % 12) + 12;
}

/** Minutes since midnight, or null. */
export function readClock(text: string): number | null {
  // A spreadsheet's share of a day; nobody writes 00:25 with one zero and a point.
  if (/^[01]?[.,]\d+$/.test(text) && !/^1[.,]\d{2}$/.test(text)) {
    const minutes = Math.round(Number(text.replace(',', '.')) * 1440);
    return minutes < lastMinute ? minutes : null;
  }
  const clock = written.exec(text);
  if (clock) return inRange(halfDay(Number(clock[1]), clock[3]), Number(clock[2]));
  const hour = hourAlone.exec(text);
  if (hour) return inRange(halfDay(Number(hour[1]), hour[2]), 0);
  if (!/^\d{1,4}$/.test(text)) return null;
  const number = Number(text);
  // "130" has lost its zero; of two figures, hours are meant as long as they can be.
  if (text.length <= 2) return number < 30 ? number * 60 : inRange(0, number);
  return inRange(Math.floor(number / 100), number % 100);
}

const iso = /^(\d{4})-?(\d{2})-?(\d{2})[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

function ofIso(match: RegExpExecArray): ReadTime | null {
  const [, year, month, day, hours, minutes, seconds = '00', zone] = match;
  const date = `${year}-${month}-${day}`;
  if (Number.isNaN(Date.parse(`${date}T00:00Z`)) || Number(hours) > 24 || Number(minutes) > 59 || Number(seconds) > 59)
    return null;
  if (zone === undefined)
    return { kind: 'local', date, minutes: Number(hours) * 60 + Number(minutes), seconds: Number(seconds) };
  // PostgreSQL leaves the minutes out where there are none.
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3).slice(-2) || '00'}`;
  const at = Date.parse(`${date}T${hours}:${minutes}:${seconds}${offset}`);
  return Number.isNaN(at) ? null : { kind: 'moment', at };
}

/** What a cell says of a time, or null. */
export function readTime(text: string, festival: FestivalDays): ReadTime | null {
  const minutes = readClock(text);
  if (minutes !== null) return { kind: 'clock', minutes };
  const exact = iso.exec(text);
  if (exact) return ofIso(exact);
  if (/^\d{5}[.,]\d+$/.test(text)) {
    const serial = Number(text.replace(',', '.'));
    const inDay = Math.round((serial - Math.floor(serial)) * 1440);
    return { kind: 'local', date: dateOfSerial(serial), minutes: inDay, seconds: 0 };
  }
  const parted = /^(.*\S)[\s,T]+(\d{1,2}\s*[:.h]\s*\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?)$/i.exec(text);
  const date = parted?.[1] === undefined ? null : readDay(parted[1].replace(/[\s,]+$/, ''), festival);
  const time = parted?.[2] === undefined ? null : readClock(parted[2]);
  return date === null || time === null ? null : { kind: 'local', date, minutes: time, seconds: 0 };
}

/** How long something lasts, in milliseconds: "90", "1:30", "01:30:00", "1h30", "PT1H30M". */
export function readLength(text: string): number | null {
  const minute = 60_000;
  if (/^\d{1,4}\s*(?:min\w*\.?|m|')?$/i.test(text)) return Number.parseInt(text, 10) * minute;
  const parts = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (parts) return (Number(parts[1]) * 60 + Number(parts[2])) * minute + Number(parts[3] ?? 0) * 1000;
  const period = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/i.exec(text);
  if (period && /\d/.test(text)) {
    const [days = 0, hours = 0, minutes = 0, seconds = 0] = period.slice(1).map((part) => Number(part ?? 0));
    return ((days * 24 + hours) * 60 + minutes) * minute + seconds * 1000;
  }
  const words = /^(?:(\d{1,2})\s*h\w*\.?)?\s*(?:(\d{1,3})\s*(?:m\w*\.?)?)?$/i.exec(text);
  if (words && text !== '') return (Number(words[1] ?? 0) * 60 + Number(words[2] ?? 0)) * minute;
  if (/^0?[.,]\d+$/.test(text)) return Math.round(Number(text.replace(',', '.')) * 1440) * minute;
  return null;
}

const known = new Map<string, number>();

/** The moment of so many minutes after a date's midnight on a zone's clock. */
export function momentOf(date: string, minutes: number, zone: string, seconds = 0): number {
  const day = addDays(date, Math.floor(minutes / 1440));
  const rest = minutes % 1440;
  const time = `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`;
  const key = `${day} ${time} ${zone}`;
  const found = known.get(key) ?? instantOf(day, time, zone).getTime();
  // Many rows share their times, and zones are slow to ask.
  if (known.size > 50_000) known.clear();
  known.set(key, found);
  return found + seconds * 1000;
}
