import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differs, merge, same } from './merge.ts';

const base = { name: 'Bar', kind: 'BAR', hours: [], note: null };

test.each([
  ['', null, true],
  [undefined, null, true],
  [{ fr: 'a', en: '' }, { fr: 'a' }, true],
  [{ b: 1, a: 2 }, { a: 2, b: 1 }, true],
  [Number.NaN, undefined, true],
  [0, null, false],
  [false, null, false],
  [[1, 2], [2, 1], false],
])('%j and %j are the same: %j', (a, b, expected) => {
  expect(same(a, b)).toBe(expected);
});

describe('two people who change one record', () => {
  test('in different fields do not clash', () => {
    const merged = merge(base, { ...base, name: 'Bar du Lac' }, { ...base, kind: 'FOOD' });
    expect(merged).toEqual({ taken: { kind: 'FOOD' }, clashes: [] });
  });
  test('in the same field to the same do not clash', () => {
    const both = { ...base, name: 'Bar du Lac' };
    expect(merge(base, both, both).clashes).toEqual([]);
  });
  test('in the same field to something else clash', () => {
    const merged = merge(base, { ...base, name: 'Mine', note: 'x' }, { ...base, name: 'Theirs', kind: 'FOOD' });
    expect(merged).toEqual({ taken: { kind: 'FOOD' }, clashes: [{ field: 'name', mine: 'Mine', theirs: 'Theirs' }] });
  });
});

describe('two people who change one list of things', () => {
  const [a, b, c] = [
    { id: 'a', price: 1 },
    { id: 'b', price: 2 },
    { id: 'c', price: 3 },
  ];
  const outcome = (mine: readonly object[], theirs: readonly object[]) => {
    const { taken, clashes } = merge({ things: [a, b] }, { things: mine }, { things: theirs });
    return clashes.length > 0 ? 'clash' : (taken['things'] ?? mine);
  };
  test.each([
    [
      'each another of them',
      [{ ...a, price: 5 }, b],
      [a, { ...b, price: 6 }],
      [
        { ...a, price: 5 },
        { ...b, price: 6 },
      ],
    ],
    ['one adds, one takes away', [a, b, c], [b], [b, c]],
    ['each adds one', [a, b, c], [a, b, { id: 'd' }], [a, b, { id: 'd' }, c]],
    ['one turns the order around, one changes', [b, a], [a, { ...b, price: 6 }], [{ ...b, price: 6 }, a]],
    ['both take the same away', [b], [b], [b]],
    ['the same thing, each to something else', [{ ...a, price: 5 }, b], [{ ...a, price: 6 }, b], 'clash'],
    ['different members of one thing', [{ ...a, price: 5 }, b], [{ ...a, kind: 'PERCENT' }, b], 'clash'],
    ['one takes away what the other changes', [b], [{ ...a, price: 6 }, b], 'clash'],
  ])('%s', (_, mine, theirs, expected) => {
    expect(outcome(mine, theirs)).toEqual(expected);
  });
});

describe('two people who write one text', () => {
  const began = { name: { en: 'Bar' } };
  test('in two languages do not clash', () => {
    const merged = merge(began, { name: { en: 'Bar', fr: 'Le bar' } }, { name: { en: 'The bar' } });
    expect(merged).toEqual({ taken: { name: { en: 'The bar', fr: 'Le bar' } }, clashes: [] });
  });
  test('in one language clash', () => {
    expect(merge(began, { name: { en: 'A bar' } }, { name: { en: 'The bar' } }).clashes).toHaveLength(1);
  });
});

test('nothing that anybody wrote is lost without being asked about', () => {
  const record = fc.record({ a: fc.constantFrom(1, 2, 3), b: fc.constantFrom('x', 'y', ''), c: fc.boolean() });
  fc.assert(
    fc.property(record, record, record, (began, mine, theirs) => {
      const { taken, clashes } = merge(began, mine, theirs);
      const asked = new Set(clashes.map(({ field }) => field));
      const result: Record<string, unknown> = { ...mine, ...taken };
      for (const field of ['a', 'b', 'c'] as const) {
        if (asked.has(field)) continue;
        if (!same(mine[field], began[field])) expect(same(result[field], mine[field])).toBe(true);
        if (!same(theirs[field], began[field])) expect(same(result[field], theirs[field])).toBe(true);
      }
      expect(differs(result, mine)).toBe(Object.keys(taken).some((f) => !same(taken[f], mine[f as 'a'])));
    }),
  );
});
