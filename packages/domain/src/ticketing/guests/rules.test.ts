import { describe, expect, it } from 'vitest';
import { answeredUntil, hasPlaces, mayFill, namesOnTickets } from './rules.ts';
import { GuestState } from './schemas.ts';

describe('a guest list', () => {
  it.each([
    [{ ownerId: 'ada' }, { personId: 'ada', mayEdit: false }, true],
    [{ ownerId: 'ada' }, { personId: 'eve', mayEdit: false }, false],
    [{ ownerId: null }, { personId: 'eve', mayEdit: false }, false],
    [{ ownerId: null }, { personId: 'eve', mayEdit: true }, true],
  ])('%j is filled by %j: %s', (list, who, may) => {
    expect(mayFill(list, who)).toBe(may);
  });

  it('is answered until its deadline, and never after the festival', () => {
    const festival = { endsOn: '2027-07-11', zone: 'Europe/Brussels' };
    expect(answeredUntil(null, festival).toISOString()).toBe('2027-07-11T22:00:00.000Z');
    expect(answeredUntil('2027-07-01T10:00:00.000Z', festival).toISOString()).toBe('2027-07-01T10:00:00.000Z');
    expect(answeredUntil('2028-01-01T00:00:00.000Z', festival).toISOString()).toBe('2027-07-11T22:00:00.000Z');
  });

  it('holds places for whoever was invited or has tickets, and for nobody else', () => {
    expect(GuestState.options.filter(hasPlaces)).toEqual(['INVITED', 'CONFIRMED']);
  });
});

it.each([
  [[], 2, 2, ['Ada', 'Ada']],
  [['Ada L.', 'Grace'], 2, 3, ['Ada L.', 'Grace', '']],
  [['Ada L.'], 3, 3, ['Ada L.', 'Ada', 'Ada']],
])('names %j for %i of %i places', (given, coming, places, names) => {
  expect(namesOnTickets('Ada', given, coming, places)).toEqual(names);
});
