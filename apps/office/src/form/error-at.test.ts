import { expect, test } from 'vitest';
import { errorAt } from './error-at.ts';

const errors = {
  fees: [undefined, { name: { message: 'a' }, parts: [{ quantity: { message: 'b' } }] }],
  list: { message: 'c' },
};

test.each([
  [['fees', 1, 'name'], 'a'],
  [['fees', 1, 'parts'], 'b'],
  [['fees', 0, 'name'], undefined],
  [['fees', 7], undefined],
  [['list'], 'c'],
  [['list', 0, 'name'], undefined],
  [['nothing', 'at', 'all'], undefined],
])('at %j is %j', (path, message) => {
  expect(errorAt(errors, ...path)).toBe(message);
});
test('of a list the first part that is wrong speaks', () =>
  expect(errorAt([undefined, { message: 'd' }, { message: 'e' }])).toBe('d'));
test('nothing is wrong where there are no errors', () => expect(errorAt(undefined, 'fees')).toBeUndefined());
