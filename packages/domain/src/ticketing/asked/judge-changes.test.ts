import { describe, expect, test } from 'vitest';
import { judgeChanges, type ChangesToJudge, type HolderToChange } from './judge-changes.ts';
import type { AskedOfBuyers } from './schemas.ts';
import { asking } from './testing.ts';

const minors = [{ ticketTypeId: 'pass', upToAge: 15, minorsOnly: false, guardian: 'IN_ORDER' }];
const holder = (nth: number, part: object) => ({
  lineNo: 1,
  nth,
  ticketId: `t${nth}`,
  ticketTypeId: 'pass',
  holder: 'Ada',
  answers: [],
  alive: true,
  guardian: null,
  ...part,
});
const kim = holder(2, {
  holder: 'Kim',
  bornOn: '2018-05-05',
  minor: true,
  guardian: { name: 'Ada', phone: '+32 470 12 34 56', place: { lineNo: 1, nth: 1 } },
});

const judge = (...changes: HolderToChange[]) => {
  const judged = judgeChanges({
    rules: asking({ names: 'OPTIONAL', minors: minors as unknown as AskedOfBuyers['minors'] }),
    // What the rules read of a holder; the rest is of no matter here.
    holders: [holder(1, { bornOn: '1990-01-01', minor: false }), kim] as unknown as ChangesToJudge['holders'],
    kept: [],
    buyer: 'Ada',
    startsOn: '2027-07-16',
    today: '2027-01-01',
    changes,
    answers: undefined,
  });
  return judged.ok ? [] : judged.problems.map(({ nth, field, code }) => [nth, field, code]);
};

describe('whoever answers for a minor', () => {
  test('may be named otherwise, and be of another age that is one of an adult', () => {
    expect(judge({ ticketId: 't1', name: 'Grace' })).toEqual([]);
    expect(judge({ ticketId: 't1', bornOn: '1991-02-02' })).toEqual([]);
  });

  test('does not become a minor, whether the child is changed as well or left as it is', () => {
    const young: HolderToChange = {
      ticketId: 't1',
      bornOn: '2017-01-01',
      guardian: { phone: '+32 470 12 34 56', place: { lineNo: 1, nth: 2 } },
    };
    expect(judge(young)).toContainEqual([2, 'guardian', 'guardian_is_minor']);
    expect(judge(young, { ticketId: 't2', bornOn: '2018-05-06' })).toContainEqual([2, 'guardian', 'guardian_is_minor']);
  });
});
