import { expect, test } from 'vitest';
import { isOver } from './is-over.ts';

const festival = { status: 'ONGOING', endsOn: '2040-07-15', zone: 'Asia/Kathmandu', cutOff: 6 } as const;

test.each([
  ['2040-07-15T12:00:00Z', false],
  // Half past midnight there: the last night goes on.
  ['2040-07-15T18:45:00Z', false],
  ['2040-07-16T00:14:59Z', false],
  ['2040-07-16T00:15:00Z', true],
])('at %s it is over: %s', (now, over) => {
  expect(isOver(festival, new Date(now))).toBe(over);
});

test('one that its team closed is over before its last day', () => {
  expect(isOver({ ...festival, status: 'COMPLETED' }, new Date('2040-07-14T12:00:00Z'))).toBe(true);
});

test('where the day begins first, its night ends before that day has ended at Greenwich', () => {
  const kiritimati = { ...festival, zone: 'Pacific/Kiritimati', cutOff: 0 };
  expect(isOver(kiritimati, new Date('2040-07-15T09:59:59Z'))).toBe(false);
  expect(isOver(kiritimati, new Date('2040-07-15T10:00:00Z'))).toBe(true);
});
