import { expect, it } from 'vitest';
import { testCard } from './rules.ts';

it.each([
  ['4242 4242 4242 4242', 'succeeds'],
  ['4000-0027-6000-3184', 'three_d_secure'],
])('the test number %s does what it is published for', (number, method) => {
  expect(testCard(number)).toBe(method);
});

it.each(['4111 1111 1111 1111', '', 'constructor', '__proto__'])('%j is no test number', (number) => {
  expect(testCard(number)).toBeNull();
});
