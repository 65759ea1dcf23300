import type { ShopWindow } from '@festivals/domain/ticketing/pricing/contract';
import { expect, it } from 'vitest';
import { stillToBeHad } from './still-to-be-had.ts';

const offer = (id: string, part: object = {}) => ({
  id,
  variations: [],
  namesPrice: false,
  minPerOrder: 1,
  maxPerOrder: 10,
  maxPerPerson: null,
  left: null,
  availability: 'AVAILABLE',
  ...part,
});
const kind = (id: string, available = true) => ({ id, name: { en: id }, price: 900, available });
const option = (id: string, part: object = {}) => ({
  id,
  needsTicket: true,
  alone: false,
  most: 1,
  maxPerPerson: null,
  ticketTypeIds: [],
  available: true,
  ...part,
});
const bundle = (id: string, available = true) => ({
  id,
  maxPerOrder: 2,
  available,
  parts: [{ ticketTypeId: 'day', name: { en: 'day' }, quantity: 2 }],
});
// Of a shop nothing counts here but what can be had of it.
const shop = (part: object = {}) =>
  ({
    offers: [
      offer('day'),
      offer('few', { left: 2, availability: 'FEW_LEFT' }),
      offer('gone', { availability: 'SOLD_OUT' }),
      offer('kid', { maxPerOrder: 3, variations: [kind('small'), kind('tall'), kind('out', false)] }),
      offer('free', { namesPrice: true }),
    ],
    bundles: [bundle('family'), bundle('crowd', false)],
    options: [
      option('tent'),
      option('locker', { available: false }),
      option('shuttle', { needsTicket: false, alone: true }),
    ],
    takesGifts: true,
    ...part,
  }) as unknown as ShopWindow;

it.each([
  ['what is there stays', { day: 2, 'option.tent': 1, gift: 500 }, { day: 2, 'option.tent': 1, gift: 500 }],
  ['of what is nearly gone so many as are left', { few: 5 }, { few: 2 }],
  ['what is sold out goes, and the price that was named for it', { day: 1, gone: 1, 'price.gone': 900 }, { day: 1 }],
  ['a kind that is sold out goes', { 'kid:small': 1, 'kid:out': 2 }, { 'kid:small': 1 }],
  ['kinds go up to what there may be of all', { 'kid:small': 2, 'kid:tall': 4 }, { 'kid:small': 2, 'kid:tall': 1 }],
  ['a bundle that is sold out goes', { day: 1, 'bundle.crowd': 1 }, { day: 1 }],
  ['bundles go up to the most of an order', { 'bundle.family': 7 }, { 'bundle.family': 2 }],
  ['an option that is sold out goes', { day: 1, 'option.locker': 1 }, { day: 1 }],
  ['options go with the tickets that are left', { few: 5, 'option.tent': 5 }, { few: 2, 'option.tent': 2 }],
  ['with no ticket goes what needs one', { 'option.tent': 1, 'option.shuttle': 1 }, { 'option.shuttle': 1 }],
  ['what a code had opened goes with the code', { day: 1, hidden: 2, 'price.hidden': 900 }, { day: 1 }],
  ['the price that was named stays', { free: 1, 'price.free': 1200 }, { free: 1, 'price.free': 1200 }],
] satisfies [string, Record<string, number>, Record<string, number>][])('%s', (_what, chosen, left) => {
  expect(stillToBeHad(chosen, shop())).toEqual(left);
});

it('takes a gift only where the shop takes one', () => {
  expect(stillToBeHad({ day: 1, gift: 500 }, shop({ takesGifts: false }))).toEqual({ day: 1 });
});
