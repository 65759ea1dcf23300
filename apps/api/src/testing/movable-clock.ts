import type { Clock } from '../platform/context.ts';

export interface MovableClock extends Clock {
  /** Lets time pass for the API. The database's own clock goes on as it does. */
  pass(seconds: number): void;
  /** Does something while no time passes but by `pass`: however slow the machine is, it is done at one moment. */
  standStill<T>(work: () => Promise<T>): Promise<T>;
}

/** A clock that shows the real time, shifted as a test wants it. */
export function movableClock(): MovableClock {
  let shift = 0;
  let stoppedAt: number | null = null;
  return {
    now: () => new Date((stoppedAt ?? Date.now()) + shift),
    pass: (seconds) => {
      shift += seconds * 1000;
    },
    standStill: async (work) => {
      stoppedAt = Date.now();
      try {
        return await work();
      } finally {
        stoppedAt = null;
      }
    },
  };
}
