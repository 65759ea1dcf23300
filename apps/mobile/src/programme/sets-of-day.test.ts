import type { Programme } from '@festivals/domain/programme/contract';
import { expect, it } from 'vitest';
import { dayToOpen, daysOf, setsOfDay } from './sets-of-day.ts';

const artist = (id: string, name: string) => ({
  id,
  name,
  slug: name,
  country: null,
  genres: ['techno'],
  bio: {},
  billing: 1,
  picture: null,
});
const slot = (
  id: string,
  stageId: string,
  artistId: string,
  day: string,
  startsAt: string,
  status: 'CONFIRMED' | 'CANCELLED' = 'CONFIRMED',
) => ({
  id,
  stageId,
  artistId,
  withArtistIds: [],
  title: null,
  day,
  startsAt,
  endsAt: startsAt,
  status,
  overlaysId: null,
});

const programme: Programme = {
  stages: [
    { id: 's2', name: 'Wood', placeId: null, order: 2 },
    { id: 's1', name: 'Main', placeId: null, order: 1 },
    { id: 's3', name: 'Silent', placeId: null, order: 3 },
  ],
  artists: [artist('a1', 'Alba'), artist('a2', 'Brume')],
  slots: [
    slot('late', 's1', 'a2', '2027-07-02', '2027-07-03T00:30:00.000Z'),
    slot('early', 's1', 'a1', '2027-07-02', '2027-07-02T18:00:00.000Z'),
    slot('wood', 's2', 'a2', '2027-07-02', '2027-07-02T19:00:00.000Z'),
    slot('off', 's3', 'a1', '2027-07-02', '2027-07-02T20:00:00.000Z', 'CANCELLED'),
    slot('next', 's2', 'a1', '2027-07-03', '2027-07-03T19:00:00.000Z'),
  ],
};

it('keeps a set after midnight on the day whose night it ends', () => {
  const main = setsOfDay(programme, '2027-07-02').find((stage) => stage.name === 'Main');
  expect(main?.sets.map((set) => set.name)).toEqual(['Alba', 'Brume']);
});

it('shows the stages in their order, without those that are silent that day', () => {
  expect(setsOfDay(programme, '2027-07-02').map((stage) => stage.name)).toEqual(['Main', 'Wood', 'Silent']);
  expect(setsOfDay(programme, '2027-07-03').map((stage) => stage.name)).toEqual(['Wood']);
});

it('keeps what is cancelled, and names who plays together and nobody who is to be announced', () => {
  const slots = [
    { ...slot('two', 's1', 'a1', '2027-07-02', '2027-07-02T18:00:00.000Z'), withArtistIds: ['a2'] },
    { ...slot('tba', 's1', 'a1', '2027-07-02', '2027-07-02T20:00:00.000Z'), artistId: null },
    slot('off', 's1', 'a1', '2027-07-02', '2027-07-02T21:00:00.000Z', 'CANCELLED'),
  ];
  const [main] = setsOfDay({ ...programme, slots }, '2027-07-02');
  expect(main?.sets.map(({ name, cancelled }) => [name, cancelled])).toEqual([
    ['Alba b2b Brume', false],
    [null, false],
    ['Alba', true],
  ]);
});

it.each([
  ['2027-06-01', '2027-07-02'],
  ['2027-07-03', '2027-07-03'],
  ['2027-09-01', '2027-07-03'],
])('on %s opens %s', (today, day) => {
  expect(dayToOpen(daysOf(programme), today)).toBe(day);
});
