/** What must be seen soon, on a machine that may stand still for a moment. */
import { inSeconds } from '@festivals/database/in-seconds';
import { expect } from 'vitest';
import { patience } from './browser.ts';

/** How long until something is so, in milliseconds. */
export async function until(isSo: () => Promise<boolean>): Promise<number> {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > patience) throw new Error('It never came to be so.');
    await new Promise((next) => setTimeout(next, 20));
  }
  return performance.now() - began;
}

/**
 * Does something that is seen within so many seconds, and does it once more when it was late: whatever the machine did meanwhile is
 * over by then, and what is late by itself is late again.
 */
export async function seenWithin(seconds: number, deed: () => Promise<number>): Promise<void> {
  if ((await deed()) < inSeconds(seconds)) return;
  expect(await deed()).toBeLessThan(inSeconds(seconds));
}
