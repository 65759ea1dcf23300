import { describe, expect, it } from 'vitest';
import { daysUntil, sayDates, sayDay, sayInstant } from './say-dates.ts';

/** ICU's editions differ in their spaces. */
const plain = (text: string) => text.replace(/\s*–\s*/g, '–').replace(/\s/g, ' ');

describe('sayDates', () => {
  it('says a range once, in the order of the language', () => {
    expect(plain(sayDates('2027-07-16', '2027-07-18', 'en'))).toBe('16–18 July 2027');
    expect(plain(sayDates('2027-07-16', '2027-07-18', 'de'))).toBe('16.–18. Juli 2027');
  });
  it('says one day as one day', () => {
    expect(sayDates('2027-09-03', '2027-09-03', 'fr')).toBe('3 septembre 2027');
  });
});

it('says a day wherever it is said', () => {
  expect(sayDay('2027-07-16', 'en')).toBe('Friday 16 July');
});

it('says an instant on the festival’s clock', () => {
  expect(plain(sayInstant('2027-01-15T09:00:00.000Z', 'Europe/Brussels', 'de'))).toContain('10:00');
});

describe('daysUntil', () => {
  it.each([
    ['2027-07-16', '2027-07-15T21:59:00Z', 1],
    ['2027-07-16', '2027-07-15T22:01:00Z', 0],
    ['2027-07-16', '2027-07-17T12:00:00Z', -1],
  ])('counts from %s at %s: %i, by the zone’s own midnight', (date, now, days) => {
    expect(daysUntil(date, 'Europe/Brussels', new Date(now))).toBe(days);
  });
});
