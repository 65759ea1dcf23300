'use client';

import { useSyncExternalStore } from 'react';
import { serverClock } from '../shell/server-clock.ts';

/** How often what is open is looked at again, in milliseconds. */
const interval = 20_000;

const listeners = new Set<() => void>();
let now: Date | null = null;
let timer: ReturnType<typeof setInterval> | undefined;

const tick = () => {
  now = serverClock.now();
  for (const listener of listeners) listener();
};

function follow(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    timer = setInterval(tick, interval);
    // Without the server this device's own clock has to do.
    void serverClock.learn().then(tick);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

/** The server's time, some seconds fresh; null until it is known, as it is while the page is made. */
export const useServerNow = (): Date | null =>
  useSyncExternalStore(
    follow,
    () => now,
    () => null,
  );
