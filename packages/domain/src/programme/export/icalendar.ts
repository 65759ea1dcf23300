import { instantOf } from '../../calendar.ts';
import { nameOf, type ExportedProgramme, type ExportedSet } from './exported-set.ts';
import { withOffset } from './local-time.ts';
import { vtimezone } from './vtimezone.ts';

const statuses = { CONFIRMED: 'CONFIRMED', PENDING: 'TENTATIVE', CANCELLED: 'CANCELLED' } as const;

/** Text as a calendar writes it (RFC 5545, 3.3.11). */
const text = (value: string) =>
  value
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');

const encoder = new TextEncoder();

/** A line in pieces of at most 75 octets, never through a character (RFC 5545, 3.1). */
export function fold(line: string): string {
  const pieces: string[] = [];
  let [piece, size] = ['', 0];
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (size + octets > 75) {
      pieces.push(piece);
      [piece, size] = [' ', 1];
    }
    piece += character;
    size += octets;
  }
  return [...pieces, piece].join('\r\n');
}

const utc = (instant: string) => `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** A time with its zone; in UTC where the zone's clock shows it twice and the first is not meant. */
function moment(name: string, instant: string, zone: string): string {
  const local = withOffset(instant, zone).slice(0, 19);
  const shown = instantOf(local.slice(0, 10), local.slice(11, 16), zone).getTime() + Number(local.slice(17)) * 1000;
  return shown === Math.floor(Date.parse(instant) / 1000) * 1000
    ? `${name};TZID=${zone}:${local.replaceAll(/[-:]/g, '')}`
    : `${name}:${utc(instant)}`;
}

/** A programme as iCalendar (RFC 5545). @param now when it is written: a calendar must say so of each event */
export function icalendar({ festival, sets }: ExportedProgramme, now: Date): string {
  const stamp = utc(now.toISOString());
  const dates = sets.flatMap(({ startsAt, endsAt }) => [Date.parse(startsAt), Date.parse(endsAt)]);
  const first = new Date(dates.reduce((least, date) => Math.min(least, date), Date.parse(festival.startsOn)));
  const last = new Date(dates.reduce((most, date) => Math.max(most, date), Date.parse(festival.endsOn)));
  const event = (set: ExportedSet) => [
    'BEGIN:VEVENT',
    `UID:${set.id}@${festival.id}`,
    `DTSTAMP:${stamp}`,
    moment('DTSTART', set.startsAt, festival.zone),
    moment('DTEND', set.endsAt, festival.zone),
    `SEQUENCE:${set.version - 1}`,
    `SUMMARY:${text(nameOf(set))}`,
    `LOCATION:${text(set.stage)}`,
    `STATUS:${statuses[set.status]}`,
    ...(set.artist?.bio ? [`DESCRIPTION:${text(set.artist.bio)}`] : []),
    ...(set.artist?.genres.length ? [`CATEGORIES:${set.artist.genres.map(text).join(',')}`] : []),
    // Which of the two the summary is: other readers pass over what they do not know.
    ...(set.artist ? [`X-FESTIVALS-ARTIST;VALUE=TEXT:${text(set.artist.name)}`] : []),
    `X-FESTIVALS-TITLE;VALUE=TEXT:${text(set.title ?? '')}`,
    'END:VEVENT',
  ];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Festivals//Programme//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${text(festival.name)}`,
    `X-WR-CALNAME:${text(festival.name)}`,
    `X-WR-TIMEZONE:${festival.zone}`,
    `URL:${festival.url}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    'X-PUBLISHED-TTL:PT15M',
    ...vtimezone(festival.zone, first, last),
    ...sets.flatMap(event),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
