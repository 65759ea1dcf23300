import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeBy, stockState } from './stock.ts';

it.each([
  [-3, null, 'OUT'],
  [0, 10, 'OUT'],
  [1, 10, 'LOW'],
  [10, 10, 'LOW'],
  [11, 10, 'ENOUGH'],
  [1, null, 'ENOUGH'],
] as const)('%i of something that is low at %s is %s', (onHand, lowAt, state) => {
  expect(stockState({ onHand, lowAt })).toBe(state);
});

it('holds what was counted last, plus what came since', () => {
  const delivery = fc.record({ kind: fc.constant('DELIVERY' as const), quantity: fc.integer({ min: 1, max: 900 }) });
  const count = fc.record({ kind: fc.constant('CORRECTION' as const), counted: fc.nat(900), reason: fc.constant('x') });
  fc.assert(
    fc.property(fc.array(fc.oneof(delivery, count)), (movements) => {
      const onHand = movements.reduce((sum, movement) => sum + changeBy(movement, sum), 0);
      const last = movements.findLastIndex(({ kind }) => kind === 'CORRECTION');
      const expected = movements
        .slice(Math.max(last, 0))
        .reduce((sum, one) => (one.kind === 'CORRECTION' ? one.counted : sum + one.quantity), 0);
      expect(onHand).toBe(expected);
    }),
  );
});
