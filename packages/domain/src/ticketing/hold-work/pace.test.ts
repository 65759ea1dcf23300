import { expect, it } from 'vitest';
import { calmHolds, isRush, type Pace, paceAfter, rushMs, windowMs } from './pace.ts';

/** The pace after so many, one every so many milliseconds from 0 on. */
function after(holds: number, everyMs: number, before?: Pace): Pace | undefined {
  let pace = before;
  for (let at = 0; at < holds; at++) pace = paceAfter(pace, at * everyMs);
  return pace;
}

it.each([
  ['nobody came', 0, 1, 0, false],
  ['as many came as to a calm sale', calmHolds, 1, calmHolds, false],
  ['one more came', calmHolds + 1, 1, calmHolds, true],
  ['that was a minute ago', calmHolds + 1, 1, calmHolds + rushMs, false],
  ['it is not a minute ago', calmHolds + 1, 1, calmHolds + rushMs - 1, true],
  ['many came, but slowly', calmHolds * 10, windowMs / calmHolds, calmHolds * windowMs, false],
])('%s', (_, holds, everyMs, now, rush) => {
  expect(isRush(after(holds, everyMs), now)).toBe(rush);
});

it('goes on for as long as they come', () => {
  const pace = after(calmHolds * 100, 20);
  expect(isRush(pace, calmHolds * 100 * 20)).toBe(true);
});

it('is over for whoever comes later, alone', () => {
  const now = calmHolds + rushMs + 1;
  expect(isRush(paceAfter(after(calmHolds + 1, 1), now), now)).toBe(false);
});
