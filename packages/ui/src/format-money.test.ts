import { describe, expect, it } from 'vitest';
import { formatMoney } from './format-money.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('formatMoney', () => {
  it.each([
    [129000, 'EUR', 'de', '1.290,00 €'],
    [129000, 'EUR', 'fr', '1 290,00 €'],
    [5, 'USD', 'en', '$0.05'],
    [-250, 'GBP', 'en', '-£2.50'],
    [0, 'CHF', 'en', 'CHF 0.00'],
  ])('%d %s in %s is %s', (cents, currency, locale, text) => {
    expect(plain(formatMoney(cents, currency, locale))).toBe(text);
  });

  it('leaves the cents out where only the size matters', () => {
    expect(plain(formatMoney(129051, 'EUR', 'de', { round: true }))).toBe('1.291 €');
  });
});
