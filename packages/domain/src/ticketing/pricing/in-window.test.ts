import { describe, expect, it } from 'vitest';
import { inWindow } from './in-window.ts';
import { saleState } from './sale-state.ts';
import { price, typeOf } from './testing.ts';

const now = new Date('2027-05-01T10:00:30.500Z');

describe('a window', () => {
  // An instant may be written to the minute, the second or the millisecond: none is later for being shorter.
  it.each([
    [null, null, true],
    ['2027-05-01T10:00:30.500Z', null, true],
    ['2027-05-01T10:00:30.501Z', null, false],
    ['2027-05-01T10:00Z', null, true],
    ['2027-05-01T10:01Z', null, false],
    [null, '2027-05-01T10:00:30.500Z', false],
    [null, '2027-05-01T10:00:30Z', false],
    [null, '2027-05-01T10:00Z', false],
    [null, '2027-05-01T10:01Z', true],
  ])('from %s until %s is open: %s', (from, until, open) => {
    expect(inWindow({ from, until }, now)).toBe(open);
  });

  it.each(['2027-05-01T10:00Z', '2027-05-01T10:00:00Z', '2027-05-01T10:00:00.000Z'])(
    'ends a step of the price at %s, however it is written',
    (until) => {
      const early = { id: 'early', price: 40_00, until, stock: null };
      expect(price({ day: 1 }, { types: [typeOf('day', 45_00, { tiers: [early] })] })).toMatchObject({ total: 45_00 });
    },
  );

  it.each(['2027-05-01T10:00Z', '2027-05-01T10:00:00Z', '2027-05-01T10:00:00.000Z'])(
    'begins and ends a sale at %s, however it is written',
    (moment) => {
      const at = (now: string, sale: { onSaleFrom?: string; onSaleUntil?: string }) =>
        saleState({ onSaleFrom: null, onSaleUntil: null, ...sale }, 'PUBLISHED', new Date(now));
      expect(at('2027-05-01T10:00:00.000Z', { onSaleFrom: moment })).toBe('OPEN');
      expect(at('2027-05-01T10:00:00.000Z', { onSaleUntil: moment })).toBe('CLOSED');
      expect(at('2027-05-01T09:59:59.999Z', { onSaleFrom: moment })).toBe('NOT_YET');
      expect(at('2027-05-01T09:59:59.999Z', { onSaleUntil: moment })).toBe('OPEN');
    },
  );
});
