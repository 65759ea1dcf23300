import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contrastOf, nearestStrong, neededContrast, weaknesses } from './accent.ts';

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

it.each([
  ['#ffffff', '#000000', 21],
  ['#767676', '#ffffff', 4.54],
  ['#ff0000', '#ffffff', 4],
])('measures %s on %s', (a, b, ratio) => {
  expect(contrastOf(a, b)).toBeCloseTo(ratio, 1);
});

it.each([
  ['#ffe600', ['light']],
  ['#0b0b3b', ['dark']],
  ['#8b5cf6', []],
  ['#e11d48', []],
])('%s is too weak on %j', (accent, pages) => {
  expect(weaknesses(accent).map(({ page }) => page)).toEqual(pages);
});

it('offers for every colour one that passes, and leaves alone what passes already', () => {
  fc.assert(
    fc.property(color, (accent) => {
      const offered = nearestStrong(accent);
      expect(weaknesses(offered)).toEqual([]);
      if (weaknesses(accent).length === 0) expect(offered).toBe(accent);
      expect(contrastOf(offered, '#ffffff')).toBeGreaterThanOrEqual(neededContrast);
    }),
  );
});
