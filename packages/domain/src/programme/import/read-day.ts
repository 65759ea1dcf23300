/** Days as programmes name them: dates in any order, weekdays and months in six languages, "Day 2", spreadsheets' numbers. */
import { addDays, datesFrom } from '../../calendar.ts';
import { Language } from '../../primitives.ts';

export interface FestivalDays {
  zone: string;
  startsOn: string;
  endsOn: string;
  /** The hour at which its days end. */
  cutOff: number;
}

const bare = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

function namesOf(kind: 'weekday' | 'month', dates: readonly Date[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const style of ['long', 'short'] as const)
    for (const language of Language.options) {
      const format = new Intl.DateTimeFormat(language, { [kind]: style, timeZone: 'UTC' });
      for (const [at, date] of dates.entries()) {
        const name =
          bare(format.format(date))
            .replaceAll(/[^a-z]/g, ' ')
            .trim()
            .split(' ')[0] ?? '';
        if (name !== '' && !names.has(name)) names.set(name, at);
      }
    }
  return names;
}

// 2 January 2000 was a Sunday.
const weekdays = namesOf(
  'weekday',
  Array.from({ length: 7 }, (_, at) => new Date(Date.UTC(2000, 0, 2 + at))),
);
const months = namesOf(
  'month',
  Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(2000, at, 15))),
);

const dayWords = new Set(['day', 'jour', 'tag', 'dia', 'giorno', 'j', 'd']);

/** A date that there is, or null. */
function dateOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900 && year <= 2200;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** The date of a spreadsheet's day number, counted from 30 December 1899. */
export const dateOfSerial = (serial: number): string => addDays('1899-12-30', Math.floor(serial));

const isSerial = (number: number) => number >= 20_000 && number < 80_000;

const fullYear = (digits: string) => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

/** Of the readings that there are, the one nearest to the festival. */
function nearest(dates: readonly (string | null)[], { startsOn, endsOn }: FestivalDays): string | null {
  const distance = (date: string) =>
    date < startsOn
      ? Date.parse(startsOn) - Date.parse(date)
      : date > endsOn
        ? Date.parse(date) - Date.parse(endsOn)
        : 0;
  const known = dates.filter((date) => date !== null);
  return known.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** A date written in figures. */
function ofFigures(text: string, festival: FestivalDays): string | null | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const any = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2})|\.)?$/.exec(text);
  if (any) {
    const [first, second] = [Number(any[1]), Number(any[2])];
    const years = any[3] ? [fullYear(any[3])] : yearsOf(festival);
    const readings = years.flatMap((year) => [dateOf(year, second, first), dateOf(year, first, second)]);
    // Where both are dates, and neither is nearer, the day comes first, as it does in Europe.
    return nearest(readings, festival);
  }
  if (/^\d{5}(?:[.,]0+)?$/.test(text) && isSerial(Number.parseInt(text, 10)))
    return dateOfSerial(Number.parseInt(text, 10));
  return undefined;
}

const yearsOf = ({ startsOn, endsOn }: FestivalDays) => [
  ...new Set([startsOn, endsOn].map((date) => Number(date.slice(0, 4)))),
];

/** A date written with words: "Fri 13 July", "samedi", "Tag 2". */
function ofWords(text: string, festival: FestivalDays): string | null {
  const tokens = bare(text).match(/[a-z]+|\d+/g) ?? [];
  const numbers = tokens.filter((token) => /^\d+$/.test(token));
  const words = tokens.filter((token) => /^[a-z]/.test(token));
  const month = words.map((word) => months.get(word)).find((found) => found !== undefined);
  const short = numbers.filter((number) => number.length <= 2);
  const [date] = short;
  if (month !== undefined && date !== undefined) {
    const year = numbers.find((number) => number.length === 4);
    const years = year ? [Number(year)] : yearsOf(festival);
    // "Day 1 – 13 July" has two that could be a date.
    return nearest(
      short.flatMap((one) => years.map((each) => dateOf(each, month + 1, Number(one)))),
      festival,
    );
  }
  const dates = datesFrom(festival.startsOn, festival.endsOn);
  const weekday = words.map((word) => weekdays.get(word)).find((found) => found !== undefined);
  const isCounted = words.some((word) => dayWords.has(word));
  if (weekday !== undefined) {
    // "Friday 13" and "viernes, día 13" are a date, "Day 1 – Friday" counts the festival's days.
    const means = (one: string, at: number) =>
      date === undefined || Number(date) === Number(one.slice(8)) || (isCounted && Number(date) === at + 1);
    const fitting = dates.filter((one, at) => new Date(one).getUTCDay() === weekday && means(one, at));
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  }
  const ordinal = words.length === 0 || isCounted ? numbers[0] : undefined;
  return ordinal && numbers.length === 1 ? (dates[Number(ordinal) - 1] ?? null) : null;
}

/** The date that a text names, or null where it names none, or more than one. */
export function readDay(text: string, festival: FestivalDays): string | null {
  const figures = ofFigures(text, festival);
  return figures === undefined ? ofWords(text, festival) : figures;
}
