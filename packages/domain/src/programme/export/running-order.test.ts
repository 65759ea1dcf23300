import { expect, test } from 'vitest';
import type { DraftSlot } from '../contract.ts';
import { artistOrders, stageOrders } from './running-order.ts';

const slot = (id: string, from: string, to: string, more: Partial<DraftSlot> = {}): DraftSlot => ({
  id,
  stageId: 'brume',
  artistId: null,
  withArtistIds: [],
  title: null,
  day: '2040-07-13',
  startsAt: `2040-07-${from}:00.000Z`,
  endsAt: `2040-07-${to}:00.000Z`,
  status: 'CONFIRMED',
  overlaysId: null,
  announcement: 'OPEN',
  revealsAt: null,
  setupMinutes: 0,
  teardownMinutes: 0,
  version: 1,
  ...more,
});
const programme = {
  stages: ['brume', 'soleil'].map((id, order) => ({ id, name: id, placeId: null, order, hours: [], version: 1 })),
  artists: [
    { id: 'nils', name: 'Nils' },
    { id: 'zoe', name: 'Zoë' },
  ],
  slots: [
    slot('late', '13T23:30', '14T01:00', { artistId: 'zoe', setupMinutes: 20 }),
    slot('first', '13T21:00', '13T22:30', { artistId: 'nils', withArtistIds: ['zoe'], teardownMinutes: 50 }),
    slot('guest', '13T22:00', '13T22:20', { title: 'Surprise', overlaysId: 'first' }),
    slot('gone', '13T22:40', '13T23:10', { artistId: 'nils', status: 'CANCELLED' }),
    slot('next day', '14T20:00', '14T21:00', { day: '2040-07-14' }),
    slot('elsewhere', '13T20:00', '13T20:45', { stageId: 'soleil', artistId: 'zoe', title: 'Solo' }),
  ],
};

test('a stage’s day goes on after midnight, and says what is missing between two sets', () => {
  const [friday, saturday, ...more] = stageOrders(programme, { stageId: 'brume' });
  expect(more).toEqual([]);
  expect(friday?.sets.map(({ slot: { id }, gap }) => [id, gap])).toEqual([
    ['first', { minutes: 60, missing: 10 }],
    ['guest', null],
    ['gone', null],
    ['late', null],
  ]);
  expect(friday?.sets[0]).toMatchObject({ name: 'Nils b2b Zoë', minutes: 90, setupFrom: null });
  expect(friday?.sets[0]?.clearAt).toBe(Date.parse('2040-07-13T23:20:00Z'));
  expect(friday?.sets[1]).toMatchObject({ name: 'Surprise', title: null, takesOver: 'Nils b2b Zoë' });
  expect(saturday).toMatchObject({ day: '2040-07-14', sets: [{ name: null }] });
});

test('a day has every stage, in the stages’ order', () => {
  const all = stageOrders(programme, { day: '2040-07-13' });
  expect(all.map(({ name, day, sets }) => [name, day, sets.length])).toEqual([
    ['brume', '2040-07-13', 4],
    ['soleil', '2040-07-13', 1],
  ]);
});

test('an artist has the sets they play, also beside others', () => {
  const [day, ...more] = artistOrders(programme, 'zoe');
  expect(more).toEqual([]);
  expect(day?.sets.map(({ slot: { id }, stage, title }) => [id, stage, title])).toEqual([
    ['elsewhere', 'soleil', 'Solo'],
    ['first', 'brume', null],
    ['late', 'brume', null],
  ]);
  expect(artistOrders(programme, 'nobody')).toEqual([]);
});
