import { expect, it } from 'vitest';
import { openState, wallTimeOf } from './open-now.ts';

const hours = [
  { day: '2040-07-13', opens: '16:00', closes: '02:30' },
  { day: '2040-07-14', opens: '10:00', closes: '18:00' },
];

it.each([
  ['2040-07-13', '01:00', { open: false, next: { day: '2040-07-13', opens: '16:00' } }],
  ['2040-07-13', '15:59', { open: false, next: { day: '2040-07-13', opens: '16:00' } }],
  ['2040-07-13', '16:00', { open: true, until: '02:30' }],
  ['2040-07-14', '02:29', { open: true, until: '02:30' }],
  ['2040-07-14', '02:30', { open: false, next: { day: '2040-07-14', opens: '10:00' } }],
  ['2040-07-14', '10:00', { open: true, until: '18:00' }],
  ['2040-07-14', '18:00', { open: false, next: null }],
  ['2040-07-15', '01:00', { open: false, next: null }],
])('on %s at %s: %j', (date, time, state) => {
  expect(openState(hours, { date, time })).toEqual(state);
});

it('is always open without hours, and around the clock where both are the same', () => {
  expect(openState([], { date: '2040-07-13', time: '04:00' })).toEqual({ open: true, until: null });
  const all = [{ day: '2040-07-13', opens: '08:00', closes: '08:00' }];
  expect(openState(all, { date: '2040-07-14', time: '07:59' })).toMatchObject({ open: true });
  expect(openState(all, { date: '2040-07-14', time: '08:00' })).toMatchObject({ open: false });
});

it('reads the festival’s clock, whatever the visitor’s zone', () => {
  expect(wallTimeOf(new Date('2040-07-13T22:30:00Z'), 'Europe/Brussels')).toEqual({
    date: '2040-07-14',
    time: '00:30',
  });
  expect(wallTimeOf(new Date('2040-01-13T23:59:59Z'), 'Atlantic/Azores')).toEqual({
    date: '2040-01-13',
    time: '22:59',
  });
});
