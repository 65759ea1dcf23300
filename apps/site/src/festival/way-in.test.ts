import { expect, test } from 'vitest';
import { wayIn } from './way-in.ts';

const offer = (availability: 'AVAILABLE' | 'FEW_LEFT' | 'SOLD_OUT' | 'NOT_YET' | 'CLOSED', price = 1000) => ({
  availability,
  price,
  onSaleFrom: null,
});
const later = { ...offer('NOT_YET'), onSaleFrom: '2040-02-01T09:00:00.000Z' };
const sooner = { ...offer('NOT_YET', 10), onSaleFrom: '2040-01-01T09:00:00.000Z' };

test.each([
  [[], null],
  [[offer('AVAILABLE', 0)], { kind: 'buy', from: null }],
  // What cannot be had is no price to begin from.
  [[offer('SOLD_OUT', 100), offer('FEW_LEFT', 900), offer('CLOSED', 1), sooner], { kind: 'buy', from: 900 }],
  [[offer('SOLD_OUT'), later, sooner], { kind: 'soon', at: sooner.onSaleFrom }],
  [[offer('NOT_YET')], { kind: 'soon', at: null }],
  [[offer('SOLD_OUT'), offer('CLOSED')], { kind: 'sold_out' }],
  [[offer('CLOSED')], { kind: 'closed' }],
])('%j: %j', (offers, way) => {
  expect(wayIn(offers)).toEqual(way);
});
