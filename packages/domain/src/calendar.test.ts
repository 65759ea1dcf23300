import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dateIn,
  datesFrom,
  daysBetween,
  festivalDay,
  instantOf,
  instantOnDay,
  isZone,
  sameTimeLater,
  spanLater,
  wallClockOf,
} from './calendar.ts';

const zone = fc.constantFrom('Europe/Brussels', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC');
const date = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days));
const twoDigits = (number: number) => String(number).padStart(2, '0');
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${twoDigits(hour)}:${twoDigits(minute)}`);

describe('dates', () => {
  test('cross months, years and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
    expect(addDays('2027-03-01', -1)).toBe('2027-02-28');
    expect(datesFrom('2027-07-30', '2027-08-01')).toEqual(['2027-07-30', '2027-07-31', '2027-08-01']);
    expect(datesFrom('2027-08-02', '2027-08-01')).toEqual([]);
  });

  test('come back from any distance', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -9000, max: 9000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });
});

describe('instants', () => {
  test.each([
    { name: 'in summer', date: '2027-07-16', time: '22:45', utc: '2027-07-16T20:45:00.000Z' },
    { name: 'in winter', date: '2027-12-10', time: '20:00', utc: '2027-12-10T19:00:00.000Z' },
    { name: 'left out in spring', date: '2027-03-28', time: '02:30', utc: '2027-03-28T01:30:00.000Z' },
    { name: 'the first of two in autumn', date: '2027-10-31', time: '02:30', utc: '2027-10-31T00:30:00.000Z' },
  ])('of a Belgian clock: $name', ({ date, time, utc }) => {
    expect(instantOf(date, time, 'Europe/Brussels').toISOString()).toBe(utc);
  });

  test('are on the date they were made from, in every zone', () => {
    fc.assert(
      fc.property(date, time, zone, (date, time, zone) => {
        const made = instantOf(date, time, zone);
        // Only a time that was left out moves, and never by more than the change of the clock.
        const shown = new Intl.DateTimeFormat('en-GB', {
          timeZone: zone,
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
        });
        if (shown.format(made) === time) expect(dateIn(made, zone)).toBe(date);
        else expect(shown.format(new Date(made.getTime() - 3_600_000)) < time).toBe(true);
      }),
    );
  });
});

describe('a festival day', () => {
  test.each([
    { wall: '2027-07-16 23:59', day: '2027-07-16' },
    { wall: '2027-07-17 00:00', day: '2027-07-16' },
    { wall: '2027-07-17 05:59', day: '2027-07-16' },
    { wall: '2027-07-17 06:00', day: '2027-07-17' },
  ])('$wall belongs to $day', ({ wall, day }) => {
    const [date = '', time = ''] = wall.split(' ');
    expect(festivalDay(instantOf(date, time, 'Europe/Brussels'), 'Europe/Brussels')).toBe(day);
  });

  test('is right in the nights in which the clock changes', () => {
    const zone = 'Europe/Brussels';
    expect(festivalDay(new Date('2027-10-31T04:59:00Z'), zone)).toBe('2027-10-30');
    expect(festivalDay(new Date('2027-10-31T05:00:00Z'), zone)).toBe('2027-10-31');
    expect(festivalDay(new Date('2027-03-28T03:59:00Z'), zone)).toBe('2027-03-27');
    expect(festivalDay(new Date('2027-03-28T04:00:00Z'), zone)).toBe('2027-03-28');
  });

  test('holds each of its times, whatever the cut-off hour', () => {
    fc.assert(
      fc.property(date, time, zone, fc.integer({ min: 4, max: 12 }), (day, time, zone, cutOff) => {
        expect(festivalDay(instantOnDay(day, time, zone, cutOff), zone, cutOff)).toBe(day);
      }),
    );
  });
});

test.each([
  { zone: 'Europe/Brussels', known: true },
  { zone: 'America/Argentina/Ushuaia', known: true },
  { zone: 'UTC', known: true },
  { zone: 'Europe/Solbrume', known: false },
  { zone: '+02:00', known: false },
  { zone: '', known: false },
])('knows the zone "$zone": $known', ({ zone, known }) => {
  expect(isZone(zone)).toBe(known);
});

describe('moved by whole days', () => {
  const brussels = 'Europe/Brussels';
  const later = (from: string, days: number) => sameTimeLater(new Date(from), days, brussels).toISOString();

  test('an instant keeps the time of the wall clock', () => {
    expect(later('2027-07-16T20:45:30.250Z', 364)).toBe('2028-07-14T20:45:30.250Z');
    expect(later('2027-07-16T20:45:00.000Z', 150)).toBe('2027-12-13T21:45:00.000Z');
    expect(later('2027-12-10T19:00:00.000Z', -150)).toBe('2027-07-13T18:00:00.000Z');
  });

  test('and so does a whole zone of them', () => {
    fc.assert(
      fc.property(zone, date, time, fc.integer({ min: -800, max: 800 }), (zone, date, time, days) => {
        const from = instantOf(date, time, zone);
        // A time that its day leaves out is another one on the wall clock already.
        fc.pre(wallClockOf(from, zone) === Date.parse(`${date}T${time}Z`));
        expect(sameTimeLater(from, days, zone)).toEqual(instantOf(addDays(date, days), time, zone));
      }),
    );
  });

  test.each([
    {
      name: 'over the hour that is left out',
      startsAt: '2027-03-20T01:30:00Z',
      endsAt: '2027-03-20T02:15:00Z',
      days: 8,
    },
    {
      name: 'from the hour that comes twice',
      startsAt: '2027-10-31T00:30:00Z',
      endsAt: '2027-10-31T01:15:00Z',
      days: 7,
    },
  ])('a span never ends before it starts: $name', ({ startsAt, endsAt, days }) => {
    const moved = spanLater({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, days, brussels);
    expect(moved.endsAt.getTime() - moved.startsAt.getTime()).toBe(45 * 60_000);
  });
});
