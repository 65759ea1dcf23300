/** Arithmetic on local dates ('YYYY-MM-DD') and on festival days, which end with the night and not at midnight. */

const dayInMs = 86_400_000;
const isoDate = (utc: number): string => new Date(utc).toISOString().slice(0, 10);

/** The date so many days later, or earlier. */
export const addDays = (date: string, days: number): string => isoDate(Date.parse(date) + days * dayInMs);

/** How many days lie from one date to another; negative when `to` is the earlier. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayInMs;

/** Every date from the first to the last, both included. */
export const datesFrom = (first: string, last: string): string[] =>
  Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, days) => addDays(first, days));

/** Whether the runtime knows this IANA zone; bare offsets (`+02:00`) are none. */
export function isZone(zone: string): boolean {
  try {
    return /^[A-Z]/.test(zone) && Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

/** What the clock on the wall shows, as if it were UTC, in milliseconds. */
function wallClock(instant: number, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** What a zone's clock shows at an instant, as if it were UTC, in milliseconds; whole seconds. */
export const wallClockOf = (instant: Date, zone: string): number => wallClock(instant.getTime(), zone);

/** How far the wall clock is ahead of UTC at an instant, in milliseconds, whole seconds. */
const offsetAt = (instant: number, zone: string): number =>
  wallClock(instant, zone) - Math.floor(instant / 1000) * 1000;

/** The calendar's date in a zone. */
export const dateIn = (instant: Date, zone: string): string => isoDate(wallClock(instant.getTime(), zone));

/**
 * The instant at which the wall clock of a zone shows this date and time.
 * A time that happens twice is its first; one that a change of the clock leaves out is as much later (RFC 5545, 3.3.5).
 * @param time 'HH:MM'
 */
export const instantOf = (date: string, time: string, zone: string): Date =>
  atWall(Date.parse(`${date}T${time}:00Z`), zone);

function atWall(wall: number, zone: string): Date {
  const before = offsetAt(wall - dayInMs, zone);
  const after = offsetAt(wall + dayInMs, zone);
  const fits = [before, after].find((offset) => offsetAt(wall - offset, zone) === offset);
  return new Date(wall - (fits ?? before));
}

/** The hour at which a festival's day ends when the festival says nothing else. */
export const defaultCutOff = 6;

/** The festival day that an instant belongs to: 01:30 on Saturday is still Friday's night until the cut-off hour. */
export function festivalDay(instant: Date, zone: string, cutOff: number = defaultCutOff): string {
  const wall = wallClock(instant.getTime(), zone);
  return isoDate(wall - cutOff * 3_600_000);
}

/** The instant of a time within a festival's day: before the cut-off hour, it is on the calendar's next date. */
export function instantOnDay(day: string, time: string, zone: string, cutOff: number = defaultCutOff): Date {
  const isNight = Number(time.slice(0, 2)) < cutOff;
  return instantOf(isNight ? addDays(day, 1) : day, time, zone);
}

/** The instant so many days later at which the wall clock shows the same time. */
export const sameTimeLater = (instant: Date, days: number, zone: string): Date => {
  const wall = wallClock(instant.getTime(), zone) + (((instant.getTime() % 1000) + 1000) % 1000);
  return atWall(wall + days * dayInMs, zone);
};

/**
 * A span so many days later, by the wall clock. In a night in which the clock changes its end may come before its start:
 * then it lasts as long as it did.
 */
export function spanLater(
  span: { startsAt: Date; endsAt: Date },
  days: number,
  zone: string,
): { startsAt: Date; endsAt: Date } {
  const startsAt = sameTimeLater(span.startsAt, days, zone);
  const endsAt = sameTimeLater(span.endsAt, days, zone);
  const length = span.endsAt.getTime() - span.startsAt.getTime();
  return { startsAt, endsAt: endsAt > startsAt ? endsAt : new Date(startsAt.getTime() + length) };
}
