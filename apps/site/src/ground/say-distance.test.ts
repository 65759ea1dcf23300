import { expect, it } from 'vitest';
import { sayDistance } from './say-distance.ts';

it.each([
  [3, 'en', '10 m'],
  [118, 'en', '120 m'],
  [1250, 'de', '1,3 km'],
  [42_400, 'fr', '42 km'],
] as const)('says %d metres in %s', (metres, language, said) => {
  expect(sayDistance(metres, language).replaceAll(/\s/g, ' ')).toBe(said);
});
