import { expect, it } from 'vitest';
import { notesFor } from './notes-for.ts';

it.each([
  [19_800, 2, [20_000]],
  [4_250, 2, [4_500, 5_000, 6_000]],
  [5_000, 2, [6_000, 10_000, 20_000]],
  [1, 2, [500, 1_000, 2_000]],
  [12_345, 3, [15_000, 20_000, 50_000]],
])('for %i minor units with %i decimals: %j', (total, decimals, notes) => {
  expect(notesFor(total, decimals)).toEqual(notes);
});
