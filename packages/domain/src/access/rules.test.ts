import { describe, expect, it } from 'vitest';
import { admit, trustedTime } from './rules.ts';

const signed = { ok: true, keyNumber: 1, ticketId: 't', ticketTypeId: 'y' } as const;
const at = '2027-07-01T18:00:00.000Z';

describe('a gate', () => {
  it('admits a valid ticket, and one sold after its last sync', () => {
    expect(admit(signed, { state: 'VALID', at })).toEqual({ admit: true, ticketId: 't', ticketTypeId: 'y' });
    expect(admit(signed, null)).toEqual({ admit: true, ticketId: 't', ticketTypeId: 'y' });
  });

  it('refuses a second entry and says since when', () => {
    expect(admit(signed, { state: 'ADMITTED', at })).toEqual({
      admit: false,
      because: 'already_admitted',
      ticketId: 't',
      since: at,
    });
  });

  it('refuses a revoked ticket', () => {
    expect(admit(signed, { state: 'REVOKED', at })).toMatchObject({ admit: false, because: 'revoked' });
  });

  it.each(['unreadable', 'foreign', 'forged'] as const)('refuses what is %s, whatever it claims to be', (because) => {
    expect(admit({ ok: false, because }, { state: 'VALID', at })).toMatchObject({
      admit: false,
      because,
      ticketId: null,
    });
  });
});

describe('the time of a fact', () => {
  const enrolledAt = 1_000;
  const receivedAt = 9_000;

  it.each([
    { clock: 'right', wallClock: 5_000, serverTime: 4_000, happened: 5_000 },
    { clock: 'ahead of the arrival', wallClock: 99_000, serverTime: 4_000, happened: receivedAt },
    { clock: 'behind the last contact', wallClock: 2_000, serverTime: 4_000, happened: 4_000 },
    { clock: 'at 1970 on a device that never heard a server', wallClock: 0, serverTime: 0, happened: enrolledAt },
    {
      clock: 'right, but the server’s time it claims is to come',
      wallClock: 5_000,
      serverTime: 99_000,
      happened: receivedAt,
    },
  ])('with a clock that is $clock', ({ wallClock, serverTime, happened }) => {
    expect(trustedTime({ wallClock, serverTime }, enrolledAt, receivedAt)).toBe(happened);
  });
});
