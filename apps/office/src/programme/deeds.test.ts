import type { DraftSlot } from '@festivals/domain/programme/contract';
import { describe, expect, it } from 'vitest';
import { movesAgain, noDeeds, placeOf, replayed, sameContent, wantedAfter, withDone, type Deed } from './deeds.ts';

const at = (hour: number, stageId = 'main') => ({
  stageId,
  startsAt: `2027-07-02T${hour}:00:00.000Z`,
  endsAt: `2027-07-02T${hour + 1}:00:00.000Z`,
});
// As much of a set as a deed looks at.
const set = (id: string, hour: number, version = 1) => ({ id, version, day: '2027-07-02', ...at(hour) }) as DraftSlot;
const slots = (...all: DraftSlot[]) => new Map(all.map((slot) => [slot.id, slot]));
const moved = { kind: 'moved', moves: [{ slotId: 'a', from: at(14), to: at(16) }] } satisfies Deed;
const made: Deed = { kind: 'made', slot: set('a', 14) };

describe('what can be taken back', () => {
  const both = withDone(withDone(noDeeds, made), moved);

  it('is the latest deed, which can then be done again', () => {
    const back = replayed(both, true, moved);
    expect(back).toEqual({ done: [made], undone: [moved] });
    expect(replayed(back, false, moved)).toEqual(both);
  });

  it('forgets what was undone once something else is done', () => {
    expect(withDone(replayed(both, true, moved), made)).toEqual({ done: [made, made], undone: [] });
  });

  it('forgets a deed that could not be taken back', () => {
    expect(replayed(both, true, null)).toEqual({ done: [made], undone: [] });
  });
});

describe('a move that is taken back', () => {
  it('is made of the sets as they are, to where they came from', () => {
    const seen = set('a', 16, 3);
    expect(movesAgain(moved.moves, true, slots(seen))).toEqual(new Map([['a', { seen, to: at(14) }]]));
  });

  it('is none where somebody else moved one of them since', () => {
    expect(movesAgain(moved.moves, true, slots(set('a', 17, 3)))).toBeNull();
    expect(movesAgain(moved.moves, true, slots())).toBeNull();
  });

  it('shows where the sets came from', () => {
    expect([placeOf(moved, true), placeOf(moved, false)]).toEqual([at(14), at(16)]);
  });
});

it('goes on from the answer with what was pressed meanwhile, and forgets what was answered', () => {
  const [seen, answered] = [set('a', 14), set('a', 16, 2)];
  const asked = new Map([
    ['a', { seen, to: at(16) }],
    ['b', { seen: set('b', 14), to: at(18) }],
  ]);
  const further = { seen, to: at(17) };
  const wanted = new Map([...asked, ['a', further] as const]);
  expect(wantedAfter(wanted, asked, slots(answered, set('b', 18, 2)))).toEqual(
    new Map([['a', { seen: answered, to: at(17) }]]),
  );
});

it('knows a set by what was written of it, whatever its version', () => {
  expect(sameContent(set('a', 14, 1), set('a', 14, 2))).toBe(true);
  expect(sameContent(set('a', 14), set('a', 15))).toBe(false);
});
