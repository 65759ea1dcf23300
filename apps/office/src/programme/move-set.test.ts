import { expect, it } from 'vitest';
import { moveByKey, moved, samePosition, shift, stretch, toStage } from './move-set.ts';

const at = { stageId: 'b', startsAt: '2026-07-03T18:00:00.000Z', endsAt: '2026-07-03T19:00:00.000Z' };
// A set has more than a position, of which a move must keep nothing.
const slot = { ...at, version: 3 };
const stages = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const press = (key: string, shiftKey = false) => moveByKey({ key, shiftKey }, slot, stages);

it('moves by five minutes and to the neighbouring stage, and back to where it was', () => {
  expect(press('ArrowDown')).toEqual({
    ...at,
    startsAt: '2026-07-03T18:05:00.000Z',
    endsAt: '2026-07-03T19:05:00.000Z',
  });
  expect(press('ArrowRight')?.stageId).toBe('c');
  expect(press('ArrowLeft')?.stageId).toBe('a');
  expect(press('Enter')).toBeNull();
  expect(samePosition(shift(shift(at, 35), -35), at)).toBe(true);
});

it('stays among the stages', () => {
  expect(toStage(at, stages, 7).stageId).toBe('c');
  expect(toStage(at, stages, -7).stageId).toBe('a');
});

it('changes the end with Shift, never to before the start nor beyond a day', () => {
  expect(press('ArrowUp', true)?.endsAt).toBe('2026-07-03T18:55:00.000Z');
  expect(stretch(at, -600).endsAt).toBe('2026-07-03T18:05:00.000Z');
  expect(stretch(at, 6000).endsAt).toBe('2026-07-04T18:00:00.000Z');
});

it('belongs to the evening before until the cut-off hour', () => {
  const whole = {
    id: 's',
    artistId: null,
    title: 'T',
    day: '2026-07-03',
    status: 'PENDING' as const,
    withArtistIds: [],
    announcement: 'OPEN' as const,
    revealsAt: null,
    setupMinutes: 0,
    teardownMinutes: 0,
    overlaysId: null,
    version: 1,
    ...at,
  };
  expect(moved(whole, shift(at, 9 * 60), 'Europe/Brussels').day).toBe('2026-07-03');
  expect(moved(whole, shift(at, 10 * 60), 'Europe/Brussels').day).toBe('2026-07-04');
});
