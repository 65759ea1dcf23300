import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arranged, isKnownIn, listView } from './list-view.ts';

interface Bar {
  name: string;
  town: string | null;
  size: number | null;
}
const bars: readonly Bar[] = [
  { name: 'Bar 10', town: 'Liège', size: 3 },
  { name: 'bar 9', town: null, size: null },
  { name: 'Éclat', town: 'Namur', size: 30 },
  { name: 'Zum Øl', town: 'Eupen', size: 3 },
];
const view = listView({
  texts: ({ name, town }: Bar) => [name, town ?? ''],
  sorts: { name: ({ name }) => name, size: ({ size }) => size, town: ({ town }) => town },
  only: { big: ({ size }) => (size ?? 0) > 5 },
});
const names = (asked: Parameters<typeof arranged>[2]) => arranged(view, bars, asked, 'fr').map(({ name }) => name);

describe('a list', () => {
  it.each([
    ['as it is at first', {}, ['bar 9', 'Bar 10', 'Éclat', 'Zum Øl']],
    ['by a number, what is alike as it came', { sort: 'size' }, ['Bar 10', 'Zum Øl', 'Éclat', 'bar 9']],
    [
      'the other way round, nothing still last',
      { sort: 'size', descending: true },
      ['Éclat', 'Bar 10', 'Zum Øl', 'bar 9'],
    ],
    ['by a text that not all have', { sort: 'town' }, ['Zum Øl', 'Bar 10', 'Éclat', 'bar 9']],
    ['searched without accents, in all texts', { search: 'LIEGE bar' }, ['Bar 10']],
    ['where a word is nowhere', { search: 'bar x' }, []],
    ['filtered', { only: 'big' }, ['Éclat']],
    ['filtered and searched', { only: 'big', search: 'bar' }, []],
  ])('%s', (_, asked, expected) => {
    expect(names(asked)).toEqual(expected);
  });

  it('knows its own orders and filters, and no other', () => {
    expect(isKnownIn(view, { sort: 'town', only: 'big' })).toBe(true);
    expect(isKnownIn(view, { sort: 'toString' })).toBe(false);
    expect(isKnownIn(view, { only: 'small' })).toBe(false);
  });

  it('loses nothing and adds nothing by being sorted', () => {
    const bar = fc.record({
      name: fc.string(),
      town: fc.option(fc.string()),
      size: fc.option(fc.integer()),
    });
    fc.assert(
      fc.property(fc.array(bar), fc.constantFrom('name', 'size', 'town'), fc.boolean(), (rows, sort, descending) => {
        expect(new Set(arranged(view, rows, { sort, descending }, 'de'))).toEqual(new Set(rows));
      }),
    );
  });
});
