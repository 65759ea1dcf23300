import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DraftSlot } from './contract.ts';
import { artistSlug, warnings } from './rules.ts';
import { isPossible, overlap } from './times.ts';

const festival = { zone: 'Europe/Brussels', cutOff: 6, startsOn: '2040-07-13', endsOn: '2040-07-14' };

/** Clock times of 13 July in Brussels; hours beyond 24 are the night after. */
const at = (clock: string): string => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return new Date(Date.UTC(2040, 6, 13, hours - 2, minutes)).toISOString();
};
const slot = (id: string, stageId: string, artistId: string | null, from: string, to: string): DraftSlot => ({
  id,
  stageId,
  artistId,
  title: null,
  day: '2040-07-13',
  startsAt: at(from),
  endsAt: at(to),
  status: 'CONFIRMED',
  withArtistIds: [],
  announcement: 'OPEN',
  revealsAt: null,
  setupMinutes: 0,
  teardownMinutes: 0,
  overlaysId: null,
  version: 1,
});
const stages = [{ id: 's', hours: [{ day: '2040-07-13', opens: '16:00', closes: '02:00' }] }];
const pending = (one: DraftSlot): DraftSlot => ({ ...one, status: 'PENDING' });
const said = (...slots: DraftSlot[]) =>
  warnings({ slots, stages: [] }, festival).map((warning) =>
    [warning.kind, warning.slotId, 'otherId' in warning ? warning.otherId : ''].join(' ').trim(),
  );

describe('what an editor is warned of', () => {
  test.each([
    [
      'nothing where one set follows the other',
      [slot('a', 's', 'x', '18:00', '19:00'), pending(slot('b', 's', 'y', '19:00', '20:00'))],
      [],
    ],
    [
      'a pending set over another on its stage',
      [slot('a', 's', 'x', '18:00', '19:00'), pending(slot('b', 's', 'y', '18:30', '20:00'))],
      ['pending_overlap a b', 'pending_overlap b a'],
    ],
    [
      'nothing of a cancelled set',
      [
        slot('a', 's', 'x', '18:00', '19:00'),
        { ...slot('b', 's', 'x', '18:30', '20:00'), status: 'CANCELLED' as const },
      ],
      [],
    ],
    [
      'an artist on two stages at once',
      [slot('a', 's', 'x', '18:00', '19:00'), slot('b', 't', 'x', '18:59', '20:00')],
      ['artist_twice a b', 'artist_twice b a'],
    ],
    [
      'less than a quarter of an hour from stage to stage',
      [slot('a', 's', 'x', '18:00', '19:00'), slot('b', 't', 'x', '19:10', '20:00')],
      ['too_little_time a b', 'too_little_time b a'],
    ],
    [
      'nothing of a quarter of an hour',
      [slot('a', 's', 'x', '18:00', '19:00'), slot('b', 't', 'x', '19:15', '20:00')],
      [],
    ],
    [
      'nothing of two sets to be announced',
      [slot('a', 's', null, '18:00', '19:00'), slot('b', 't', null, '18:00', '19:00')],
      [],
    ],
    [
      'set-up that begins before the tear-down is over',
      [
        { ...slot('a', 's', 'x', '18:00', '19:00'), teardownMinutes: 20 },
        { ...slot('b', 's', 'y', '19:30', '20:00'), setupMinutes: 15 },
      ],
      ['changeover a b', 'changeover b a'],
    ],
    [
      'nothing of a changeover that just fits',
      [
        { ...slot('a', 's', 'x', '18:00', '19:00'), teardownMinutes: 15 },
        { ...slot('b', 's', 'y', '19:30', '20:00'), setupMinutes: 15 },
      ],
      [],
    ],
    [
      'whoever plays with others on two stages at once',
      [slot('a', 's', 'x', '18:00', '19:00'), { ...slot('b', 't', 'y', '18:30', '20:00'), withArtistIds: ['x'] }],
      ['artist_twice a b', 'artist_twice b a'],
    ],
    [
      'two who play together twice, once for each set',
      [
        { ...slot('a', 's', 'x', '18:00', '19:00'), withArtistIds: ['y'] },
        { ...slot('b', 't', 'y', '18:30', '20:00'), withArtistIds: ['x'] },
      ],
      ['artist_twice a b', 'artist_twice b a'],
    ],
    [
      'nothing of a takeover, which shares its stage with the set that it names',
      [
        pending({ ...slot('a', 's', 'x', '18:00', '20:00'), setupMinutes: 30 }),
        { ...slot('b', 's', 'y', '19:00', '19:30'), overlaysId: 'a' },
      ],
      [],
    ],
    [
      'a takeover of a set that is over',
      [slot('a', 's', 'x', '18:00', '19:00'), { ...slot('b', 's', 'y', '19:00', '19:30'), overlaysId: 'a' }],
      ['takeover_astray b'],
    ],
    [
      'a takeover of a set on another stage',
      [slot('a', 't', 'x', '18:00', '19:00'), { ...slot('b', 's', 'y', '18:00', '18:30'), overlaysId: 'a' }],
      ['takeover_astray b'],
    ],
    ['a set on the day before', [slot('a', 's', 'x', '05:30', '05:45')], ['outside_festival a']],
    ['nothing of the last night', [slot('a', 's', 'x', '52:00', '54:00')], []],
    ['a set that outlasts the last night', [slot('a', 's', 'x', '52:00', '54:05')], ['outside_festival a']],
  ])('%s', (_, slots, expected) => {
    expect(said(...slots)).toEqual(expected);
  });

  test.each([
    ['before a stage opens', '15:45', ['outside_hours a']],
    ['within its hours', '16:00', []],
    ['until it closes after midnight', '25:00', []],
    ['after it has closed', '25:05', ['outside_hours a']],
    ['on a day without hours', '37:00', []],
  ])('a set %s', (_, from, expected) => {
    const [hours = 0, minutes = 0] = from.split(':').map(Number);
    const day = hours < 30 ? '2040-07-13' : '2040-07-14';
    const one = { ...slot('a', 's', 'x', from, `${hours + 1}:${minutes}`), day };
    const kinds = warnings({ slots: [one], stages }, festival).map(({ kind, slotId }) => `${kind} ${slotId}`);
    expect(kinds).toEqual(expected);
  });

  const times = fc.record({
    stageId: fc.constantFrom('s', 't', 'u'),
    artistId: fc.constantFrom('x', 'y', null),
    from: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 1, max: 20 }),
    status: fc.constantFrom('PENDING' as const, 'CONFIRMED' as const, 'CANCELLED' as const),
  });
  const programmes = fc.array(times, { maxLength: 25 }).map((all) =>
    all.map((one, index): DraftSlot => ({
      ...slot(String(index), one.stageId, one.artistId, `12:${one.from * 5}`, `12:${(one.from + one.length) * 5}`),
      status: one.status,
    })),
  );

  test('is what comparing each set with each other finds', () => {
    fc.assert(
      fc.property(programmes, (slots) => {
        const living = slots.filter(({ status }) => status !== 'CANCELLED');
        const found = living.flatMap((a) =>
          living
            .filter((b) => b !== a)
            .flatMap((b) => {
              const gap = Math.max(
                Date.parse(a.startsAt) - Date.parse(b.endsAt),
                Date.parse(b.startsAt) - Date.parse(a.endsAt),
              );
              const sameArtist = a.artistId !== null && a.artistId === b.artistId && a.stageId !== b.stageId;
              if (a.stageId === b.stageId)
                return gap < 0 && [a, b].some(({ status }) => status === 'PENDING')
                  ? [`pending_overlap ${a.id} ${b.id}`]
                  : [];
              if (!sameArtist || gap >= 15 * 60_000) return [];
              return [`${gap < 0 ? 'artist_twice' : 'too_little_time'} ${a.id} ${b.id}`];
            }),
        );
        expect(said(...slots).toSorted()).toEqual(found.toSorted());
      }),
    );
  });

  test('does not depend on the order of the sets', () => {
    fc.assert(
      fc.property(programmes, (slots) => {
        expect(said(...slots.toReversed()).toSorted()).toEqual(said(...slots).toSorted());
      }),
    );
  });
});

describe('times', () => {
  test.each([
    ['18:00', '19:00', true],
    ['18:00', '42:00', true],
    ['18:00', '42:01', false],
    ['18:00', '18:00', false],
    ['18:00', '17:00', false],
  ])('from %s to %s are possible: %s', (from, to, possible) => {
    expect(isPossible({ startsAt: at(from), endsAt: at(to) })).toBe(possible);
  });

  test('overlap both ways or not at all', () => {
    const span = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 50 })).map(([from, length]) => ({
      startsAt: at(`12:${from}`),
      endsAt: at(`12:${from + length}`),
    }));
    fc.assert(
      fc.property(span, span, (a, b) => {
        expect(overlap(a, b)).toBe(overlap(b, a));
      }),
    );
  });
});

describe('the address of an artist', () => {
  test.each([
    ['Zoë & the Ümlauts', [], 'zoe-the-umlauts'],
    ['坂本龍一', [], 'artist'],
    ['Мумий Тролль 2', [], '2'],
    ['Mø', ['mo', 'mo-2'], 'mo-3'],
    ['---', ['artist'], 'artist-2'],
  ])('%s → %s', (name, taken, slug) => {
    expect(artistSlug(name, (one) => taken.includes(one))).toBe(slug);
  });

  test('is always one that a link can hold, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => {
        expect(artistSlug(name, () => false)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });
});
