import { expect, it } from 'vitest';
import { formatLocale } from './format-locale.ts';

it.each([
  ['de', ['fr-FR', 'de-AT'], 'de-AT'],
  ['en', ['en-US'], 'en-US'],
  ['en', ['fr-FR'], 'en-GB'],
  ['pt', ['fr-FR'], 'pt-PT'],
] as const)('writes %s on a device of %s as %s', (language, tags, locale) => {
  expect(formatLocale(language, tags)).toBe(locale);
});
