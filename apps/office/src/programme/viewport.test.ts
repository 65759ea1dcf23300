import { expect, it } from 'vitest';
import { coarse, columnWidth, seenColumns, seenMinutes, zoomToFit } from './viewport.ts';

const view = { left: 1360, top: 600, width: 1360, height: 700 };

it('draws the columns that are seen and one on either side, of as many as there are', () => {
  expect(seenColumns(view, 136, 100)).toEqual({ from: 9, to: 21 });
  expect(seenColumns({ ...view, left: 0 }, 136, 5)).toEqual({ from: 0, to: 5 });
});

it('draws the minutes that are seen, with a margin', () => {
  expect(seenMinutes(view, 1)).toEqual({ from: 440, to: 1460 });
});

it('stays the same while scrolled a little', () => {
  expect(coarse({ ...view, top: 601 })).toEqual(coarse({ ...view, top: 620 }));
});

it('fills the window with few stages, and keeps many readable', () => {
  expect(columnWidth(1256, 3)).toBe(400);
  expect(columnWidth(360, 100)).toBe(136);
});

it('fits a day into a window as large as it can', () => {
  expect(zoomToFit(900, 700)).toBe(2);
  expect(zoomToFit(90_000, 700)).toBe(0);
});
