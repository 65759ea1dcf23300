import type { DraftPlace } from '@festivals/domain/places/contract';
import { describe, expect, it } from 'vitest';
import { besideSaved, besideSeen } from './place-merge.ts';

// As much of a place as a change looks at.
const bar = {
  id: 'bar',
  version: 1,
  name: { en: 'Bar' },
  capacity: 40,
  color: null,
  hours: [],
} as unknown as DraftPlace;

describe('a change of a place that somebody else changes as well', () => {
  it('is saved as it is where nobody did', () => {
    expect(besideSeen({ capacity: 40 }, { capacity: 80 }, bar)).toEqual({ mine: { capacity: 80 }, clashes: [] });
    expect(besideSeen({}, { capacity: 80 }, bar)).toEqual({ mine: { capacity: 80 }, clashes: [] });
  });

  it('stands beside what they changed elsewhere', () => {
    const there = { ...bar, capacity: 90 };
    expect(besideSaved(bar, { color: 'RED' }, there)).toEqual({ mine: { color: 'RED' }, clashes: [] });
  });

  it('says both where both named it in another language', () => {
    const there = { ...bar, name: { en: 'Bar', fr: 'Le bar' } };
    const { mine, clashes } = besideSaved(bar, { name: { en: 'Bar', de: 'Die Bar' } }, there);
    expect([mine, clashes]).toEqual([{ name: { en: 'Bar', fr: 'Le bar', de: 'Die Bar' } }, []]);
  });

  it('asks where both changed the same, and saves the rest', () => {
    const there = { ...bar, capacity: 90 };
    const clashes = [{ field: 'capacity', mine: 80, theirs: 90 }];
    expect(besideSaved(bar, { capacity: 80 }, there)).toEqual({ mine: null, clashes });
    expect(besideSeen({ capacity: 40 }, { capacity: 80, name: { en: 'Pub' } }, there)).toEqual({
      mine: { name: { en: 'Pub' } },
      clashes,
    });
  });
});
