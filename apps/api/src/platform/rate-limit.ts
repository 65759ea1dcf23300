import type { Limit, Route } from '@festivals/contract';
import type { Caller } from './context.ts';

/** Limits per minute where a route names none. An address is generous: a whole festival sits behind one. */
const defaults = {
  signedIn: { read: 1000, write: 100 },
  address: { read: 12_000, write: 1200 },
};

export interface Allowance {
  allowed: boolean;
  limit: number;
  remaining: number;
  /** Seconds until the window ends. */
  resetSeconds: number;
}

interface Window {
  startedAt: number;
  used: number;
}

/** Counts uses per route and caller in fixed windows, in this process. */
export class RateLimiter {
  readonly #windows = new Map<string, Window>();
  readonly #factor: number;
  #sweptAt = 0;

  constructor(factor: number) {
    this.#factor = factor;
  }

  /** Counts one use at `now` (milliseconds). */
  use(routeName: string, route: Route, caller: Caller, address: string, now: number): Allowance {
    const limit = limitOf(route, caller);
    const times = Math.max(1, Math.floor(limit.times * this.#factor));
    const length = limit.seconds * 1000;
    const key = `${routeName} ${whose(limit, caller, address)}`;
    const window = this.#window(key, now, length);
    window.used += 1;
    const resetSeconds = Math.max(1, Math.ceil((window.startedAt + length - now) / 1000));
    return { allowed: window.used <= times, limit: times, remaining: Math.max(0, times - window.used), resetSeconds };
  }

  #window(key: string, now: number, length: number): Window {
    this.#sweep(now);
    const known = this.#windows.get(key);
    if (known && now - known.startedAt < length) return known;
    const fresh = { startedAt: now, used: 0 };
    this.#windows.set(key, fresh);
    return fresh;
  }

  /** Forgets windows older than the longest limit, once a minute, so that memory stays bounded. */
  #sweep(now: number): void {
    if (now - this.#sweptAt < 60_000) return;
    this.#sweptAt = now;
    for (const [key, window] of this.#windows) if (now - window.startedAt > 3_600_000) this.#windows.delete(key);
  }
}

function limitOf(route: Route, caller: Caller): Limit {
  if (route.limit) return route.limit;
  const set = caller.kind === 'guest' ? defaults.address : defaults.signedIn;
  return { times: route.method === 'GET' ? set.read : set.write, seconds: 60 };
}

function whose(limit: Limit, caller: Caller, address: string): string {
  if (limit.per === 'address') return address;
  if (caller.kind === 'person') return caller.sessionId;
  return caller.kind === 'device' ? caller.deviceId : address;
}
