import { expect, test } from 'vitest';
import { messageLimit } from './message-limit.ts';

test('thirty at once, then ten a second; who never stops is put out', () => {
  const said = messageLimit(0);
  const times = (count: number, at: number) => Array.from({ length: count }, () => said(at));
  expect(times(30, 0)).not.toContain('refused');
  expect(times(5, 0)).toEqual(Array(5).fill('refused'));
  expect(times(11, 1000)).toEqual([...Array<string>(10).fill('heard'), 'refused']);
  expect(times(30, 60_000)).not.toContain('refused');
  expect(times(200, 60_000).at(-1)).toBe('disconnected');
});
