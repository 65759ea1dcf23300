import { expect, test } from 'vitest';
import { exportQuietSeconds, exportState, secondsToNextExport } from './rules.ts';

const now = new Date('2027-07-01T12:00:00Z');
const earlier = new Date('2027-07-01T11:00:00Z');
const later = new Date('2027-07-08T11:00:00Z');

test.each([
  [null, 'none'],
  [{ madeAt: null, expiresAt: null }, 'making'],
  [{ madeAt: earlier, expiresAt: later }, 'ready'],
  [{ madeAt: earlier, expiresAt: now }, 'none'],
] as const)('the copy %j is %s', (copy, state) => expect(exportState(copy, now)).toBe(state));

test.each([
  [null, 0],
  [now, exportQuietSeconds],
  [earlier, exportQuietSeconds - 3600],
  [new Date(now.getTime() - exportQuietSeconds * 1000), 0],
])('asked at %s, the next copy is %i seconds away', (askedAt, seconds) =>
  expect(secondsToNextExport(askedAt, now)).toBe(seconds),
);
