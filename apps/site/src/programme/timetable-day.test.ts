import type { LineUp } from '@festivals/domain/programme/line-up-contract';
import { expect, test } from 'vitest';
import { daysOf, openingDay, timetableDay } from './timetable-day.ts';

type Slot = LineUp['slots'][number];
const slot = (id: string, stageId: string, from: string, to: string, more: Partial<Slot> = {}): Slot => ({
  id,
  stageId,
  artistId: null,
  withArtistIds: [],
  title: id,
  day: '2040-10-27',
  startsAt: `2040-10-${from}:00.000Z`,
  endsAt: `2040-10-${to}:00.000Z`,
  status: 'CONFIRMED',
  overlaysId: null,
  ...more,
});
const stage = (id: string, order: number) => ({ id, name: id, placeId: null, order });
const lineUp = (...slots: Slot[]): LineUp => ({
  stages: [stage('main', 1), stage('tent', 2), stage('void', 3)],
  artists: [],
  slots,
});

test('a day goes from its first full hour across midnight to its last, on the stages that play', () => {
  const day = timetableDay(
    lineUp(slot('late', 'tent', '27T22:30', '28T01:10'), slot('early', 'main', '27T18:15', '27T19:00')),
    '2040-10-27',
    'Europe/Brussels',
  );
  expect(day?.stages.map(({ id }) => id)).toEqual(['main', 'tent']);
  expect(day?.sets.map(({ slot: { id }, column, from, minutes }) => [id, column, from, minutes])).toEqual([
    ['early', 0, 15, 45],
    ['late', 1, 270, 160],
  ]);
  // The clocks go back in that night: it has one hour more than they show.
  expect([day?.minutes, day?.hours.length]).toEqual([480, 9]);
});
test.each([
  ['Asia/Kathmandu', '12:15', '18:00'],
  ['Asia/Kolkata', '12:30', '18:00'],
  ['America/St_Johns', '12:30', '10:00'],
])('in %s its hours are full hours of the clocks there', (zone, begins, shown) => {
  const day = timetableDay(lineUp(slot('one', 'main', '27T12:40', '27T21:10')), '2040-10-27', zone);
  const first = new Date(day?.hours[0] ?? 0);
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' });
  expect(new Set(day?.hours.map((at) => clock.format(at).slice(-2)))).toEqual(new Set(['00']));
  expect([first.toISOString().slice(11, 16), clock.format(first)]).toEqual([begins, shown]);
});
test('what was cancelled stands beside what came in its place; a takeover lies on what it takes over', () => {
  const day = timetableDay(
    lineUp(
      slot('a', 'main', '27T18:00', '27T19:00', { status: 'CANCELLED' }),
      slot('b', 'main', '27T18:30', '27T19:30'),
      slot('over', 'main', '27T19:00', '27T19:30', { overlaysId: 'b' }),
      slot('c', 'main', '27T19:30', '27T20:00'),
    ),
    '2040-10-27',
    'Europe/Brussels',
  );
  expect(Object.fromEntries(day?.sets.map(({ slot: { id }, lane, lanes }) => [id, `${lane}/${lanes}`]) ?? [])).toEqual({
    a: '1/2',
    b: '0/2',
    over: '0/1',
    c: '0/1',
  });
});
test('it opens with today, which ends with the night, else with what is to come', () => {
  const days = daysOf(
    lineUp(slot('b', 'main', '28T18:00', '28T19:00', { day: '2040-10-28' }), slot('a', 'main', '27T18:00', '27T19:00')),
  );
  const festival = { zone: 'Europe/Brussels', cutOff: 6 };
  const opens = (now: string) => openingDay(days, festival, new Date(now));
  expect(
    ['2040-01-01T12:00:00Z', '2040-10-28T02:00:00Z', '2040-10-28T12:00:00Z', '2041-01-01T12:00:00Z'].map(opens),
  ).toEqual(['2040-10-27', '2040-10-27', '2040-10-28', '2040-10-27']);
  expect(timetableDay(lineUp(), '2040-10-27', festival.zone)).toBeNull();
});
