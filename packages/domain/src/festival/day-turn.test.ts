import { describe, expect, test } from 'vitest';
import { nextDayTurn } from './day-turn.ts';

const festival = { zone: 'Europe/Brussels', cutOff: 6, endsOn: '2027-07-18' };
const turn = (now: string, of = festival) => nextDayTurn(of, new Date(now))?.toISOString() ?? null;

describe('the next turn of the day', () => {
  test.each([
    ['in the afternoon it is midnight', '2027-07-16T14:00:00Z', '2027-07-16T22:00:00.000Z'],
    ['at midnight it is the end of the night', '2027-07-16T22:00:00Z', '2027-07-17T04:00:00.000Z'],
    ['in the night it is its end', '2027-07-17T01:00:00Z', '2027-07-17T04:00:00.000Z'],
    ['in the morning it is midnight again', '2027-07-17T04:00:00Z', '2027-07-17T22:00:00.000Z'],
    ['the day after the last is still counted', '2027-07-19T12:00:00Z', '2027-07-19T22:00:00.000Z'],
    ['then nothing is', '2027-07-21T12:00:00Z', null],
  ])('%s', (_, now, wanted) => {
    expect(turn(now)).toBe(wanted);
  });

  test('is one where the day ends at midnight', () => {
    expect(turn('2027-07-16T14:00:00Z', { ...festival, cutOff: 0 })).toBe('2027-07-16T22:00:00.000Z');
  });

  test('is as much later as the clock says in the night in which it changes', () => {
    const autumn = { ...festival, endsOn: '2027-10-31' };
    expect(turn('2027-10-30T22:30:00Z', autumn)).toBe('2027-10-31T05:00:00.000Z');
  });
});
