import { expect, it } from 'vitest';
import { createRepeatFilter } from './repeat-filter.ts';

it('lets a code through once while it stays in sight', () => {
  const passes = createRepeatFilter(2_000);
  expect([0, 300, 600, 2_500].map((at) => passes('A', at))).toEqual([true, false, false, false]);
});

it('lets it through again once it was gone, and another code at once', () => {
  const passes = createRepeatFilter(2_000);
  expect([passes('A', 0), passes('B', 100), passes('A', 200), passes('A', 2_300)]).toEqual([true, true, true, true]);
});
