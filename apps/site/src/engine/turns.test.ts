import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memory } from './memory.ts';
import { holdsUntil, whenTurned } from './turns.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2027-07-16T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const day = 86_400_000;
const holds = (tag: string, since: number) => memory().expiry.holds([tag], since);

test('what was made before the moment is out of date after it, and is made anew once', () => {
  const turned = vi.fn();
  whenTurned(turned);
  const at = Date.now() + 60_000;
  for (let page = 0; page < 100; page += 1) holdsUntil('slug:night', at);
  const made = memory().expiry.now();
  vi.advanceTimersByTime(60_000);
  expect(holds('slug:night', made)).toBe(true);
  vi.advanceTimersByTime(1000);
  expect(holds('slug:night', made)).toBe(false);
  expect(holds('slug:other', made)).toBe(true);
  expect(turned).toHaveBeenCalledTimes(1);
});

test('a moment further away than a timer can wait still comes', () => {
  const made = memory().expiry.now();
  holdsUntil('slug:winter', Date.now() + 60 * day);
  vi.advanceTimersByTime(59 * day);
  expect(holds('slug:winter', made)).toBe(true);
  vi.advanceTimersByTime(2 * day);
  expect(holds('slug:winter', made)).toBe(false);
});

test('a moment that has come already is looked at again in a while, not at once', () => {
  const turned = vi.fn();
  whenTurned(turned);
  holdsUntil('slug:late', Date.now() - 5000);
  vi.advanceTimersByTime(900);
  expect(turned).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(turned).toHaveBeenCalledTimes(1);
});
