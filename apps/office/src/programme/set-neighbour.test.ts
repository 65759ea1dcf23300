import { expect, it } from 'vitest';
import type { PlacedSet } from './lay-out-day.ts';
import { neighbourOf } from './set-neighbour.ts';

const set = (id: string, stageId: string, from: number): PlacedSet => ({
  id,
  stageId,
  artistId: null,
  withArtistIds: [],
  title: id,
  day: '2026-07-03',
  startsAt: '2026-07-03T18:00:00.000Z',
  endsAt: '2026-07-03T19:00:00.000Z',
  status: 'CONFIRMED',
  announcement: 'OPEN',
  revealsAt: null,
  setupMinutes: 0,
  teardownMinutes: 0,
  overlaysId: null,
  version: 1,
  from,
  length: 60,
  lane: 0,
  lanes: 1,
});
const sets = [set('a1', 'a', 0), set('c1', 'c', 10), set('a2', 'a', 100), set('c2', 'c', 110)];
const go = (at: string | null, key: string) => neighbourOf(sets, ['a', 'b', 'c'], at, key)?.id;

it.each([
  [null, 'ArrowDown', 'a1'],
  ['a1', 'ArrowDown', 'a2'],
  ['a1', 'ArrowUp', undefined],
  ['a2', 'ArrowRight', 'c2'],
  ['c1', 'ArrowLeft', 'a1'],
  ['c1', 'ArrowRight', undefined],
])('from %s by %s to %s', (at, key, expected) => {
  expect(go(at, key)).toBe(expected);
});
