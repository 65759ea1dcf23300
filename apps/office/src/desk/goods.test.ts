import type { ShopWindow } from '@festivals/domain/ticketing/pricing/contract';
import { expect, it } from 'vitest';
import { laidOut } from './goods.ts';

const offer = (id: string, part: object = {}) => ({
  id,
  name: { en: id },
  price: 4500,
  variations: [],
  namesPrice: false,
  fee: 0,
  maxPerOrder: 10,
  left: null,
  availability: 'AVAILABLE',
  ...part,
});
// Of a shop nothing counts here but what stands on its shelves.
const shop = {
  offers: [
    offer('day'),
    offer('gone', { availability: 'SOLD_OUT' }),
    offer('few', { left: 3 }),
    offer('free', { namesPrice: true, price: 500 }),
    offer('kid', { variations: [{ id: 'small', name: { en: 'Small' }, price: 900, available: true }] }),
  ],
  bundles: [
    {
      id: 'family',
      name: { en: 'Family' },
      price: 9900,
      maxPerOrder: 2,
      available: true,
      parts: [{ ticketTypeId: 'day', name: { en: 'day' }, quantity: 2 }],
    },
  ],
  options: [
    { id: 'tent', name: { en: 'Tent' }, price: 3000, needsTicket: true, most: 1, ticketTypeIds: [], available: true },
    { id: 'car', name: { en: 'Parking' }, price: 900, needsTicket: false, alone: true, most: 2, available: true },
  ],
} as unknown as ShopWindow;
const words = { language: 'en' as const, languages: ['en' as const] };
const shelves = (typed: Record<string, number>) => laidOut(shop, typed, words).shelves;
const mostOf = (chosen: Record<string, number>, key: string) =>
  shelves(chosen)
    .flatMap(({ goods }) => goods)
    .find((good) => good.key === key)?.most;

it('shows what is on sale, kinds by themselves, bundles with what is in them', () => {
  const [tickets, bundles] = shelves({});
  expect(tickets?.goods.map(({ name }) => name)).toEqual(['day', 'few', 'free', 'kid · Small']);
  expect(bundles?.goods).toMatchObject([{ key: 'bundle.family', detail: '2 × day', price: 9900 }]);
});

it('sells so many as are left, and options for the tickets that are chosen', () => {
  expect(mostOf({}, 'few')).toBe(3);
  expect(mostOf({}, 'option.tent')).toBe(0);
  expect(mostOf({ day: 1, 'bundle.family': 1 }, 'option.tent')).toBe(3);
});

it('sells what needs no ticket alone', () => {
  expect(mostOf({}, 'option.car')).toBe(2);
  expect(laidOut(shop, { 'option.car': 3, 'option.tent': 1 }, words).chosen).toEqual({ 'option.car': 2 });
});

it('takes what is there and not more than goes, at no less than the least', () => {
  const typed = { day: 1, gone: 2, few: 9, free: 1, 'price.free': 100, 'option.tent': 30, gift: 500 };
  expect(laidOut(shop, typed, words).chosen).toEqual({
    day: 1,
    few: 3,
    free: 1,
    'price.free': 500,
    'option.tent': 5,
  });
  const giving = { ...shop, takesGifts: true };
  expect(laidOut(giving, { gift: 500 }, words).chosen).toEqual({ gift: 500 });
});
