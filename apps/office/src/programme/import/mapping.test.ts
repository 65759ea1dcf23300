import { expect, test } from 'vitest';
import { isComplete, mapped } from './mapping.ts';

test('a meaning belongs to one column', () => {
  expect(mapped(['day', 'start'], 3, 2, 'start')).toEqual(['day', null, 'start']);
  expect(mapped(['day', 'start'], 3, 0, null)).toEqual([null, 'start', null]);
});

test.each([
  [['artist', 'stage', 'start'], true],
  [['title', 'stage', 'start'], true],
  [['id', 'status'], true],
  [['artist', 'start'], false],
  [['artist', 'genres', null], true],
  [['genres'], false],
  [[], false],
] as const)('%j is enough: %s', (mapping, enough) => {
  expect(isComplete(mapping)).toBe(enough);
});
