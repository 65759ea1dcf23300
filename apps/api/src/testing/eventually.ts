import { vi } from 'vitest';

/** Asks until it is so, and says then what the answer was: as long as a machine may take that has other things to do. */
export const eventually = <T>(ask: () => T | Promise<T>, interval = 20): Promise<T> =>
  vi.waitFor(ask, { timeout: 100_000, interval });
