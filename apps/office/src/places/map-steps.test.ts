import type { DraftPlace } from '@festivals/domain/places/contract';
import { describe, expect, it } from 'vitest';
import { deedsOf, type Done, inverse, movedSince, repeat, shownAfter, withWritten } from './map-steps.ts';

// As much of a place as a step looks at.
const place = (id: string, fields: Partial<DraftPlace> = {}) =>
  ({ id, version: 1, name: { en: id }, capacity: null, ...fields }) as DraftPlace;
const [bar, gate] = [place('bar'), place('gate')];
const idsOf = (places: readonly DraftPlace[]) => places.map(({ id }) => id);

describe('a step on the map', () => {
  const filled: Done = [{ id: 'bar', op: 'change', changes: { capacity: 80 }, was: bar }];
  const removed: Done = [{ id: 'bar', op: 'remove', was: bar }];

  it('is shown before it is saved, and is no longer once it is taken back', () => {
    const shown = shownAfter([bar, gate], filled);
    expect(shown).toEqual([{ ...bar, capacity: 80 }, gate]);
    expect(shownAfter(shown, inverse(filled))).toEqual([bar, gate]);
    expect(idsOf(shownAfter([bar, gate], removed))).toEqual(['gate']);
  });

  it('is sent over the version of each place', () => {
    const versionOf = (id: string) => (id === 'bar' ? 4 : 1);
    expect(deedsOf(filled, versionOf)).toEqual([{ op: 'change', id: 'bar', version: 4, changes: { capacity: 80 } }]);
    expect(deedsOf(inverse(removed), versionOf)).toEqual([{ op: 'restore', id: 'bar', version: 4 }]);
  });

  it('brings back what was made and unmade rather than making it a second time', () => {
    const made: Done = [{ id: 'bar', op: 'create', was: bar }];
    expect(deedsOf(inverse(made), () => 1)).toEqual([{ op: 'remove', id: 'bar', version: 1 }]);
    expect(deedsOf(repeat(made), () => 1)).toEqual([{ op: 'restore', id: 'bar', version: 1 }]);
  });

  it('is one for many small moves, from where each place stood before the first', () => {
    const geometry: DraftPlace['geometry'] = { type: 'Point', coordinates: [4, 50] };
    const before = new Map([['bar', bar] as const, ['gone', place('gone')] as const]);
    expect(movedSince(before, [place('bar', { geometry }), gate])).toEqual([
      { id: 'bar', op: 'change', changes: { geometry }, was: bar },
    ]);
  });
});

it('puts what was written into its row, and what is new at the end', () => {
  const written = [place('new'), place('bar', { version: 2 })];
  expect(withWritten([bar, gate], written)).toEqual([place('bar', { version: 2 }), gate, place('new')]);
});
