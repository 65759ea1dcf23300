import { expect, it } from 'vitest';
import { sayTimeLeft } from './say-time-left.ts';

it.each([
  [183_845_000, 'en-GB', '2d 3h 4m 5s'],
  [59_001, 'en-GB', '0h 1m 0s'],
  [1, 'en-GB', '0h 0m 1s'],
])('says %d milliseconds in %s', (milliseconds, locale, said) => {
  expect(sayTimeLeft(milliseconds, locale).replaceAll(/[\u00a0\u202f]/g, '')).toBe(said);
});
