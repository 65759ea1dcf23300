import { describe, expect, test } from 'vitest';
import { TicketTypeId } from '../primitives.ts';
import * as rules from './rules.ts';

const zone = 'Europe/Brussels';
const quarter = (at: string, orders = 1, admitted = 0): rules.Quarter => ({
  at: new Date(at),
  orders,
  tickets: 2 * orders,
  revenue: 1000 * orders,
  admitted,
});
const now = new Date('2040-06-15T12:20:00Z');

describe('what was sold so far', () => {
  const quarters = [
    quarter('2040-05-16T22:00:00Z', 64),
    quarter('2040-06-08T21:45:00Z', 32),
    quarter('2040-06-08T22:00:00Z', 16),
    quarter('2040-06-13T22:00:00Z', 8),
    quarter('2040-06-14T13:00:00Z', 4),
    quarter('2040-06-14T22:00:00Z', 2),
    quarter('2040-06-15T12:15:00Z', 1),
  ];
  const sold = rules.soldSoFar(quarters, now, zone);

  test.each([
    ['today', 3],
    ['yesterdayByNow', 8],
    ['lastHour', 1],
    ['last7Days', 31],
    ['previous7Days', 32],
    ['last30Days', 127],
  ] as const)('%s is %i orders, cut where the festival’s days are', (name, orders) => {
    expect(sold[name]).toEqual({ orders, tickets: 2 * orders, revenue: 1000 * orders });
  });

  test('days and hours have no gaps, and lose nothing', () => {
    const days = rules.daysUntil(quarters, now, zone);
    expect(days).toHaveLength(30);
    expect(days.at(-1)).toEqual({ day: '2040-06-15', orders: 3, tickets: 6, revenue: 3000 });
    expect(days.reduce((sum, { orders }) => sum + orders, 0)).toBe(127);
    const hours = rules.hoursUntil(quarters, now);
    expect(hours).toHaveLength(24);
    expect(hours.at(-1)).toMatchObject({ at: new Date('2040-06-15T12:00:00Z'), orders: 1 });
    expect(hours.reduce((sum, { orders }) => sum + orders, 0)).toBe(7);
  });

  test('the day on which clocks are put forward is compared by the clock, not by 24 hours', () => {
    const monday = new Date('2040-03-26T06:10:00Z');
    const early = [quarter('2040-03-25T05:45:00Z', 1), quarter('2040-03-25T06:15:00Z', 2)];
    expect(rules.soldSoFar(early, monday, zone).yesterdayByNow.orders).toBe(1);
  });
});

describe('when a type sells out', () => {
  const days = { today: '2040-06-01', lastDay: '2040-07-13' };
  test.each([
    ['at the last week’s pace', { left: 140, lastWeek: 70 }, '2040-06-15'],
    ['a day begun counts whole', { left: 61, lastWeek: 70 }, '2040-06-08'],
    ['not before the sale ends', { left: 9900, lastWeek: 70 }, null],
    ['too few to tell', { left: 10, lastWeek: 6 }, null],
    ['sold out already', { left: 0, lastWeek: 60 }, null],
  ])('%s', (_, type, day) => {
    expect(rules.soldOutOn(type, days)).toBe(day);
  });
});

test.each([
  [1000, 949, false],
  [1000, 950, true],
  [100, 89, false],
  [100, 90, true],
  [10, 4, false],
  [10, 5, true],
  [0, 0, false],
])('of %i, %i sold: low is %s', (capacity, sold, low) => {
  expect(rules.isLow({ capacity, left: capacity - sold })).toBe(low);
});

describe('what needs attention', () => {
  const type = {
    ticketTypeId: TicketTypeId.parse('01900000-0000-7000-8000-000000000001'),
    name: { en: 'Day' },
    capacity: 100,
    left: 0,
  };
  const counted: rules.Counted = {
    status: 'PUBLISHED',
    startsOn: '2040-07-13',
    endsOn: '2040-07-15',
    paymentsFailed: 2,
    moneyToLookAt: null,
    quarantined: 1,
    doubles: 3,
    types: [type],
    unconfirmed: 4,
    silentDevices: 5,
  };
  const kinds = (some: Partial<rules.Counted>, today: string) =>
    rules.concerns({ ...counted, ...some }, today).map(({ kind }) => kind);

  test('the most pressing comes first; sets and devices when their time comes', () => {
    const always = ['double_admissions', 'scans_quarantined', 'payments_failed', 'tickets_low'];
    expect(kinds({}, '2040-06-12')).toEqual(always);
    expect(kinds({}, '2040-06-13')).toEqual([...always, 'sets_unconfirmed']);
    expect(kinds({}, '2040-07-13')).toContain('devices_silent');
  });
  test('what the reader may not see and what there is none of is not told', () => {
    const unseen = { paymentsFailed: null, quarantined: null, doubles: null, types: null, unconfirmed: null };
    expect(kinds({ ...unseen, silentDevices: null }, '2040-07-13')).toEqual([]);
    expect(kinds({ paymentsFailed: 0, quarantined: 0, doubles: 0, types: [], unconfirmed: 0 }, '2040-07-01')).toEqual(
      [],
    );
  });
  test('nothing once it is over or called off', () => {
    expect(kinds({}, '2040-07-16')).toEqual([]);
    expect(kinds({ status: 'CANCELLED' }, '2040-07-13')).toEqual([]);
  });
});
