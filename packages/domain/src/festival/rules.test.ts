import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FestivalStatus } from './contract.ts';
import { blockers, invalidChanges, isPublic, nextStatuses, sells } from './rules.ts';

const legal = [
  'DRAFT > PUBLISHED',
  'DRAFT > CANCELLED',
  'PUBLISHED > ONGOING',
  'PUBLISHED > CANCELLED',
  'ONGOING > COMPLETED',
  'ONGOING > CANCELLED',
];
const status = fc.constantFrom(...FestivalStatus.options);

describe('the life of a festival', () => {
  test('knows these steps and no others', () => {
    const steps = FestivalStatus.options.flatMap((from) => nextStatuses(from).map((to) => `${from} > ${to}`));
    expect(steps.toSorted()).toEqual(legal.toSorted());
  });

  test('never comes back to where it was', () => {
    fc.assert(
      fc.property(status, fc.array(fc.nat(), { maxLength: 8 }), (start, choices) => {
        const seen = [start];
        let at = start;
        for (const choice of choices) {
          const steps = nextStatuses(at);
          const to = steps[choice % Math.max(1, steps.length)];
          if (!to) break;
          expect(seen).not.toContain(to);
          seen.push(to);
          at = to;
        }
      }),
    );
  });

  test('is shown from its publication on, and sells until its end', () => {
    const shown = (publishedAt: string | null) =>
      FestivalStatus.options.filter((status) => isPublic({ status, publishedAt }));
    expect(shown('2027-01-01T00:00:00.000Z')).toEqual(['PUBLISHED', 'ONGOING', 'COMPLETED', 'CANCELLED']);
    expect(shown(null)).toEqual(['PUBLISHED', 'ONGOING', 'COMPLETED']);
    expect(FestivalStatus.options.filter(sells)).toEqual(['PUBLISHED', 'ONGOING']);
  });
});

describe('what blocks a publication', () => {
  const ready = {
    tagline: { en: 'Come' },
    description: { en: 'All of you' },
    endsOn: '2027-07-18',
    today: '2027-07-18',
  };

  test.each([
    { name: 'nothing, up to the last day itself', change: {}, expected: [] },
    { name: 'an empty tagline', change: { tagline: { en: '' } }, expected: ['tagline'] },
    { name: 'no description', change: { description: {} }, expected: ['description'] },
    { name: 'dates gone by', change: { today: '2027-07-19' }, expected: ['dates_past'] },
    {
      name: 'everything, in the order in which one would mend it',
      change: { tagline: {}, description: { fr: '' }, today: '2030-01-01' },
      expected: ['tagline', 'description', 'dates_past'],
    },
  ])('$name', ({ change, expected }) => {
    expect(blockers({ ...ready, ...change })).toEqual(expected);
  });
});

describe('a change', () => {
  const summer = { status: 'DRAFT', currency: 'EUR', startsOn: '2027-07-16', endsOn: '2027-07-18' } as const;

  test('may move the days, but not the end before the start', () => {
    expect(invalidChanges(summer, { ...summer, startsOn: '2027-07-18' })).toEqual([]);
    expect(invalidChanges(summer, { ...summer, startsOn: '2027-07-19' })).toMatchObject([
      { message: 'ends_before_start' },
    ]);
  });

  test('may not make it longer than a season', () => {
    expect(invalidChanges(summer, { ...summer, endsOn: '2028-07-15' })).toEqual([]);
    expect(invalidChanges(summer, { ...summer, endsOn: '2028-07-16' })).toMatchObject([{ message: 'too_many_days' }]);
    expect(invalidChanges(summer, { ...summer, startsOn: '1900-01-01', endsOn: '2199-12-31' })).toHaveLength(1);
  });

  test('may choose the currency until prices were shown in it', () => {
    const inFrancs = { ...summer, currency: 'CHF' };
    expect(invalidChanges(summer, inFrancs)).toEqual([]);
    for (const status of ['PUBLISHED', 'ONGOING', 'COMPLETED', 'CANCELLED'] as const) {
      expect(invalidChanges({ ...summer, status }, inFrancs)).toMatchObject([{ message: 'fixed_by_publication' }]);
      expect(invalidChanges({ ...summer, status }, summer)).toEqual([]);
    }
  });
});
