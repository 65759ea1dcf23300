import { expect, it } from 'vitest';
import { daysOf, layOutDay } from './lay-out-day.ts';

const slot = (day: string, startsAt: string, endsAt: string) => ({
  id: startsAt,
  stageId: 's',
  artistId: 'a',
  day,
  startsAt,
  endsAt,
  status: 'CONFIRMED' as const,
  title: null,
  withArtistIds: [],
  announcement: 'OPEN' as const,
  revealsAt: null,
  setupMinutes: 0,
  teardownMinutes: 0,
  overlaysId: null,
  version: 1,
});

const slots = [
  slot('2026-07-04', '2026-07-04T14:00:00Z', '2026-07-04T15:00:00Z'),
  slot('2026-07-03', '2026-07-03T23:30:00Z', '2026-07-04T01:15:00Z'),
  slot('2026-07-03', '2026-07-03T16:20:00Z', '2026-07-03T17:20:00Z'),
];

it('keeps a set after midnight on the night that it belongs to', () => {
  const day = layOutDay(slots, '2026-07-03');
  expect(day?.sets.map(({ from, length }) => [from, length])).toEqual([
    [20, 60],
    [450, 105],
  ]);
  expect(day?.hours).toHaveLength(10);
  expect(day?.minutes).toBe(600);
});

it('has nothing to lay out on a day without sets', () => {
  expect(layOutDay(slots, '2026-07-05')).toBeNull();
});

it('lists the days in order, each once', () => {
  expect(daysOf(slots)).toEqual(['2026-07-03', '2026-07-04']);
});

it('shows an empty day where there is a span to plan', () => {
  const span = { from: new Date('2026-07-05T10:00:00Z'), to: new Date('2026-07-05T12:30:00Z') };
  expect(layOutDay(slots, '2026-07-05', span)).toMatchObject({ minutes: 180, sets: [] });
});

it('puts overlapping sets beside each other and gives the next one the whole width again', () => {
  const day = '2026-07-06';
  const at = (from: string, to: string) => slot(day, `${day}T${from}:00Z`, `${day}T${to}:00Z`);
  const laid = layOutDay([at('18:00', '19:00'), at('18:30', '19:30'), at('19:00', '19:30'), at('19:30', '20:00')], day);
  expect(laid?.sets.map(({ lane, lanes }) => [lane, lanes])).toEqual([
    [0, 2],
    [1, 2],
    [0, 2],
    [0, 1],
  ]);
});
