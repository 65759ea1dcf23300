import { expect, test } from 'vitest';
import { copiedProgramme } from './copied.ts';

const slot = copiedProgramme.find(({ table }) => table === 'slot');
const row = {
  status: 'CONFIRMED',
  day: '2026-03-21',
  starts_at: '2026-03-22T01:30:00.000Z',
  ends_at: '2026-03-22T02:30:00.000Z',
  reveals_at: null,
};
const later = (days: number) =>
  slot?.adapt(row, { days, zone: 'Europe/Brussels', cutOff: 3, kept: String }) ?? undefined;

test('a set of the night stays in the night of its day', () => {
  expect(later(364)).toMatchObject({ day: '2027-03-20', starts_at: '2027-03-21T01:30:00.000Z' });
});

test('a set at an hour that the clock leaves out begins an hour later, on the day that this makes it', () => {
  expect(later(7)).toMatchObject({
    day: '2026-03-29',
    starts_at: '2026-03-29T01:30:00.000Z',
    ends_at: '2026-03-29T02:30:00.000Z',
  });
});

test('who comes is announced anew', () => {
  const artist = copiedProgramme.find(({ table }) => table === 'artist');
  const known = { name: 'Alba', picture_id: null, announcement: 'ANNOUNCED', reveals_at: '2026-01-01T12:00:00.000Z' };
  expect(artist?.adapt(known, { days: 364, zone: 'Europe/Brussels', cutOff: 3, kept: String })).toMatchObject({
    name: 'Alba',
    announcement: 'BY_SETS',
    reveals_at: null,
  });
});
