import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangementFault, isSameArrangement, moveType, placeType } from './arrangement.ts';

const shop = {
  ticketTypeIds: ['a', 'b'],
  groups: [
    { id: 'days', name: { en: 'Days', fr: 'Jours' }, ticketTypeIds: ['c'] },
    { id: 'more', name: { en: 'More' }, ticketTypeIds: [] as string[] },
  ],
};
const lists = ({ ticketTypeIds, groups }: typeof shop) => [
  ticketTypeIds.join(''),
  ...groups.map((group) => group.ticketTypeIds.join('')),
];

describe('moving a type', () => {
  it.each([
    ['a', 1, ['ba', 'c', '']],
    ['a', -1, ['ab', 'c', '']],
    ['b', 1, ['a', 'bc', '']],
    ['c', -1, ['abc', '', '']],
    ['c', 1, ['ab', '', 'c']],
    ['x', 1, ['ab', 'c', '']],
  ] as const)('%s by %i gives %j', (id, step, expected) => {
    expect(lists(moveType(shop, id, step))).toEqual(expected);
  });

  it.each([
    ['c', { before: 'a' }, ['cab', '', '']],
    ['a', { endOf: 'more' }, ['b', 'c', 'a']],
    ['c', { endOf: null }, ['abc', '', '']],
    ['a', { before: 'a' }, ['ab', 'c', '']],
  ] as const)('%s to %j gives %j', (id, to, expected) => {
    expect(lists(placeType(shop, id, to))).toEqual(expected);
  });

  it('loses and doubles no type, and back again is where it was', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(1 as const, -1 as const)));
    fc.assert(
      fc.property(steps, (moves) => {
        const moved = moves.reduce((now, [id, step]) => moveType(now, id, step), shop);
        expect(arrangementFault(shop, moved)).toBe(false);
        const forth = moveType(moved, 'b', 1);
        if (!isSameArrangement(forth, moved)) expect(isSameArrangement(moveType(forth, 'b', -1), moved)).toBe(true);
      }),
    );
  });
});

describe('an arrangement', () => {
  it('is the same whatever the order of its languages, and another when a name, a place or a heading differs', () => {
    const [days, more] = shop.groups;
    if (!days || !more) throw new Error('no groups');
    expect(isSameArrangement(shop, { ...shop, groups: [{ ...days, name: { fr: 'Jours', en: 'Days' } }, more] })).toBe(
      true,
    );
    expect(isSameArrangement(shop, { ...shop, groups: [{ ...days, name: { en: 'Day' } }, more] })).toBe(false);
    expect(isSameArrangement(shop, { ...shop, groups: [more, days] })).toBe(false);
    expect(isSameArrangement(shop, moveType(shop, 'a', 1))).toBe(false);
  });

  it.each([
    [['a'], true],
    [['a', 'b', 'b'], true],
    [['a', 'b', 'x'], true],
    [['b', 'a'], false],
  ])('with %j at its top is at fault: %s', (ticketTypeIds, fault) => {
    expect(arrangementFault(shop, { ...shop, ticketTypeIds })).toBe(fault);
  });
});
