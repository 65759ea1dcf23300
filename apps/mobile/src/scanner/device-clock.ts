import type { GateClock } from './gate.ts';

let serverTime = 0;

/** Hears the server's time from the `Date` of its answers (RFC 9110, 6.6.1), to the second. */
export const hearServerTime: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  const told = Date.parse(response.headers.get('date') ?? '');
  if (!Number.isNaN(told)) serverTime = Math.max(serverTime, told);
  return response;
};

/** This device's clocks. */
export const deviceClock: GateClock = {
  wall: () => Date.now(),
  monotonic: () => Math.round(performance.now()),
  server: () => serverTime,
};
