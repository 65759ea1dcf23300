import { addDays, festivalDay, isZone } from '../../calendar.ts';
import type { ArtistAnnouncement, DraftSlot } from '../contract.ts';
import { announcementNamed } from './announcement-names.ts';
import { cleanLine, cleanText, cut, hasMarkup } from './clean-text.ts';
import type { ImportField, ImportOptions, ImportReason, ImportWarning } from './contract.ts';
import { readDay, type FestivalDays } from './read-day.ts';
import { momentOf, readLength, readTime, type ReadTime } from './read-time.ts';
import { statusNamed } from './status-names.ts';

/** What one row tells of a set; what it does not speak of is undefined, what it leaves empty is null. */
export interface ReadRow {
  line: number;
  id: string | null;
  stage: string | undefined;
  artist: string | null | undefined;
  title: string | null | undefined;
  startsAt: number | undefined;
  endsAt: number | undefined;
  status: DraftSlot['status'] | undefined;
  country: string | null;
  genres: string[];
  bio: string;
  /** How everyone comes to know of the artist. */
  announcement: ArtistAnnouncement | undefined;
  warnings: ImportWarning[];
}

export interface Refusal {
  reason: ImportReason;
  seen: string;
}

export type Cells = ReadonlyMap<ImportField, string>;

const hour = 3_600_000;
const longest = 24 * hour;
/** An end that only shows a time is on the next day where it must be; so long no set lasts that was written in order. */
const longestOverMidnight = 12 * hour;
const assumedLength = hour;
/** No cell is read further: longer ones are no names, and slow to clean. */
const longestCell = 20_000;
/** Nor is one of a day or a time. */
const longestTime = 200;

const known = (cells: Cells, field: ImportField, most = longestCell): string => (cells.get(field) ?? '').slice(0, most);

/** How a row is read: beside what holds for the whole file, the day that the last row with one named. */
export type RowOptions = Pick<ImportOptions, 'night'> & { dayAbove?: string };

/** Reads a row's cells, or says what is wrong with them. */
export function readRow(line: number, cells: Cells, festival: FestivalDays, options: RowOptions): ReadRow | Refusal {
  const warnings = new Set<ImportWarning>();
  const name = (field: 'stage' | 'artist' | 'title', most: number) => {
    if (!cells.has(field)) return undefined;
    const raw = known(cells, field);
    if (hasMarkup(raw)) warnings.add('markup_removed');
    const clean = cleanLine(raw);
    if (clean.length > most) warnings.add('name_cut');
    return cut(clean, most);
  };
  const [stage, artist, title] = [name('stage', 80), name('artist', 120), name('title', 120)];
  const status = cleanLine(known(cells, 'status', longestTime));
  const wanted = status === '' ? undefined : statusNamed(status);
  if (wanted === null) return { reason: 'bad_status', seen: status };
  const announced = cleanLine(known(cells, 'announced', longestTime));
  const announcement = announced === '' ? undefined : announcementNamed(announced);
  if (announcement === null) return { reason: 'bad_announcement', seen: announced };
  const times = timesOf(cells, festival, options, warnings);
  if ('reason' in times) return times;
  const country = cleanLine(known(cells, 'country')).toUpperCase();
  if (country !== '' && !/^[A-Z]{2}$/.test(country)) warnings.add('country_left_out');
  return {
    line,
    id: cut(cleanLine(known(cells, 'id')), 300) || null,
    stage: stage === '' ? undefined : stage,
    artist: artist === '' ? null : artist,
    title: title === '' ? null : title,
    ...times,
    status: wanted,
    country: /^[A-Z]{2}$/.test(country) ? country : null,
    genres: genresOf(known(cells, 'genres')),
    bio: cut(cleanText(known(cells, 'bio')), 5000),
    announcement,
    warnings: [...warnings],
  };
}

const genresOf = (text: string): string[] => {
  const genres = text.split(/[,;|/\n]/).map((one) => cut(cleanLine(one), 40));
  return [...new Set(genres.filter((one) => one !== ''))].slice(0, 20);
};

const range = /^(\d[^–—-]*?)\s*[–—-]\s*(\d[^–—-]*)$/;

type Times = Pick<ReadRow, 'startsAt' | 'endsAt'>;

function timesOf(
  cells: Cells,
  festival: FestivalDays,
  { night, dayAbove = '' }: RowOptions,
  warnings: Set<ImportWarning>,
): Times | Refusal {
  const cell = (field: ImportField) => cleanLine(known(cells, field, longestTime));
  const [written, ended, lengthText, ownDay, zoneText] = [
    cell('start'),
    cell('end'),
    cell('duration'),
    cell('day'),
    cell('zone'),
  ];
  // "20:00 – 21:30" in one column.
  const both = ended === '' && readTime(written, festival) === null ? range.exec(written) : null;
  const [startText, endText] = [both?.[1] ?? written, both?.[2] ?? ended];
  if (startText === '' && endText === '' && lengthText === '') return { startsAt: undefined, endsAt: undefined };
  if (zoneText !== '' && !isZone(zoneText)) return { reason: 'bad_zone', seen: zoneText };
  const zone = zoneText === '' ? festival.zone : zoneText;
  const start = readTime(startText, festival);
  if (start === null) return { reason: startText === '' ? 'no_start' : 'bad_start', seen: startText };

  // Of merged cells the first has the text, and the others nothing.
  const dayText = ownDay === '' ? dayAbove : ownDay;
  if (start.kind === 'clock' && ownDay === '' && dayText !== '') warnings.add('day_above');
  const day = start.kind === 'clock' && dayText !== '' ? dayOf(dayText, festival, zone) : null;
  if (start.kind === 'clock' && day === null)
    return dayText === '' ? { reason: 'no_day', seen: '' } : { reason: 'bad_day', seen: dayText };
  const startsAt = startOf(start, day ?? '', zone, night === 'festival_day' ? festival.cutOff : 0);
  if (!isPossibleMoment(startsAt)) return { reason: 'bad_start', seen: startText };

  if (endText !== '') {
    const end = readTime(endText, festival);
    if (end === null) return { reason: 'bad_end', seen: endText };
    const endsAt = endOf(end, startsAt, day, zone);
    if (!isPossibleMoment(endsAt)) return { reason: 'bad_end', seen: endText };
    return inOrder(startsAt, endsAt, end.kind === 'clock' ? longestOverMidnight : longest, endText);
  }
  if (lengthText === '') {
    warnings.add('end_assumed');
    return { startsAt, endsAt: startsAt + assumedLength };
  }
  const length = readLength(lengthText);
  return length === null || length === 0
    ? { reason: 'bad_duration', seen: lengthText }
    : inOrder(startsAt, startsAt + length, longest, lengthText);
}

const isPossibleMoment = (at: number) => at > Date.UTC(1900, 0, 1) && at < Date.UTC(2200, 0, 1);

function dayOf(text: string, festival: FestivalDays, zone: string): string | null {
  const day = readDay(text, festival);
  if (day !== null) return day;
  // Spreadsheets often keep a time with a date: its date is what is meant.
  const time = readTime(text, festival);
  if (time === null || time.kind === 'clock') return null;
  return time.kind === 'local' ? time.date : festivalDay(new Date(time.at), zone, 0);
}

/** @param cutOff until which hour a time is still in the night of its day */
function startOf(start: ReadTime, day: string, zone: string, cutOff: number): number {
  if (start.kind === 'moment') return start.at;
  if (start.kind === 'local') return momentOf(start.date, start.minutes, zone, start.seconds);
  return momentOf(start.minutes < cutOff * 60 ? addDays(day, 1) : day, start.minutes, zone);
}

function endOf(end: ReadTime, startsAt: number, day: string | null, zone: string): number {
  if (end.kind === 'moment') return end.at;
  if (end.kind === 'local') return momentOf(end.date, end.minutes, zone, end.seconds);
  // 25:30 counts from the day that the file names; 01:30 comes next after the start.
  if (end.minutes >= 1440) return momentOf(day ?? festivalDay(new Date(startsAt), zone, 0), end.minutes, zone);
  const date = festivalDay(new Date(startsAt), zone, 0);
  const sameDay = momentOf(date, end.minutes, zone);
  return sameDay > startsAt ? sameDay : momentOf(addDays(date, 1), end.minutes, zone);
}

function inOrder(startsAt: number, endsAt: number, most: number, seen: string): Times | Refusal {
  if (endsAt <= startsAt) return { reason: 'end_before_start', seen };
  if (endsAt - startsAt <= most) return { startsAt, endsAt };
  return { reason: most === longestOverMidnight ? 'end_before_start' : 'too_long', seen };
}
