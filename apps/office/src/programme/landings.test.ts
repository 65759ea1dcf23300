import type { DraftSlot } from '@festivals/domain/programme/contract';
import { describe, expect, it } from 'vitest';
import { landingsOf, movesOf, sameLandings, type Lifted } from './landings.ts';

const stages = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const grid = { stages, step: 5 } as const;
const on = (stageId: string, startsAt: string, endsAt: string) => ({
  stageId,
  startsAt: `2027-07-02T${startsAt}:00.000Z`,
  endsAt: `2027-07-02T${endsAt}:00.000Z`,
});
const moment = (clock: string) => Date.parse(`2027-07-02T${clock}:00.000Z`);
// As much of a set as a drag looks at.
const set = (id: string, at: ReturnType<typeof on>) => ({ id, ...at }) as DraftSlot;
const lead = set('lead', on('a', '14:00', '15:00'));
const other = set('other', on('b', '16:00', '17:00'));
const sets: Lifted = { kind: 'sets', lead, slots: [lead, other], edge: null, grab: 600_000 };

describe('what is dragged', () => {
  it('keeps together, in steps, below the point at which it was taken', () => {
    expect(landingsOf(sets, { moment: moment('14:42'), column: 1 }, grid)).toEqual([
      { key: 'lead', to: on('b', '14:30', '15:30') },
      { key: 'other', to: on('c', '16:30', '17:30') },
    ]);
  });

  it('goes no further than the last stage of them has one', () => {
    const [first] = landingsOf(sets, { moment: moment('14:10'), column: 2 }, grid);
    expect(first?.to.stageId).toBe('b');
  });

  it('is drawn out where it was taken by an end, the other staying', () => {
    const at = { moment: moment('15:31'), column: 2 };
    const end: Lifted = { kind: 'sets', lead, slots: [lead], edge: 'end', grab: 0 };
    expect(landingsOf(end, at, grid)).toEqual([{ key: 'lead', to: on('a', '14:00', '15:30') }]);
    const [start] = landingsOf({ ...end, edge: 'start' }, at, grid);
    expect(start?.to).toEqual(on('a', '14:55', '15:00'));
  });

  it('is an hour of an artist', () => {
    expect(landingsOf({ kind: 'artist', artistId: 'x' }, { moment: moment('20:02'), column: 2 }, grid)).toEqual([
      { key: 'x', to: on('c', '20:00', '21:00') },
    ]);
  });
});

describe('a drop', () => {
  const calendar = { zone: 'UTC', cutOff: 6 };

  it('moves what does not stand there already', () => {
    const landings = [
      { key: 'lead', to: on('b', '14:30', '15:30') },
      { key: 'other', to: on('b', '16:00', '17:00') },
    ];
    expect(movesOf([lead, other], { landings, overDay: null }, calendar)).toEqual([
      { slot: lead, to: on('b', '14:30', '15:30') },
    ]);
  });

  it('above a day goes there at the same time', () => {
    const [move] = movesOf([lead], { landings: [], overDay: '2027-07-03' }, calendar);
    expect(move?.to.startsAt).toBe('2027-07-03T14:00:00.000Z');
  });
});

it('draws nothing anew while the pointer stays within a step', () => {
  const at = (clock: string) => landingsOf(sets, { moment: moment(clock), column: 1 }, grid);
  expect(sameLandings(at('14:40'), at('14:42'))).toBe(true);
  expect(sameLandings(at('14:40'), at('14:43'))).toBe(false);
});
