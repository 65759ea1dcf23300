import { beforeEach, expect, it } from 'vitest';
import { serverClock } from './server-clock.ts';

const moment = '2027-07-01T10:00:00.000Z';
const hear = (ahead: number) => serverClock.read(new Date(Date.now() + ahead).toUTCString());
const offset = () => Date.parse(moment) - Date.parse(serverClock.onThisDevice(moment));
beforeEach(() => hear(0));

it('takes a clock that is right for right, to two seconds', () => {
  hear(1500);
  expect(offset()).toBe(0);
});

it('learns how wrong a clock is, and stays with it while answers say about the same', () => {
  hear(600_000);
  const known = offset();
  expect(Math.abs(known - 600_000)).toBeLessThanOrEqual(1000);
  for (const said of [600_900, 599_500, 600_400]) {
    hear(said);
    expect(offset()).toBe(known);
  }
  hear(0);
  expect(offset()).toBe(0);
});

it('passes over an answer that does not say when it was', () => {
  hear(600_000);
  const known = offset();
  serverClock.read(null);
  serverClock.read('yesterday');
  expect(offset()).toBe(known);
});
