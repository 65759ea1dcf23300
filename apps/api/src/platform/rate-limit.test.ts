import { nothing, route, type Limit } from '@festivals/contract';
import type { Role } from '@festivals/domain/identity/roles';
import type { DeviceId, FestivalId, SessionId } from '@festivals/domain/primitives';
import { describe, expect, test } from 'vitest';
import type { Caller } from './context.ts';
import { countedAs, RateLimiter } from './rate-limit.ts';

const limited = (limit?: Limit) =>
  route({
    method: 'POST',
    path: '/a',
    permission: 'public',
    summary: 'A',
    response: nothing(),
    ...(limit && { limit }),
  });
const guest: Caller = { kind: 'guest' };
const device: Caller = { kind: 'device', deviceId: 'd' as DeviceId, festivalId: 'f' as FestivalId };
const person = (sessionId: string, roles: readonly Role[] = []): Caller => ({
  kind: 'person',
  personId: 'p' as never,
  sessionId: sessionId as SessionId,
  name: '',
  email: '',
  emailVerified: true,
  superAdmin: false,
  roles,
});

/** A limiter with a factor, used by a caller. */
function limiterOf(factor: number) {
  const limiter = new RateLimiter();
  return {
    use: (name: string, route: ReturnType<typeof limited>, caller: Caller, address: string, now: number) =>
      limiter.use(countedAs(name, route, { caller, address, factor }), now),
  };
}
type Limiter = ReturnType<typeof limiterOf>;

/** How many of so many uses at one moment are allowed. */
const allowed = (limiter: Limiter, times: number, use: (limiter: Limiter) => { allowed: boolean }) =>
  Array.from({ length: times }, () => use(limiter)).filter((one) => one.allowed).length;

describe('a limit', () => {
  test('allows so many uses in its window and counts down', () => {
    const limiter = limiterOf(1);
    const use = (now: number) => limiter.use('a', limited({ times: 2, seconds: 10 }), guest, '10.0.0.1', now);
    expect(use(0)).toEqual({ allowed: true, limit: 2, remaining: 1, resetSeconds: 10 });
    expect(use(4000)).toEqual({ allowed: true, limit: 2, remaining: 0, resetSeconds: 6 });
    expect(use(9999)).toMatchObject({ allowed: false, remaining: 0, resetSeconds: 1 });
    expect(use(10_000)).toMatchObject({ allowed: true, remaining: 1 });
  });
  test('is each caller’s own: sessions and devices behind one address do not disturb each other', () => {
    const limiter = limiterOf(1);
    for (const caller of [guest, device, person('one'), person('two')]) {
      expect(
        allowed(limiter, 3, (one) => one.use('a', limited({ times: 2, seconds: 10 }), caller, '10.0.0.1', 0)),
      ).toBe(2);
    }
  });
  test('per address counts whoever comes from there', () => {
    const limiter = limiterOf(1);
    const use = (caller: Caller, address: string) =>
      limiter.use('a', limited({ times: 2, seconds: 10, per: 'address' }), caller, address, 0).allowed;
    expect([
      use(guest, '10.0.0.1'),
      use(person('one'), '10.0.0.1'),
      use(device, '10.0.0.1'),
      use(device, '10.0.0.2'),
    ]).toEqual([true, true, false, true]);
  });
  test('per address counts each of a team by itself where it says so, and nobody else', () => {
    const limiter = limiterOf(1);
    const apart = limited({ times: 2, seconds: 10, per: 'address', teamApart: 'desk.sell' });
    const cashier = (session: string) => person(session, ['CASHIER']);
    const times = (caller: Caller) => allowed(limiter, 3, (one) => one.use('a', apart, caller, '10.0.0.1', 0));
    expect([times(cashier('one')), times(cashier('two')), times(guest), times(person('three'))]).toEqual([2, 2, 2, 0]);
  });
  test('is each route’s own', () => {
    const limiter = limiterOf(1);
    const use = (name: string) => limiter.use(name, limited({ times: 1, seconds: 10 }), guest, '10.0.0.1', 0).allowed;
    expect([use('a'), use('b'), use('a')]).toEqual([true, true, false]);
  });
  test('is multiplied by the factor, and never below one', () => {
    const times = (factor: number) =>
      allowed(limiterOf(factor), 50, (one) => one.use('a', limited({ times: 4, seconds: 10 }), guest, '', 0));
    expect([times(10), times(1), times(0.001)]).toEqual([40, 4, 1]);
  });
});

test('without a limit of its own a route takes a hundred writes a minute of someone signed in, and many more of an address', () => {
  const writes = (caller: Caller) => limiterOf(1).use('a', limited(), caller, '', 0).limit;
  expect(writes(person('one'))).toBe(100);
  expect(writes(guest)).toBeGreaterThan(1000);
});
