import { describe, expect, it } from 'vitest';
import { fromZoned, toZoned } from './zoned-time.ts';

describe('fromZoned', () => {
  it.each([
    ['2026-07-03T18:00', 'Europe/Brussels', '2026-07-03T16:00:00.000Z'],
    ['2026-12-03T18:00', 'Europe/Brussels', '2026-12-03T17:00:00.000Z'],
    ['2026-07-03T18:00', 'Asia/Kolkata', '2026-07-03T12:30:00.000Z'],
    ['2026-07-03T18:00', 'UTC', '2026-07-03T18:00:00.000Z'],
    // The clocks go forward at two: half past two does not exist and becomes half past three.
    ['2026-03-29T02:30', 'Europe/Brussels', '2026-03-29T01:30:00.000Z'],
    // The clocks go back at three: half past two comes twice.
    ['2026-10-25T02:30', 'Europe/Brussels', '2026-10-25T00:30:00.000Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(fromZoned(local, zone)).toBe(instant);
  });

  it('is undone by toZoned at every hour of a year that exists', () => {
    for (const zone of ['Europe/Brussels', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata']) {
      for (let hour = 0; hour < 365 * 24; hour += 7) {
        const local = toZoned(new Date(Date.UTC(2026, 0, 1, hour)).toISOString(), zone);
        expect(toZoned(fromZoned(local, zone), zone)).toBe(local);
      }
    }
  });
});
