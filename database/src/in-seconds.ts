import { createHash } from 'node:crypto';

/** How long the work below takes on two cores that have little else to do, in milliseconds. */
const usualMs = 80;
const rounds = 60_000;

/** How many times as long as usual this machine takes for the same work at this moment; once at least. */
function slowness(): number {
  const began = performance.now();
  let text = 'slow?';
  for (let round = 0; round < rounds; round += 1) text = createHash('sha1').update(text).digest('hex');
  return Math.max(1, (performance.now() - began) / usualMs);
}

/** So many seconds on a machine as one has them, in milliseconds of this one. */
export const inSeconds = (seconds: number): number => seconds * 1000 * slowness();
