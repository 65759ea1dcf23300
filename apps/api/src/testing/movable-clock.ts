import type { Clock } from '../platform/context.ts';

export interface MovableClock extends Clock {
  /** Lets time pass for the API. The database's own clock goes on as it does. */
  pass(seconds: number): void;
}

/** A clock that shows the real time, shifted as a test wants it. */
export function movableClock(): MovableClock {
  let shift = 0;
  return {
    now: () => new Date(Date.now() + shift),
    pass: (seconds) => {
      shift += seconds * 1000;
    },
  };
}
