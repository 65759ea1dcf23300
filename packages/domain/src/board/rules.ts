/** What the figures of a festival mean, from what was counted. Pure: the time is given. */
import { addDays, dateIn, datesFrom, daysBetween, instantOf, wallClockOf } from '../calendar.ts';
import type { Concern, Sold, TypeStanding } from './contract.ts';

/** What was paid and who came in, in one quarter of an hour; before yesterday in one whole day, which begins at its midnight. */
export interface Quarter extends Sold {
  /** When it begins. */
  at: Date;
  admitted: number;
}

const quarterMs = 15 * 60_000;
const hourMs = 4 * quarterMs;
const none: Sold = { orders: 0, tickets: 0, revenue: 0 };

const plus = (one: Sold, other: Sold): Sold => ({
  orders: one.orders + other.orders,
  tickets: one.tickets + other.tickets,
  revenue: one.revenue + other.revenue,
});

/** What was paid from one instant until another, that one left out, to the quarter of an hour. */
export const soldBetween = (quarters: readonly Quarter[], from: Date, until: Date): Sold =>
  quarters.filter(({ at }) => at >= from && at < until).reduce(plus, none);

export const admittedBetween = (quarters: readonly Quarter[], from: Date, until: Date): number =>
  quarters.filter(({ at }) => at >= from && at < until).reduce((sum, { admitted }) => sum + admitted, 0);

/** Where the quarter begins that was so many milliseconds ago. */
const quarterAgo = (now: Date, ms: number): Date => new Date(Math.ceil((now.getTime() - ms) / quarterMs) * quarterMs);

/** The figures of a sale, from the quarters of its last sixty days. */
export function soldSoFar(quarters: readonly Quarter[], now: Date, zone: string) {
  const [today, end] = [dateIn(now, zone), new Date(now.getTime() + hourMs)];
  const day = (days: number) => instantOf(addDays(today, days), '00:00', zone);
  return {
    today: soldBetween(quarters, day(0), end),
    yesterdayByNow: soldBetween(quarters, day(-1), sameTimeYesterday(now, zone)),
    lastHour: soldBetween(quarters, quarterAgo(now, hourMs), end),
    last7Days: soldBetween(quarters, day(-6), end),
    previous7Days: soldBetween(quarters, day(-13), day(-6)),
    last30Days: soldBetween(quarters, day(-29), end),
  };
}

/** This time of the day on the calendar's date before: 23 or 25 hours ago where the clocks were changed. */
function sameTimeYesterday(now: Date, zone: string): Date {
  const time = new Date(wallClockOf(now, zone)).toISOString().slice(11, 16);
  return instantOf(addDays(dateIn(now, zone), -1), time, zone);
}

/** What was paid and who came in, between each bound and the next. One pass: a season has thousands of quarters. */
function between(quarters: readonly Quarter[], bounds: readonly number[]): (Sold & { admitted: number })[] {
  const sums = bounds.slice(1).map(() => ({ ...none, admitted: 0 }));
  for (const quarter of quarters) {
    const at = quarter.at.getTime();
    const index = bounds.findLastIndex((bound) => bound <= at);
    const sum = sums[index];
    if (!sum) continue;
    sum.orders += quarter.orders;
    sum.tickets += quarter.tickets;
    sum.revenue += quarter.revenue;
    sum.admitted += quarter.admitted;
  }
  return sums;
}

/** The last 24 hours, each of them, as the clock cuts them. */
export function hoursUntil(quarters: readonly Quarter[], now: Date): Quarter[] {
  const first = Math.floor(now.getTime() / hourMs) * hourMs - 23 * hourMs;
  const bounds = Array.from({ length: 25 }, (_, hour) => first + hour * hourMs);
  return between(quarters, bounds).map((sum, hour) => ({ at: new Date(first + hour * hourMs), ...sum }));
}

/** The last thirty dates with today, each of them. */
export function daysUntil(quarters: readonly Quarter[], now: Date, zone: string): (Sold & { day: string })[] {
  const today = dateIn(now, zone);
  const days = datesFrom(addDays(today, -29), addDays(today, 1));
  const bounds = days.map((day) => instantOf(day, '00:00', zone).getTime());
  return between(quarters, bounds).map(({ orders, tickets, revenue }, index) => ({
    day: addDays(today, index - 29),
    orders,
    tickets,
    revenue,
  }));
}

/** So few tickets a week lead nowhere that could be told. */
const leastPerWeek = 7;

/**
 * The day on which a type sells out if each week brings what the last one did; null where that is guessing: hardly any was sold, it is
 * sold out, or its sale or the festival ends before.
 */
export function soldOutOn(
  { left, lastWeek }: Pick<TypeStanding, 'left' | 'lastWeek'>,
  { today, lastDay }: { today: string; lastDay: string },
): string | null {
  if (left <= 0 || lastWeek < leastPerWeek) return null;
  const day = addDays(today, Math.ceil((left / lastWeek) * 7));
  return day <= lastDay ? day : null;
}

/** Of a type that has less left than this share, or this many, somebody should know. */
const lowShare = 0.05;
const lowCount = 10;

export const isLow = ({ capacity, left }: Pick<TypeStanding, 'capacity' | 'left'>): boolean =>
  capacity > 0 && left <= Math.max(capacity * lowShare, Math.min(lowCount, capacity / 2));

/** Sets not agreed so many days before the festival are late. */
const unconfirmedDays = 30;

/** What was counted of a festival; null for what the reader may not see. */
export interface Counted {
  status: string;
  startsOn: string;
  endsOn: string;
  paymentsFailed: number | null;
  moneyToLookAt: number | null;
  quarantined: number | null;
  doubles: number | null;
  types: readonly Pick<TypeStanding, 'ticketTypeId' | 'name' | 'capacity' | 'left'>[] | null;
  unconfirmed: number | null;
  silentDevices: number | null;
}

/** What somebody should look at, the most pressing first. Of a festival that is over or called off money alone is left to be looked at. */
export function concerns(counted: Counted, today: string): Concern[] {
  const money = { kind: 'money_to_look_at' as const, count: counted.moneyToLookAt ?? 0 };
  if (counted.status === 'COMPLETED' || counted.status === 'CANCELLED' || counted.endsOn < today)
    return money.count > 0 ? [money] : [];
  const days = Math.max(0, daysBetween(today, counted.startsOn));
  const isOn = counted.startsOn <= today;
  const counts = [
    { kind: 'double_admissions', count: counted.doubles ?? 0 },
    { kind: 'scans_quarantined', count: counted.quarantined ?? 0 },
    { kind: 'devices_silent', count: isOn ? (counted.silentDevices ?? 0) : 0 },
    money,
    { kind: 'payments_failed', count: counted.paymentsFailed ?? 0 },
  ] as const;
  const low = (counted.types ?? []).filter(isLow).map(({ ticketTypeId, name, left }) => ({
    kind: 'tickets_low' as const,
    ticketTypeId,
    name,
    left,
  }));
  const late = days <= unconfirmedDays ? (counted.unconfirmed ?? 0) : 0;
  return [
    ...counts.filter(({ count }) => count > 0),
    ...low,
    ...(late > 0 ? [{ kind: 'sets_unconfirmed' as const, count: late, days }] : []),
  ];
}
