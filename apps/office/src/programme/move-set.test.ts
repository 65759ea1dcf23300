import { expect, it } from 'vitest';
import {
  columnsWithin,
  endAt,
  moveByKey,
  moved,
  onDay,
  samePosition,
  shift,
  snap,
  startAt,
  toStage,
} from './move-set.ts';

const calendar = { zone: 'Europe/Brussels', cutOff: 6 };
const at = { stageId: 'b', startsAt: '2026-07-03T18:00:00.000Z', endsAt: '2026-07-03T19:00:00.000Z' };
// A set has more than a position, of which a move must keep nothing.
const slot = { ...at, version: 3 };
const stages = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const days = ['2026-07-03', '2026-07-04'];
const none = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };
const press = (key: string, keys: Partial<typeof none> = {}, all = [slot]) =>
  moveByKey({ key, ...none, ...keys }, all, { stages, step: 5, days, calendar });

it('moves by a step and to the neighbouring stage, and back to where it was', () => {
  expect(press('ArrowDown')?.(at)).toEqual({
    ...at,
    startsAt: '2026-07-03T18:05:00.000Z',
    endsAt: '2026-07-03T19:05:00.000Z',
  });
  expect(press('ArrowRight')?.(at).stageId).toBe('c');
  expect(press('ArrowLeft')?.(at).stageId).toBe('a');
  expect(press('Enter')).toBeNull();
  expect(press('ArrowDown', { ctrlKey: true })).toBeNull();
  expect(samePosition(shift(shift(at, 35), -35), at)).toBe(true);
});

it('keeps several together, as far as there are stages', () => {
  const all = [at, { ...at, stageId: 'c' }];
  expect(columnsWithin(all, stages, 1)).toBe(0);
  expect(columnsWithin(all, stages, -5)).toBe(-1);
  expect(toStage(at, stages, -1).stageId).toBe('a');
});

it('changes the end with Shift and the start with Alt, never beyond each other nor a day', () => {
  expect(press('ArrowUp', { shiftKey: true })?.(at).endsAt).toBe('2026-07-03T18:55:00.000Z');
  expect(press('ArrowUp', { altKey: true })?.(at).startsAt).toBe('2026-07-03T17:55:00.000Z');
  expect(endAt(at, 0, 5).endsAt).toBe('2026-07-03T18:05:00.000Z');
  expect(endAt(at, Date.parse('2030-01-01T00:00:00Z'), 5).endsAt).toBe('2026-07-04T18:00:00.000Z');
  expect(startAt(at, Date.parse('2030-01-01T00:00:00Z'), 15).startsAt).toBe('2026-07-03T18:45:00.000Z');
});

it('goes to the same hour of the next festival day, night included, and not beyond the last', () => {
  const night = { ...at, startsAt: '2026-07-03T23:30:00.000Z', endsAt: '2026-07-04T00:30:00.000Z' };
  expect(press('PageDown', { shiftKey: true }, [{ ...slot, ...night }])?.(night)).toEqual({
    ...night,
    startsAt: '2026-07-04T23:30:00.000Z',
    endsAt: '2026-07-05T00:30:00.000Z',
  });
  expect(press('PageUp', { shiftKey: true })).toBeNull();
  expect(onDay(at, '2026-10-25', calendar).startsAt).toBe('2026-10-25T19:00:00.000Z');
});

it('falls on a grid of its own steps', () => {
  expect(new Date(snap(Date.parse('2026-07-03T18:08:00Z'), 15)).toISOString()).toBe('2026-07-03T18:15:00.000Z');
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
  expect(moved(whole, shift(at, 9 * 60), calendar).day).toBe('2026-07-03');
  expect(moved(whole, shift(at, 10 * 60), calendar).day).toBe('2026-07-04');
  expect(moved(whole, shift(at, 6 * 60), { ...calendar, cutOff: 1 }).day).toBe('2026-07-04');
});
