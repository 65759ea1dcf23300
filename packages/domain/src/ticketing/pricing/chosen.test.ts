import { expect, it } from 'vitest';
import { mostOfOption, soldOfOption, sumOf, ticketsIn, wishesOf } from './chosen.ts';

const chosen = {
  day: 2,
  'kid:small': 1,
  'bundle.family': 1,
  'option.tent': 1,
  gift: 500,
  sol: 1,
  'price.sol': 2500,
  none: 0,
};

it('asks for what was chosen, each for what it is', () => {
  expect(wishesOf(chosen, ['A'])).toEqual({
    items: [
      { ticketTypeId: 'day', quantity: 2 },
      { ticketTypeId: 'kid', variationId: 'small', quantity: 1 },
      { ticketTypeId: 'sol', quantity: 1, price: 2500 },
    ],
    bundles: [{ bundleId: 'family', quantity: 1 }],
    options: [{ optionId: 'tent', quantity: 1 }],
    codes: ['A'],
    donation: 500,
  });
});

it('counts tickets and adds up the prices that are shown', () => {
  // Of an offer nothing counts here but what it costs.
  const shop = {
    offers: [
      { id: 'day', price: 4500, variations: [] },
      { id: 'kid', price: 0, variations: [{ id: 'small', price: 1000 }] },
      { id: 'sol', price: 1000, variations: [] },
    ],
    bundles: [{ id: 'family', price: 9900, parts: [{ quantity: 4 }] }],
    options: [{ id: 'tent', price: 3000 }],
  } as unknown as Parameters<typeof sumOf>[1];
  expect(sumOf(chosen, shop)).toBe(9000 + 1000 + 2500 + 9900 + 3000 + 500);
  expect(ticketsIn(chosen, shop)).toBe(2 + 1 + 1 + 4);
});

it('lets go with tickets what fits them, so many for each, those of bundles among them', () => {
  const shop = {
    bundles: [
      {
        id: 'family',
        parts: [
          { ticketTypeId: 'day', quantity: 2 },
          { ticketTypeId: 'kid', quantity: 2 },
        ],
      },
    ],
  } as unknown as Parameters<typeof mostOfOption>[2];
  const tent = { needsTicket: true, alone: false, most: 2, maxPerPerson: null, ticketTypeIds: [] };
  expect(mostOfOption(tent, chosen, shop)).toBe(2 * 8);
  expect(mostOfOption({ ...tent, ticketTypeIds: ['day'] as never }, chosen, shop)).toBe(2 * 4);
  expect(mostOfOption({ ...tent, ticketTypeIds: ['vip'] as never }, chosen, shop)).toBe(0);
  const parking = { ...tent, needsTicket: false };
  expect(mostOfOption({ ...parking, alone: true }, {}, shop)).toBe(2);
  // Before the first ticket is on sale it goes with a ticket that a code opened, and alone with nothing.
  expect(mostOfOption(parking, {}, shop)).toBe(0);
  expect(mostOfOption(parking, { day: 1 }, shop)).toBe(2);
  expect(mostOfOption({ ...tent, maxPerPerson: 3 }, chosen, shop)).toBe(3);
  expect(soldOfOption({ ...tent }, chosen, shop)).toBe(2 * 8);
});
