import type { Geometry } from '@festivals/domain/places/geometry';
import { expect, it } from 'vitest';
import { addCorner, cornersOf, moveCorner, removeCorner } from './corners.ts';

const area: Geometry = { type: 'Polygon', coordinates: [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]] }; // prettier-ignore
const path: Geometry = { type: 'MultiLineString', coordinates: [[[0, 0], [1, 0]], [[5, 5], [6, 5]]] }; // prettier-ignore
const corner = (geometry: Geometry, index: number) => {
  const found = cornersOf(geometry)[index];
  if (!found) throw new Error('no such corner');
  return found;
};

it('names each corner once, a ring’s end among them', () => {
  expect(cornersOf(area)).toHaveLength(4);
  expect(cornersOf(path).map(({ path, at }) => [path, at])).toEqual([[0, 0], [0, 1], [1, 0], [1, 1]]); // prettier-ignore
  expect(cornersOf({ type: 'Point', coordinates: [1, 2] })).toEqual([{ path: 0, at: 0, position: [1, 2] }]);
});

it('moves a ring’s first corner and its end with it', () => {
  expect(moveCorner(area, corner(area, 0), [-1, -1])?.coordinates).toEqual([[[-1, -1], [2, 0], [2, 2], [0, 2], [-1, -1]]]); // prettier-ignore
});

it('adds one half way, also to where a ring closes, and beyond a line’s end', () => {
  expect(addCorner(area, corner(area, 3))?.coordinates).toEqual([[[0, 0], [2, 0], [2, 2], [0, 2], [0, 1], [0, 0]]]); // prettier-ignore
  expect(addCorner(path, corner(path, 3))?.coordinates).toEqual([[[0, 0], [1, 0]], [[5, 5], [6, 5], [7, 5]]]); // prettier-ignore
});

it('takes one away, unless no shape would be left or it would cross itself', () => {
  expect(removeCorner(area, corner(area, 1))?.coordinates).toEqual([[[0, 0], [2, 2], [0, 2], [0, 0]]]); // prettier-ignore
  expect(removeCorner(path, corner(path, 0))).toBeNull();
  expect(moveCorner(area, corner(area, 1), [1, 5])).toBeNull();
});
