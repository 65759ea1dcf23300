import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../calendar.ts';
import { judgeAsked } from './judge-asked.ts';
import { ageOn, isMinor, judgeMinor, type Person } from './minors.ts';
import type { Guardian, MinorRule } from './schemas.ts';
import { asking } from './testing.ts';

const rule = (part: Partial<MinorRule> = {}): MinorRule => ({
  ticketTypeId: 'child' as MinorRule['ticketTypeId'],
  upToAge: 15,
  minorsOnly: false,
  guardian: 'NAMED',
  ...part,
});

describe('an age', () => {
  test.each([
    ['the day before the birthday', '2011-07-17', '2027-07-16', 15],
    ['on the birthday', '2011-07-16', '2027-07-16', 16],
    ['the day after', '2011-07-15', '2027-07-16', 16],
    ['born on 29 February, the day before in a plain year', '2012-02-29', '2027-02-28', 14],
    ['born on 29 February, on 1 March of a plain year', '2012-02-29', '2027-03-01', 15],
    ['born on 29 February, on 28 February of a leap year', '2012-02-29', '2028-02-28', 15],
    ['born on 29 February, on 29 February', '2012-02-29', '2028-02-29', 16],
    ['on New Year’s Eve', '2010-01-01', '2027-12-31', 17],
    ['on the day of birth', '2027-07-16', '2027-07-16', 0],
  ])('is reckoned %s', (_, bornOn, day, age) => expect(ageOn(bornOn, day)).toBe(age));

  test('never falls, and grows by one within any 366 days', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1950-01-01', days));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 30_000 }), (bornOn, days) => {
        const at = addDays(bornOn, days);
        expect(ageOn(bornOn, addDays(at, 1))).toBeGreaterThanOrEqual(ageOn(bornOn, at));
        expect(ageOn(bornOn, addDays(at, 366))).toBeGreaterThanOrEqual(ageOn(bornOn, at) + 1);
      }),
    );
  });
});

describe('a minor', () => {
  const judge = (
    given: MinorRule,
    person: Person,
    at: 'OF_AGE' | 'MINOR' | 'SELF' | 'UNKNOWN' = 'OF_AGE',
    today = '2027-01-01',
  ) =>
    judgeMinor(given, person, { startsOn: '2027-07-16', today, guardianAt: () => at }).map(
      ({ field, code }) => `${field}: ${code}`,
    );
  const young = '2012-01-01';
  const old = '2000-01-01';
  const held: Guardian = { phone: '+32470123456', place: { lineNo: 1, nth: 1 } };

  test.each([
    ['without a birth date', rule(), {}, ['bornOn: birth_missing']],
    ['born on no day', rule(), { bornOn: '2012-13-01' }, ['bornOn: not_a_date']],
    ['of age', rule(), { bornOn: old }, []],
    ['of age with a child’s ticket', rule({ minorsOnly: true }), { bornOn: old }, ['bornOn: too_old']],
    ['that needs nobody', rule({ guardian: 'NONE' }), { bornOn: young }, []],
    ['without a guardian', rule(), { bornOn: young }, ['guardian.name: missing', 'guardian.phone: missing']],
    ['with a guardian', rule(), { bornOn: young, guardian: { name: 'Ada', phone: '0470 12 34 56' } }, []],
    [
      'whose guardian has no telephone',
      rule(),
      { bornOn: young, guardian: { name: 'Ada', phone: 'none' } },
      ['guardian.phone: not_a_phone'],
    ],
    [
      'whose guardian must hold a ticket',
      rule({ guardian: 'IN_ORDER' }),
      { bornOn: young, guardian: { name: 'Ada', phone: '+32470123456' } },
      ['guardian: guardian_missing'],
    ],
    ['whose guardian holds one', rule({ guardian: 'IN_ORDER' }), { bornOn: young, guardian: held }, []],
  ] as const)('%s', (_, given, person, faults) => expect(judge(given, person)).toEqual(faults));

  test('cannot answer for itself, for another minor, nor be answered for by nobody', () => {
    const person = { bornOn: young, guardian: held };
    expect(judge(rule(), person, 'SELF')).toEqual(['guardian: guardian_not_in_order']);
    expect(judge(rule(), person, 'UNKNOWN')).toEqual(['guardian: guardian_not_in_order']);
    expect(judge(rule(), person, 'MINOR')).toEqual(['guardian: guardian_is_minor']);
  });

  test('is born today at the latest, by the festival’s own calendar', () => {
    expect(judge(rule({ guardian: 'NONE' }), { bornOn: '2027-01-01' })).toEqual([]);
    expect(judge(rule({ guardian: 'NONE' }), { bornOn: '2027-01-02' })).toEqual(['bornOn: birth_in_future']);
  });

  test('is one up to the age, on the festival’s first day', () => {
    expect(isMinor(rule(), '2011-07-17', '2027-07-16')).toBe(true);
    expect(isMinor(rule(), '2011-07-16', '2027-07-16')).toBe(false);
    expect(isMinor(undefined, '2020-01-01', '2027-07-16')).toBe(false);
  });

  test('is kept with whoever holds the guardian’s ticket', () => {
    const judged = judgeAsked({
      rules: asking({ minors: [rule({ guardian: 'IN_ORDER' })] }),
      places: [
        { lineNo: 1, nth: 1, ticketTypeId: 'pass' },
        { lineNo: 2, nth: 1, ticketTypeId: 'child' },
      ],
      attendees: [
        { lineNo: 1, nth: 1, name: 'Grace', answers: [] },
        { lineNo: 2, nth: 1, name: 'Kim', bornOn: young, guardian: held, answers: [] },
      ],
      answers: [],
      buyer: 'Ada',
      startsOn: '2027-07-16',
      today: '2027-01-01',
    });
    expect(judged.ok && judged.kept.people).toEqual([
      {
        lineNo: 2,
        nth: 1,
        bornOn: young,
        minor: true,
        guardian: { name: 'Grace', phone: '+32470123456', place: held.place },
      },
    ]);
  });
});
