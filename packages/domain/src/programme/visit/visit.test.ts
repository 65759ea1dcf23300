import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostSets, readChoice, writeChoice } from './choice.ts';
import { clashes } from './clashes.ts';
import { afterJoining, chosenSets, mergeFavourites, turnArtist, turnSet, type Favourite } from './favourites.ts';
import { onStage } from './on-stage.ts';
import { similarArtists } from './similar-artists.ts';

const at = (second: number) => new Date(Date.UTC(2040, 6, 13) + second * 1000).toISOString();

describe('similar artists', () => {
  const artist = (id: string, billing: number, ...genres: string[]) => ({ id, name: id, billing, genres });
  const slot = (artistId: string, stageId: string, day: string, status = 'CONFIRMED') => ({
    artistId,
    withArtistIds: [],
    title: null,
    stageId,
    day,
    status,
  });
  const artists = [
    artist('me', 2, 'dub', 'jazz'),
    artist('both', 4, 'jazz', 'dub'),
    artist('near', 4, 'jazz'),
    artist('famous', 1, 'jazz', 'rock'),
    artist('known', 3, 'jazz'),
    artist('other', 1, 'rock'),
  ];
  test('share most genres, then stand on the same stage that day, then are better known', () => {
    const slots = [slot('me', 's', 'd1'), slot('near', 's', 'd1'), slot('famous', 's', 'd1', 'CANCELLED')];
    const found = similarArtists(artist('me', 2, 'dub', 'jazz'), { artists, slots }, 9).map(({ id }) => id);
    expect(found).toEqual(['both', 'near', 'famous', 'known']);
    expect(similarArtists(artist('me', 2, 'dub', 'jazz'), { artists, slots }, 2)).toHaveLength(2);
    expect(similarArtists(artist('x', 1), { artists, slots }, 9)).toEqual([]);
  });
});

describe('clashes', () => {
  const set = (id: string, stageId: string, from: number, to: number) => ({ id, stageId, from, to });
  test('are sets at one time on two stages; one may follow the other at once', () => {
    const found = clashes([set('c', 'z', 5, 9), set('a', 'x', 0, 6), set('b', 'y', 6, 8), set('d', 'x', 1, 2)]);
    expect(Object.fromEntries(found)).toEqual({ a: ['c'], c: ['a', 'b'], b: ['c'] });
  });
  test('are mutual', () => {
    const sets = fc.array(
      fc.record({ stageId: fc.constantFrom('x', 'y'), from: fc.nat(50), length: fc.integer({ min: 1, max: 20 }) }),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(sets, (drawn) => {
        const all = drawn.map(({ stageId, from, length }, id) => set(String(id), stageId, from, from + length));
        const found = clashes(all);
        for (const one of all)
          for (const other of all) {
            const meets = one.stageId !== other.stageId && one.from < other.to && other.from < one.to;
            expect(found.get(one.id)?.includes(other.id) ?? false).toBe(meets);
          }
      }),
    );
  });
});

describe('on stage', () => {
  const hour = 3_600_000;
  const set = (id: string, stageId: string, from: number, to: number) => ({
    id,
    stageId,
    from: from * hour,
    to: to * hour,
  });
  const sets = [set('a', 'x', 1, 2), set('b', 'x', 3, 4), set('over', 'x', 1.5, 2), set('c', 'y', 20, 21)];
  test.each([
    [0, ['x -/a']],
    [1, ['x a/over']],
    [1.6, ['x over/b']],
    [2, ['x -/b']],
    [4, []],
    [15, ['y -/c']],
    [20.5, ['y c/-']],
  ])('at %d o’clock', (now, said) => {
    expect(
      onStage(sets, ['x', 'y'], now * hour).map((one) => `${one.stageId} ${one.now?.id ?? '-'}/${one.next?.id ?? '-'}`),
    ).toEqual(said);
  });
});

describe('a choice in an address', () => {
  test('is read as it was written, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.uuid(), { maxLength: 60 }), fc.uuid(), (ids, other) => {
        const text = writeChoice(ids);
        expect(text).toMatch(/^[\w-]+$/);
        expect(writeChoice(ids.toReversed())).toBe(text);
        const has = readChoice(text);
        expect(ids.every((id) => has?.(id))).toBe(true);
        expect(has?.(other)).toBe(ids.some((id) => id.slice(-10) === other.slice(-10)));
      }),
    );
  });
  test.each(['', 'é', 'AQ=', 'Ag', 'AQA', 'A'.repeat(5000), '../x', 'AQ\u0000'])('%j is none', (text) =>
    expect(readChoice(text)).toBeNull(),
  );
  test('has an end', () => {
    const ids = Array.from(
      { length: mostSets + 1 },
      (_, at) => `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    );
    expect(readChoice(writeChoice(ids.slice(1)))).not.toBeNull();
    expect(() => writeChoice(ids)).toThrow(RangeError);
  });
});

describe('favourites', () => {
  const favourite = fc.record({
    kind: fc.constantFrom('artist' as const, 'set' as const),
    id: fc.constantFrom('a', 'b', 'c'),
    chosen: fc.boolean(),
    changedAt: fc.nat(5).map(at),
  });
  const list = fc.array(favourite, { maxLength: 12 });
  test('of several devices become one, in any order, any number of times', () => {
    fc.assert(
      fc.property(list, list, list, (a, b, c) => {
        const merged = mergeFavourites(a, b, c);
        expect(mergeFavourites(c, mergeFavourites(b, a))).toEqual(merged);
        expect(mergeFavourites(merged, a, merged)).toEqual(merged);
      }),
    );
  });
  test('that were taken back stay so until they are chosen later', () => {
    const said = (second: number, chosen: boolean): Favourite => ({
      kind: 'set',
      id: 's',
      chosen,
      changedAt: at(second),
    });
    expect(mergeFavourites([said(1, true)], [said(2, false)])[0]?.chosen).toBe(false);
    expect(mergeFavourites([said(2, true)], [said(2, false)])[0]?.chosen).toBe(false);
    expect(mergeFavourites([said(3, true)], [said(2, false)])[0]?.chosen).toBe(true);
  });
  test('after joining are what was answered, and what was changed since', () => {
    const said = (id: string, second: number, isChosen: boolean): Favourite => ({
      kind: 'set',
      id,
      chosen: isChosen,
      changedAt: at(second),
    });
    // Sent by a clock that is ahead: the answer counts, not the hour that was never.
    const sent = [said('a', 999, true), said('b', 1, true), said('gone', 1, true)];
    const here = [said('a', 999, true), said('b', 5, false), said('gone', 1, true)];
    expect(afterJoining(here, sent, [said('a', 4, true), said('b', 1, true), said('c', 2, true)])).toEqual([
      said('a', 4, true),
      said('b', 5, false),
      said('c', 2, true),
      said('gone', 1, true),
    ]);
  });

  const sets = [
    { id: 's1', players: ['a'] },
    { id: 's2', players: ['a', 'b'] },
    { id: 's3', players: ['b'] },
    { id: 's4', players: [] },
  ];
  const chosen = (favourites: readonly Favourite[]) => [...chosenSets(favourites, sets)].toSorted();
  test('with an artist come all of their sets; one of them may be taken back alone', () => {
    const both = turnArtist([], 'a', at(1));
    expect(chosen(both)).toEqual(['s1', 's2']);
    const one = turnSet(both, 's1', sets, at(2));
    expect(chosen(one)).toEqual(['s2']);
    expect(chosen(turnSet(one, 's1', sets, at(3)))).toEqual(['s1', 's2']);
    // What was chosen by itself stays when its artist goes.
    const alone = turnArtist(turnArtist(turnSet([], 's1', sets, at(1)), 'a', at(2)), 'a', at(3));
    expect(chosen(alone)).toEqual(['s1']);
  });
  test('one tap on a set changes that set and no other', () => {
    const deed = fc.oneof(
      fc.constantFrom('a', 'b').map((id) => (had: Favourite[], when: string) => turnArtist(had, id, when)),
      fc
        .constantFrom('s1', 's2', 's3', 's4')
        .map((id) => (had: Favourite[], when: string) => turnSet(had, id, sets, when)),
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 8 }), fc.constantFrom('s1', 's2', 's3', 's4'), (deeds, id) => {
        const had = deeds.reduce<Favourite[]>((all, one, second) => one(all, at(second)), []);
        const before = chosenSets(had, sets);
        const after = chosenSets(turnSet(had, id, sets, at(99)), sets);
        expect(after.has(id)).toBe(!before.has(id));
        expect([...after].filter((one) => one !== id)).toEqual([...before].filter((one) => one !== id));
      }),
    );
  });
});
