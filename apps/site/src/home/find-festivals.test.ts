import { expect, it } from 'vitest';
import { findFestivals, wishes } from './find-festivals.ts';

const place = { name: 'Prés', address: '', city: 'Valbrume', country: 'BE', latitude: 0, longitude: 0 };
const meadow = {
  name: 'Été',
  tagline: { fr: 'Dans les prés' },
  place,
  genres: ['folk', 'jazz'],
  startsOn: '2027-07-30',
  endsOn: '2027-08-01',
};
const city = {
  ...meadow,
  name: 'Laiton',
  tagline: {},
  place: { ...place, name: 'Place', city: 'Montreuve' },
  genres: ['Jazz'],
  startsOn: '2027-10-01',
  endsOn: '2027-10-03',
};
const anything = { q: '', genre: '', month: '', city: '' };
const names = (wish: Partial<typeof anything>) =>
  findFestivals([meadow, city], { ...anything, ...wish }).map(({ name }) => name);

it.each([
  [{}, ['Été', 'Laiton']],
  [{ q: 'ete' }, ['Été']],
  [{ q: 'pres valbrume' }, ['Été']],
  [{ q: 'pres laiton' }, []],
  [{ q: 'valbrmue' }, ['Été']],
  [{ q: 'jaz montreuve' }, ['Laiton']],
  [{ genre: 'jazz' }, ['Été', 'Laiton']],
  [{ genre: 'folk' }, ['Été']],
  [{ month: '2027-08' }, ['Été']],
  [{ month: '2027-10', city: 'Montreuve' }, ['Laiton']],
])('finds for %j: %j', (wish, found) => {
  expect(names(wish)).toEqual(found);
});

it('offers what there is, the commonest genre first', () => {
  expect(wishes([meadow, { ...city, genres: ['jazz'] }])).toEqual({
    genres: ['jazz', 'folk'],
    months: ['2027-07', '2027-10'],
    cities: ['Montreuve', 'Valbrume'],
  });
});
