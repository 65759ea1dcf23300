import { expect, it } from 'vitest';
import { pageAt, perPage } from './page-at.ts';

const all = Array.from({ length: 450 }, (_, at) => at);

it.each([
  ['', 1],
  ['1', 1],
  ['0', 1],
  ['-3', 1],
  ['2', 2],
  ['19', 19],
  ['20', 19],
  ['999999', 19],
  ['1e3', 1],
  ['two', 1],
])('page %j of 450 is page %i', (wanted, page) => {
  expect(pageAt(all, wanted)).toMatchObject({ page, pages: 19 });
});

it('every festival stands on one page', () => {
  const shown = Array.from({ length: 19 }, (_, at) => pageAt(all, String(at + 1)).items);
  expect(shown.flat()).toEqual(all);
  expect(Math.max(...shown.map(({ length }) => length))).toBe(perPage);
});

it('of nothing there is one page, and it is empty', () => {
  expect(pageAt([], '3')).toEqual({ items: [], page: 1, pages: 1 });
});
