import { describe, expect, it } from 'vitest';
import { formatDecimal, parseDecimal } from './decimal.ts';

describe('parseDecimal', () => {
  it.each([
    ['89', 'de', 8900],
    ['89,5', 'de', 8950],
    ['89.50', 'de', 8950],
    ['1.234,50', 'de', 123450],
    ['1.234', 'de', 123400],
    ['1,234.50', 'en', 123450],
    ['1 234,50', 'fr', 123450],
    ['0', 'en', 0],
    ['12.', 'en', 1200],
  ])('reads %s (%s) as %d', (text, locale, cents) => {
    expect(parseDecimal(text, 2, locale)).toBe(cents);
  });

  it.each(['', 'abc', '-5', '1.239', '1,2,3', '12 €'])('does not take %s for an amount', (text) => {
    expect(parseDecimal(text, 2, 'en')).toBeNull();
  });
});

describe('formatDecimal', () => {
  it('is read back as the same amount in every notation', () => {
    for (const locale of ['fr', 'en', 'de', 'es', 'it', 'pt']) {
      for (const cents of [0, 5, 50, 8900, 8950, 123456789])
        expect(parseDecimal(formatDecimal(cents, 2, locale), 2, locale)).toBe(cents);
    }
  });
});
