import { expect, it } from 'vitest';
import { acceptedLanguage, localeOf, localised } from './language.ts';

it.each([
  ['de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['nl;q=1, pt-BR;q=0.4, fr;q=0.6', 'fr'],
  ['es;q=0, it', 'it'],
  ['*', 'en'],
  ['', 'en'],
  [null, 'en'],
])('answers %s with %s', (header, language) => {
  expect(acceptedLanguage(header)).toBe(language);
});

it('reads a text in the language asked for, else in the fallback, else in any', () => {
  expect(localised({ fr: 'Jour', en: 'Day' }, 'fr')).toBe('Jour');
  expect(localised({ fr: '', en: 'Day' }, 'fr')).toBe('Day');
  expect(localised({ pt: 'Dia' }, 'fr')).toBe('Dia');
  expect(localised({}, 'fr')).toBe('');
});

it('writes money and days as in Europe', () => {
  const money = (language: 'en' | 'pt') =>
    new Intl.NumberFormat(localeOf(language), { style: 'currency', currency: 'EUR' }).format(14.5);
  const day = new Intl.DateTimeFormat(localeOf('en'), { dateStyle: 'short', timeZone: 'UTC' });
  expect(money('pt').replace(/\s/g, ' ')).toBe('14,50 €');
  expect(money('en')).toBe('€14.50');
  expect(day.format(new Date('2027-07-16T12:00:00Z'))).toBe('16/07/2027');
});
