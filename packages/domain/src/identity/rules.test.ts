import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attemptWindowSeconds,
  invitationState,
  judgeRefresh,
  maskEmail,
  refreshSeconds,
  repeatSeconds,
  secondsToWait,
} from './rules.ts';

const now = new Date('2026-07-03T20:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const later = ago(-refreshSeconds);
const living = { revokedAt: null, expiresAt: later };

describe('a refresh token', () => {
  it.each([
    ['unused, is rotated', { usedAt: null, expiresAt: later }, living, false, 'rotate'],
    ['too old, has expired', { usedAt: null, expiresAt: now }, living, false, 'expired'],
    [
      'of an expired session, has expired',
      { usedAt: null, expiresAt: later },
      { revokedAt: null, expiresAt: now },
      false,
      'expired',
    ],
    [
      'of a revoked session, is refused',
      { usedAt: null, expiresAt: later },
      { revokedAt: ago(1), expiresAt: later },
      false,
      'revoked',
    ],
    ['used just now, is answered again', { usedAt: ago(repeatSeconds), expiresAt: later }, living, false, 'repeat'],
    [
      'used just now, whose successor was used, is a replay',
      { usedAt: ago(1), expiresAt: later },
      living,
      true,
      'replayed',
    ],
    ['used a while ago, is a replay', { usedAt: ago(repeatSeconds + 1), expiresAt: later }, living, false, 'replayed'],
    ['used and expired since, is a replay', { usedAt: ago(3600), expiresAt: ago(1) }, living, false, 'replayed'],
  ])('%s', (_, token, session, successorUsed, verdict) => {
    expect(judgeRefresh({ session, token, successorUsed }, now)).toBe(verdict);
  });
});

describe('waiting before another attempt', () => {
  it('is not asked below the limit', () => {
    expect(secondsToWait([ago(1), ago(2)], 3, now)).toBe(0);
  });

  it('lasts until the oldest of the last attempts leaves the window', () => {
    expect(secondsToWait([ago(10), ago(30), ago(20)], 3, now)).toBe(attemptWindowSeconds - 30);
    expect(secondsToWait([ago(10), ago(30), ago(20), ago(100)], 3, now)).toBe(attemptWindowSeconds - 30);
  });

  it('is over once waited for, and never before', () => {
    const attempts = fc.array(fc.integer({ min: 0, max: 2 * attemptWindowSeconds }).map(ago), { maxLength: 30 });
    fc.assert(
      fc.property(attempts, fc.integer({ min: 1, max: 10 }), (failed, limit) => {
        const wait = secondsToWait(failed, limit, now);
        expect(secondsToWait(failed, limit, ago(-wait))).toBe(0);
        if (wait > 0) expect(secondsToWait(failed, limit, ago(1 - wait))).toBeGreaterThan(0);
      }),
    );
  });
});

describe('an invitation', () => {
  it.each([
    ['open until it is too old', null, null, ago(-1), 'open'],
    ['expired from then on', null, null, now, 'expired'],
    ['accepted for good', ago(9), null, ago(1), 'accepted'],
    ['revoked for good', null, ago(9), ago(1), 'revoked'],
  ] as const)('is %s', (_, acceptedAt, revokedAt, expiresAt, state) => {
    expect(invitationState({ acceptedAt, revokedAt, expiresAt }, now)).toBe(state);
  });

  it.each([
    ['camille.durand@example.org', 'c…@example.org'],
    ['c@example.org', 'c…@example.org'],
    ['"a@b"@example.org', '"…@example.org'],
    ['@example.org', '…'],
    ['', '…'],
  ])('shows %s as %s', (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
  });
});
