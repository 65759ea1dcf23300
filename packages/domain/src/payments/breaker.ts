/** A circuit breaker: a provider that fails again and again is left alone for a while, so that no buyer waits for it. */

export interface ProviderHealth {
  /** Failures in a row. */
  failures: number;
  /** Until when it is left alone; null while it answers. */
  shutUntil: Date | null;
}

/** CLOSED lets calls through, OPEN none, TRYING one after the pause. */
export type BreakerState = 'CLOSED' | 'OPEN' | 'TRYING';

const failuresToOpen = 3;
const firstPauseSeconds = 30;
const longestPauseSeconds = 300;

/** A pause that seems longer than any is, is one of a clock that was set back since: it is over. */
export const breakerState = ({ shutUntil }: ProviderHealth, now: Date): BreakerState => {
  if (shutUntil === null) return 'CLOSED';
  const left = shutUntil.getTime() - now.getTime();
  return left > 0 && left <= longestPauseSeconds * 1000 ? 'OPEN' : 'TRYING';
};

/** How it stands after one more failure: from the third on it is left alone, each time twice as long. */
export function afterFailure({ failures }: ProviderHealth, now: Date): ProviderHealth {
  const counted = failures + 1;
  if (counted < failuresToOpen) return { failures: counted, shutUntil: null };
  const pause = Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** Math.min(10, counted - failuresToOpen));
  return { failures: counted, shutUntil: new Date(now.getTime() + pause * 1000) };
}

export const healthy: ProviderHealth = { failures: 0, shutUntil: null };
