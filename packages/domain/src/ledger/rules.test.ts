import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chart, LedgerAccount, shownBalance } from './chart.ts';
import { imbalance } from './rules.ts';

describe('an entry', () => {
  test('is whole when each currency comes to zero', () => {
    expect(
      imbalance([
        { currency: 'EUR', amount: 121_00 },
        { currency: 'EUR', amount: -100_00 },
        { currency: 'EUR', amount: -21_00 },
        { currency: 'CHF', amount: 5 },
        { currency: 'CHF', amount: -5 },
      ]),
    ).toEqual([]);
  });

  test('says what is missing, and in which currency', () => {
    expect(
      imbalance([
        { currency: 'EUR', amount: 10 },
        { currency: 'CHF', amount: -10 },
      ]),
    ).toEqual([
      { currency: 'EUR', amount: 10 },
      { currency: 'CHF', amount: -10 },
    ]);
  });

  test('balances with its opposite, whatever it is', () => {
    const leg = fc.record({ currency: fc.constantFrom('EUR', 'USD'), amount: fc.integer({ min: -1e12, max: 1e12 }) });
    fc.assert(
      fc.property(fc.array(leg), (legs) => {
        const opposite = legs.map(({ currency, amount }) => ({ currency, amount: -amount }));
        expect(imbalance([...legs, ...opposite])).toEqual([]);
      }),
    );
  });
});

describe('the chart of accounts', () => {
  test('numbers every account, each with a number of its own', () => {
    expect(new Set(LedgerAccount.options.map((account) => chart[account].number)).size).toBe(
      LedgerAccount.options.length,
    );
  });

  test('shows what one has and what one earned as more than nothing', () => {
    expect(shownBalance('PROVIDER', 121, 0)).toBe(121);
    expect(shownBalance('TICKET_SALES', 0, 100)).toBe(100);
    expect(shownBalance('VAT_COLLECTED', 21, 21)).toBe(0);
  });
});
