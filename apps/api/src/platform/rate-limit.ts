import type { Limit, Route } from '@festivals/contract';
import { may } from '@festivals/domain/identity/policy';
import { Permission } from '@festivals/domain/identity/roles';
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

/** How a use is counted: under which key, how many times at most, in how long a window. */
export interface Counted {
  key: string;
  times: number;
  windowMs: number;
}

/** What one use of a route counts as. @param factor multiplies every limit */
export function countedAs(
  routeName: string,
  route: Route,
  { caller, address, factor }: { caller: Caller; address: string; factor: number },
): Counted {
  const limit = limitOf(route, caller);
  return {
    key: `${routeName} ${whose(limit, caller, address)}`,
    times: Math.max(1, Math.floor(limit.times * factor)),
    windowMs: limit.seconds * 1000,
  };
}

/** What is left after so many uses in a window that ends in so long. */
export const allowanceOf = ({ times }: Counted, used: number, endsInMs: number): Allowance => ({
  allowed: used <= times,
  limit: times,
  remaining: Math.max(0, times - used),
  resetSeconds: Math.max(1, Math.ceil(endsInMs / 1000)),
});

/** Counts uses in fixed windows, in this process. */
export class RateLimiter {
  readonly #windows = new Map<string, Window>();
  #sweptAt = 0;

  /** Counts one use at `now` (milliseconds). */
  use(counted: Counted, now: number): Allowance {
    const window = this.#window(counted.key, now, counted.windowMs);
    window.used += 1;
    return allowanceOf(counted, window.used, window.startedAt + counted.windowMs - now);
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
  if (limit.per === 'address' && !isOfTeam(limit, caller)) return address;
  if (caller.kind === 'person') return caller.sessionId;
  return caller.kind === 'device' ? caller.deviceId : address;
}

/** Whether a caller is of the festival's team, as far as the limit counts that team apart. */
const isOfTeam = ({ teamApart }: Limit, caller: Caller): boolean =>
  teamApart !== undefined && caller.kind === 'person' && may(caller, Permission.parse(teamApart));
