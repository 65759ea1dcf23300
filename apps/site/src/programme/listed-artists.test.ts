import type { Festival } from '@festivals/domain/festival/contract';
import type { LineUp } from '@festivals/domain/programme/line-up-contract';
import { lineUpFits, filterOf } from '@festivals/domain/programme/visit/filter-line-up';
import { expect, test } from 'vitest';
import { playingArtists } from '../festival/playing-artists.ts';
import { filterChoices, listedArtists, timesFollow } from './listed-artists.ts';

const artist = (id: string, billing: number): LineUp['artists'][number] => ({
  id,
  name: id,
  sortName: null,
  slug: id,
  country: null,
  genres: ['dub'],
  billing,
  picture: null,
});
const slot = (artistId: string, status: 'CONFIRMED' | 'CANCELLED' = 'CONFIRMED'): LineUp['slots'][number] => ({
  id: `set of ${artistId}`,
  stageId: 'main',
  artistId,
  withArtistIds: [],
  title: null,
  day: '2040-07-13',
  startsAt: '2040-07-13T18:00:00.000Z',
  endsAt: '2040-07-13T19:00:00.000Z',
  status,
  overlaysId: null,
});
const lineUp = (...slots: LineUp['slots']): LineUp => ({
  stages: [{ id: 'main', name: 'Main', placeId: null, order: 0 }],
  artists: [artist('head', 1), artist('waiting', 2), artist('off', 4)],
  slots,
});
const festival = (more: Partial<Festival> = {}): Festival =>
  // What a line-up asks of its festival.
  ({ status: 'PUBLISHED', endsOn: '2999-07-15', zone: 'Europe/Brussels', cutOff: 6, ...more }) as Festival;

test('whoever is announced stands on the poster in the order of the billing; all of whose sets are cancelled does not', () => {
  const mixed = lineUp(slot('head'), slot('off', 'CANCELLED'));
  expect(playingArtists(mixed).map(({ id }) => id)).toEqual(['head', 'waiting']);
  const listed = listedArtists(festival(), mixed, 'en');
  expect(listed.map(({ artist: { id }, appearances }) => [id, appearances])).toEqual([
    ['head', ['Fri 13 Jul, 20:00 · Main']],
    ['waiting', []],
  ]);
});

test('a day and a stage leave out whoever has no time yet, a name and a genre do not', () => {
  const listed = listedArtists(festival(), lineUp(slot('head')), 'en');
  const shown = (query: string) => {
    const asked = new URLSearchParams(query);
    return listed.filter(lineUpFits(filterOf((name) => asked.get(name)))).map(({ artist: { id } }) => id);
  };
  expect(shown('day=2040-07-13')).toEqual(['head']);
  expect(shown('stage=main')).toEqual(['head']);
  expect(shown('q=waiting')).toEqual(['waiting']);
  expect(shown('genre=dub')).toEqual(['head', 'waiting', 'off']);
});

test('where nobody has a time there is no day and no stage to choose', () => {
  const none = lineUp();
  const listed = listedArtists(festival(), none, 'en');
  expect(filterChoices(listed, none, 'en')).toMatchObject({ days: [], stages: [], genres: [{ value: 'dub' }] });
});

test.each([
  ['everyone has a time', festival(), lineUp(slot('head'), slot('waiting'), slot('off')), 'none'],
  ['some have', festival(), lineUp(slot('head')), 'some'],
  ['nobody has', festival(), lineUp(), 'all'],
  ['nobody will have: it is over', festival({ endsOn: '2020-07-15' }), lineUp(), 'none'],
  ['nobody will have: it is called off', festival({ status: 'CANCELLED' }), lineUp(slot('head')), 'none'],
] as const)('that times follow is said as long as they do: %s', (_, its, planned, said) => {
  expect(timesFollow(its, listedArtists(its, planned, 'en'))).toBe(said);
});
