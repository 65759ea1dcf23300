import { expect, it } from 'vitest';
import { sellsAlone } from './sale-state.ts';

const now = new Date('2040-07-01T12:00:00.000Z');
const [before, after] = ['2040-07-01T11:59:59Z', '2040-07-01T12:00:00.001Z'];

it.each([
  ['a festival without ticket types', [], true],
  ['one whose tickets are always on sale', [null, after], true],
  ['one that has begun to sell', [after, before], true],
  ['one whose sale begins later', [after], false],
] as const)('without a ticket sells %s: %s', (_, starts, sells) => {
  expect(sellsAlone(starts, 'PUBLISHED', now)).toBe(sells);
  expect(sellsAlone(starts, 'CANCELLED', now)).toBe(false);
});
