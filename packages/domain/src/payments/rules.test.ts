import { expect, it } from 'vitest';
import { afterFailure, breakerState, healthy } from './breaker.ts';
import { decimalAmount, isIban, isTooSmall, minorUnits, platformFee, testCard } from './rules.ts';

it.each([
  ['4242 4242 4242 4242', 'succeeds'],
  ['4000-0027-6000-3184', 'three_d_secure'],
])('the test number %s does what it is published for', (number, method) => {
  expect(testCard(number)).toBe(method);
});

it.each(['4111 1111 1111 1111', '', 'constructor', '__proto__'])('%j is no test number', (number) => {
  expect(testCard(number)).toBeNull();
});

it.each([
  [10_000, 100],
  [4550, 46],
  [4549, 45],
  [49, 0],
  [50, 1],
])('of %i cents the platform keeps %i', (amount, fee) => {
  expect(platformFee(amount)).toBe(fee);
});

it.each([
  ['EUR', 50, false],
  ['EUR', 49, true],
  ['GBP', 30, false],
  ['CHF', 49, true],
] as const)('%s %i too small: %s', (currency, amount, small) => {
  expect(isTooSmall(amount, currency)).toBe(small);
});

it.each([0, 5, 99, 100, 1050, 123_456_789])('%i minor units survive the way as decimal text', (amount) => {
  expect(minorUnits(decimalAmount(amount, 'EUR'), 'EUR')).toBe(amount);
});
it.each(['10', '10.5', '10.500', '-1.00', '1e3', ''])('%j is no exact amount', (text) => {
  expect(minorUnits(text, 'EUR')).toBeNull();
});

it.each(['BE68539007547034', 'DE89370400440532013000', 'GB29NWBK60161331926819', 'CH9300762011623852957'])(
  '%s is an IBAN',
  (iban) => expect(isIban(iban)).toBe(true),
);
it.each(['BE68539007547035', 'be68539007547034', 'BE68 5390 0754 7034', '', 'XX00'])('%j is none', (iban) => {
  expect(isIban(iban)).toBe(false);
});

it('a provider is left alone after three failures in a row, each time longer, and tried again then', () => {
  const now = new Date('2031-07-04T12:00:00Z');
  const once = afterFailure(healthy, now);
  const thrice = afterFailure(afterFailure(once, now), now);
  expect(breakerState(once, now)).toBe('CLOSED');
  expect(breakerState(thrice, now)).toBe('OPEN');
  expect(breakerState(thrice, new Date(now.getTime() + 30_000))).toBe('TRYING');
  expect(afterFailure(thrice, now).shutUntil).toEqual(new Date(now.getTime() + 60_000));
  expect(afterFailure({ failures: 90, shutUntil: null }, now).shutUntil).toEqual(new Date(now.getTime() + 300_000));
});
