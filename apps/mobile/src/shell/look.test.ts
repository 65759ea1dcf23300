import { expect, it } from 'vitest';
import { lookAt } from './look.ts';

it.each([
  ['auto', 6, 'dark'],
  ['auto', 7, 'system'],
  ['auto', 19, 'system'],
  ['auto', 20, 'dark'],
  ['auto', 0, 'dark'],
  ['light', 23, 'light'],
  ['dark', 12, 'dark'],
] as const)('%s at %i o’clock looks %s', (choice, hour, look) => {
  expect(lookAt(choice, hour)).toBe(look);
});
