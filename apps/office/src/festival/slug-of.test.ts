import { expect, it } from 'vitest';
import { slugOf } from './slug-of.ts';

it.each([
  ['Été d’Amour 2026', 'ete-d-amour-2026'],
  ['  Große Bühne! ', 'grosse-buhne'],
  ['São João & Friends', 'sao-joao-friends'],
  ['!!!', ''],
  [`${'long '.repeat(20)}`, 'long-long-long-long-long-long-long-long-long-long-long-long'],
])('makes of %s the address %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
