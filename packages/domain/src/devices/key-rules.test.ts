import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keyFor, type KeyInTime, madeAt, periodOf } from './key-rules.ts';

const key = (number: number, since: number, withdrawn = false): KeyInTime => ({ number, since, withdrawn });
const three = [key(1, 100), key(2, 200), key(3, 300)];

it.each([
  ['before the first', 50, three, 1],
  ['at the moment of the first', 100, three, 1],
  ['just before the second', 199, three, 1],
  ['at the moment of the second', 200, three, 2],
  ['after the last', 999, three, 3],
  ['in the time of one that was withdrawn', 150, [key(1, 100, true), key(2, 200), key(3, 300)], 2],
  ['in the time of two in a row that were', 150, [key(1, 100, true), key(2, 200, true), key(3, 300)], 3],
  ['in the time of one before it', 150, [key(1, 100), key(2, 200, true), key(3, 300)], 1],
  ['whatever the order in which they come', 250, three.toReversed(), 2],
])('what was made %s is signed by the key that then signs', (_, made, keys, number) => {
  expect(keyFor(made, keys)?.number).toBe(number);
});

it('nothing signs where everything was withdrawn', () => {
  expect(keyFor(150, [key(1, 100, true)])).toBeUndefined();
});

it('reads from an id of ours when it was made', () => {
  expect(madeAt('01931f2e-7b4a-7c3d-8e5f-0a1b2c3d4e5f')).toBe(0x01931f2e7b4a);
});

it('says of each key exactly what it signs', () => {
  const keys = fc
    .array(fc.record({ step: fc.integer({ min: 1, max: 5 }), withdrawn: fc.boolean() }), { minLength: 1, maxLength: 8 })
    .map((all) => {
      let since = 0;
      // The last one is never withdrawn: withdrawing it starts another.
      return all.map(({ step, withdrawn }, index) =>
        key(index + 1, (since += step), withdrawn && index < all.length - 1),
      );
    });
  fc.assert(
    fc.property(keys, fc.integer({ min: 0, max: 45 }), (all, made) => {
      const within = all.filter(({ number, withdrawn }) => {
        const { from, until } = periodOf(number, all);
        return !withdrawn && (from === null || made >= from) && (until === null || made < until);
      });
      expect(within.map(({ number }) => number)).toEqual([keyFor(made, all)?.number]);
    }),
  );
});
