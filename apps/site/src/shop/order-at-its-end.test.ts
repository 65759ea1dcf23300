import type { Order } from '@festivals/domain/ticketing/schemas';
import { expect, it } from 'vitest';
import { withItsEnd } from './order-at-its-end.ts';

const known = { payUntil: '2027-07-01T10:00:00.000Z' };
// Of an order nothing counts here but where it and its payment stand.
const order = (status: Order['status'], payment: string | null = null, payUntil = known.payUntil) =>
  ({ status, payUntil, payment: payment && { status: payment } }) as unknown as Order;

it.each([
  ['nobody paid', order('AWAITING_PAYMENT'), 'EXPIRED'],
  ['the last attempt failed', order('AWAITING_PAYMENT', 'FAILED'), 'EXPIRED'],
  ['the bank asks still', order('AWAITING_PAYMENT', 'PENDING'), 'EXPIRED'],
  ['the bank thinks', order('AWAITING_PAYMENT', 'PROCESSING'), 'AWAITING_PAYMENT'],
  ['a payment gave it more time', order('AWAITING_PAYMENT', null, '2027-07-01T10:05:00.000Z'), 'AWAITING_PAYMENT'],
  ['it was paid meanwhile', order('PAID', 'COMPLETED'), 'PAID'],
  ['the team gave it up', order('CANCELLED'), 'CANCELLED'],
])('when its time is over and %s', (_what, now, status) => {
  expect(withItsEnd(now, known).status).toBe(status);
});
