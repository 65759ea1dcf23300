/**
 * What a page shows may be true only until a moment that is known when it is made: a day ends, a set is revealed, a sale opens. At that
 * moment it goes out of date as if somebody had told of a change.
 */
import { memory } from './memory.ts';

interface Turns {
  timers: Map<string, NodeJS.Timeout>;
  turned: () => void;
}

/** After the moment, for clocks that differ a little. */
const slackMs = 250;
/** Where the API's clock is behind, the same moment is told once more: not at once again. */
const leastMs = 1000;
/** The longest that a timer waits; what is later than that is waited for again. */
const longestMs = 2_147_483_647;
const name = Symbol.for('festivals.site.turns');

/** One for the process: pages are bundled apart from the server that keeps them. */
function turns(): Turns {
  // A symbol of our own holds what we put there, and nothing else does.
  const shared = globalThis as { [name]?: Turns };
  shared[name] ??= { timers: new Map(), turned: () => undefined };
  return shared[name];
}

/** What is done beside, whenever something went out of date: the pages that people read are made anew. */
export function whenTurned(turned: () => void): void {
  turns().turned = turned;
}

/** Has everything under a tag go out of date at a moment, in milliseconds; said twice it is one. */
export function holdsUntil(tag: string, atMs: number): void {
  const { timers } = turns();
  const key = `${tag} ${atMs}`;
  if (timers.has(key)) return;
  const wait = Math.min(longestMs, Math.max(leastMs, atMs - Date.now() + slackMs));
  const timer = setTimeout(() => {
    timers.delete(key);
    if (Date.now() < atMs) return holdsUntil(tag, atMs);
    memory().expiry.expire([tag]);
    turns().turned();
  }, wait);
  timer.unref();
  timers.set(key, timer);
}
