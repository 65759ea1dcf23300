import { expect, it } from 'vitest';
import { nextTurn } from './next-turn.ts';

const now = new Date('2027-01-15T09:00:00Z');
const waiting = {
  availability: 'NOT_YET',
  onSaleFrom: '2027-01-15T10:00:00Z',
  onSaleUntil: '2027-07-01T00:00:00Z',
  tier: null,
} as const;
const open = {
  availability: 'AVAILABLE',
  onSaleFrom: '2027-01-01T10:00:00Z',
  onSaleUntil: '2027-01-15T09:30:00Z',
  tier: null,
} as const;
const over = { availability: 'CLOSED', onSaleFrom: null, onSaleUntil: '2027-01-02T00:00:00Z', tier: null } as const;

it.each([
  ['an opening', [waiting], 3_600_000],
  ['an end before it', [waiting, open], 1_800_000],
  ['the end of a price’s step', [{ ...open, tier: { until: '2027-01-15T09:10:00Z' } }], 600_000],
  ['the end of the sale where a step ends with its stock', [{ ...open, tier: { until: null } }], 1_800_000],
  ['nothing, where all is over', [over], null],
  ['nothing, where a sale never ends', [{ ...open, onSaleUntil: null }], null],
  ['nothing, where nobody said when it begins', [{ ...waiting, onSaleFrom: null }], null],
  ['the shop’s word, where it should be open already', [{ ...waiting, onSaleFrom: '2027-01-15T08:59:59Z' }], 0],
])('waits for %s', (_, offers, milliseconds) => {
  expect(nextTurn(offers, now)).toBe(milliseconds);
});
