import { expect, test } from 'vitest';
import { chooseLanguage } from './language.ts';

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['fr', 'fr'],
  ['pt-BR', 'pt'],
  ['DE-at, en', 'de'],
  ['nl, sv', 'en'],
  ['nl, it;q=0.3, es;q=0.7', 'es'],
  ['en;q=0, fr;q=0.1', 'fr'],
  ['*', 'en'],
  [';;;q=,,=', 'en'],
  ['fr;q=abc', 'fr'],
])('reads %j as %s', (header, language) => {
  expect(chooseLanguage(header)).toBe(language);
});
