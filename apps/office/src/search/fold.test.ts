import { expect, test } from 'vitest';
import { fold } from '@festivals/domain/fold';
import { fits } from './fold.ts';

test('a text is looked for without accents and capitals', () => {
  expect(fold(' Réglages ÅÖ ')).toBe('reglages ao');
});

test.each([
  ['Réglages', 'reg', 1],
  ['Vue d’ensemble', 'ensemble', 0.5],
  ['Mes festivals Solbrume', 'solb', 0.8],
  ['Neue Bühne', 'buhne neue', 0.5],
  ['Réglages', 'regx', 0],
  ['Anything', '', 1],
])('%j fits %j by %d', (name, sought, by) => {
  expect(fits(name, sought)).toBe(by);
});
