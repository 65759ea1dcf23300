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
