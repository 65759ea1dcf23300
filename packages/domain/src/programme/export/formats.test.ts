import { describe, expect, test } from 'vitest';
import type { ExportedProgramme, ExportedSet } from './exported-set.ts';
import { frabJson, frabXml } from './frab.ts';
import { fold, icalendar } from './icalendar.ts';
import { clockLength, localTime, withOffset } from './local-time.ts';
import { vtimezone } from './vtimezone.ts';

const zone = 'Europe/Brussels';
const id = (tail: number) => `01900000-0000-7000-8000-${String(tail).padStart(12, '0')}`;
const set = (number: number, startsAt: string, endsAt: string, wanted: Partial<ExportedSet> = {}): ExportedSet => ({
  id: id(number),
  version: 3,
  day: startsAt.slice(0, 10),
  startsAt,
  endsAt,
  stage: 'Main',
  artist: { id: id(100 + number), name: 'Zoë', country: null, genres: [], bio: '' },
  others: [],
  title: null,
  status: 'CONFIRMED',
  ...wanted,
});
const programme = (...sets: ExportedSet[]): ExportedProgramme => ({
  festival: {
    id: id(0),
    name: 'Solbrume & Co',
    slug: 'sol',
    zone,
    startsOn: '2040-07-13',
    endsOn: '2040-07-14',
    cutOff: 6,
    languages: ['fr'],
    place: { name: 'Prés', city: 'Valbrume' },
    url: 'https://example.org/sol',
  },
  stages: ['Main', 'Empty'],
  sets,
});

describe('times', () => {
  test.each([
    ['2040-07-13T18:00:00.000Z', '2040-07-13 20:00'],
    ['2040-12-31T23:30:00.000Z', '2041-01-01 00:30'],
    // The clock shows 02:30 twice that night; the second needs its offset.
    ['2040-10-28T00:30:00.000Z', '2040-10-28 02:30'],
    ['2040-10-28T01:30:00.000Z', '2040-10-28T02:30:00+01:00'],
    ['2040-07-13T18:00:07.000Z', '2040-07-13T20:00:07+02:00'],
  ])('%s is %s', (instant, local) => {
    expect(localTime(instant, zone)).toBe(local);
    expect(Date.parse(withOffset(instant, zone))).toBe(Date.parse(instant));
  });

  test.each([
    ['2040-07-13T18:00:00.000Z', '2040-07-13T19:30:00.000Z', '01:30'],
    ['2040-07-13T18:00:00.000Z', '2040-07-14T18:00:00.000Z', '24:00'],
    ['2040-07-13T18:00:00.000Z', '2040-07-13T18:00:09.000Z', '00:00:09'],
  ])('from %s to %s it lasts %s', (startsAt, endsAt, length) => {
    expect(clockLength({ startsAt, endsAt })).toBe(length);
  });
});

describe('a frab schedule', () => {
  const sets = [
    set(1, '2040-07-13T18:00:00.000Z', '2040-07-13T19:00:00.000Z', { stage: 'A "<&> B' }),
    set(2, '2040-07-20T18:00:00.000Z', '2040-07-20T19:00:00.000Z', { title: 'NUL \u0000 bell \u0007', artist: null }),
  ];

  test('has a day for each date of the festival and of each set, numbered from one', () => {
    const days = [...frabXml(programme(...sets)).matchAll(/<day date="([\d-]+)".* index="(\d)"/g)];
    expect(days.map(([, date, index]) => [date, index])).toEqual([
      ['2040-07-13', '1'],
      ['2040-07-14', '2'],
      ['2040-07-20', '3'],
    ]);
  });

  test('writes what XML cannot say as nothing, and its signs as entities', () => {
    const xml = frabXml(programme(...sets));
    expect(xml).toContain('<room name="A &quot;&lt;&amp;&gt; B">');
    expect(xml).toContain('<title>NUL  bell </title>');
    expect(xml).toContain('<acronym>sol_</acronym>');
  });

  test('gives each set a number of its own, whatever the order', () => {
    const many = Array.from({ length: 50 }, (_, at) =>
      set(0, '2040-07-13T18:00:00.000Z', '2040-07-13T19:00:00.000Z', {
        id: `${String(at).padStart(8, '0')}-${id(0).slice(9)}`,
      }),
    );
    const numbers = (all: ExportedSet[]) =>
      new Map(
        [...frabXml(programme(...all)).matchAll(/guid="([\w-]+)" id="(\d+)"/g)].map(([, guid, one]) => [guid, one]),
      );
    expect(new Set(numbers(many).values()).size).toBe(50);
    expect(numbers(many.toReversed())).toEqual(numbers(many));
  });

  test('says the same as JSON', () => {
    const { schedule } = JSON.parse(frabJson(programme(...sets)));
    expect(
      schedule.conference.days.map((day: { rooms: Record<string, unknown[]> }) => day.rooms['A "<&> B']?.length),
    ).toEqual([1, 0, 0]);
    expect(schedule.conference.days[2].rooms.Main[0]).toMatchObject({ duration: '01:00', persons: [] });
  });

  test('has for each set what its schemas ask for, a name for addresses among it', () => {
    const { schedule } = JSON.parse(frabJson(programme(...sets)));
    const [event] = schedule.conference.days[2].rooms.Main;
    expect(event).toMatchObject({ slug: expect.stringMatching(/^[a-z0-9_]{4,}-[0-9]{4,}$/), language: null });
    expect(event.url).toBe('https://example.org/sol');
    expect(frabXml(programme(...sets))).toContain(`<slug>${event.slug}</slug>`);
    // A room of the schema has an id of its own, which a stage does not tell.
    expect(schedule.conference.rooms).toBe(undefined);
  });
});

describe('a calendar', () => {
  test('folds lines at 75 octets and never through a character', () => {
    const line = `SUMMARY:${'Zoë 坂本 🎉 '.repeat(30)}`;
    const folded = fold(line);
    for (const piece of folded.split('\r\n')) {
      expect(new TextEncoder().encode(piece).length).toBeLessThanOrEqual(75);
      expect(piece).not.toMatch(/\p{Cs}/u);
    }
    expect(folded.replaceAll('\r\n ', '')).toBe(line);
  });

  test('says which zone its times are in, and UTC for an hour that comes twice', () => {
    const text = icalendar(
      programme(set(1, '2040-10-28T00:30:00.000Z', '2040-10-28T01:30:00.000Z')),
      new Date('2040-01-01T12:00:00Z'),
    );
    expect(text).toContain('DTSTART;TZID=Europe/Brussels:20401028T023000\r\n');
    expect(text).toContain('DTEND:20401028T013000Z\r\n');
    expect(text).toContain('DTSTAMP:20400101T120000Z\r\nDTSTART');
    expect(text).toContain('SEQUENCE:2\r\n');
  });

  test('knows when a zone changes its clocks, on both halves of the globe, and where none does', () => {
    const lines = (name: string) => vtimezone(name, new Date('2040-07-13'), new Date('2040-07-13')).join(' ');
    expect(lines(zone)).toContain(
      'BEGIN:DAYLIGHT DTSTART:20400325T020000 TZOFFSETFROM:+0100 TZOFFSETTO:+0200 END:DAYLIGHT BEGIN:STANDARD DTSTART:20401028T030000 TZOFFSETFROM:+0200 TZOFFSETTO:+0100',
    );
    expect(lines('Australia/Sydney')).toContain(
      'BEGIN:DAYLIGHT DTSTART:20401007T020000 TZOFFSETFROM:+1000 TZOFFSETTO:+1100',
    );
    expect(lines('Asia/Kolkata')).toBe(
      'BEGIN:VTIMEZONE TZID:Asia/Kolkata BEGIN:STANDARD DTSTART:20390701T053000 TZOFFSETFROM:+0530 TZOFFSETTO:+0530 END:STANDARD END:VTIMEZONE',
    );
  });
});
