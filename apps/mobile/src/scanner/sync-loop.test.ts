import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { restAfter, startSyncLoop } from './sync-loop.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('rests longer after each failure, up to a minute, and never exactly as long as the next device', () => {
  expect([0, 1, 2, 3, 10].map((failures) => restAfter(failures, 0.5))).toEqual([5_000, 2_000, 4_000, 8_000, 60_000]);
  expect([restAfter(10, 0), restAfter(10, 1)]).toEqual([45_000, 75_000]);
});

it('syncs at once, then again after a rest, until it is stopped', async () => {
  const turn = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const loop = startSyncLoop(turn, () => {});
  await vi.advanceTimersByTimeAsync(5_000);
  expect(turn).toHaveBeenCalledTimes(2);
  loop.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(turn).toHaveBeenCalledTimes(2);
});

it('runs one turn at a time and makes up for a nudge that came meanwhile', async () => {
  const ends: (() => void)[] = [];
  const turn = vi.fn<() => Promise<void>>(() => new Promise((resolve) => ends.push(resolve)));
  const loop = startSyncLoop(turn, () => {});
  loop.nudge();
  loop.nudge();
  expect(turn).toHaveBeenCalledTimes(1);
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(turn).toHaveBeenCalledTimes(2);
  loop.stop();
});

it('tells of failures and goes on', async () => {
  const told: unknown[] = [];
  const failure = new Error('no network');
  const turn = vi.fn<() => Promise<void>>(() => Promise.reject(failure));
  const loop = startSyncLoop(turn, (cause) => told.push(cause));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(told).toEqual([failure, failure]);
  loop.stop();
});
