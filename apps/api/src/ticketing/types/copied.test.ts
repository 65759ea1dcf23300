import { expect, it } from 'vitest';
import { copiedTicketing } from './copied.ts';

it('a discount of a season is one of the same season next year, at the same time of its day', () => {
  const rules = copiedTicketing.find(({ table }) => table === 'price_rules');
  const discount = (from: string | null, until: string | null) => ({
    id: 'spring',
    ticketTypeIds: [],
    rule: {},
    from,
    until,
  });
  const move = { days: 364, zone: 'Europe/Brussels', cutOff: 6, kept: String };
  const row = {
    rules: {
      fees: [],
      discounts: [discount('2027-03-01T08:00:00.000Z', '2027-04-01T07:00:00.000Z'), discount(null, null)],
    },
  };
  expect(rules?.adapt(row, move)).toEqual({
    rules: {
      fees: [],
      discounts: [discount('2028-02-28T08:00:00.000Z', '2028-03-30T07:00:00.000Z'), discount(null, null)],
    },
  });
});
