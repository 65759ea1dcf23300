import { expect, test } from 'vitest';
import { asksAnything, filterOf, lineUpFits, stageKey } from './filter-line-up.ts';

const varga = {
  plain: 'solene varga',
  genres: ['techno', 'dub'],
  sets: [
    { day: '2040-07-13', stage: 'brume' },
    { day: '2040-07-14', stage: 'grange' },
  ],
};
const asks = (query: string) => filterOf((name) => new URLSearchParams(query).get(name));

test.each([
  ['', true],
  ['q=Sol%C3%A8ne', true],
  ['q=nobody', false],
  ['genre=dub', true],
  ['genre=jazz', false],
  ['day=2040-07-13&stage=brume', true],
  // Both are true of somebody, but not of one set.
  ['day=2040-07-13&stage=grange', false],
  ['stage=grange&q=varga&genre=techno', true],
])('%j shows her: %s', (query, shown) => expect(lineUpFits(asks(query))(varga)).toBe(shown));

test('an address may ask for nothing, and for nonsense', () => {
  expect([asksAnything(asks('view=x')), asksAnything(asks('q=%20')), asksAnything(asks('day=1'))]).toEqual([
    false,
    false,
    true,
  ]);
  expect(asks(`q=${'x'.repeat(5000)}`).q).toHaveLength(100);
});
test('a stage is called by its name in an address', () => {
  expect(['Grande Scène', 'L’Étang 2', '***'].map((name) => stageKey({ id: 'id', name }))).toEqual([
    'grande-scene',
    'letang-2',
    'id',
  ]);
});
