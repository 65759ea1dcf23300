import { addDays, dateIn, instantOf } from '@festivals/domain/calendar';
import { zone } from './festivals.ts';
import type { Random } from './seeded-random.ts';

/** Over how many days a season stretches, up to the evening before the base. */
export const seasonDays = 140;

const announcement = 45;
const fullLineUp = 96;

/** How much is bought on a day of the season: a rush at the opening and after news, quiet between, livelier on week-ends. */
function demandOn(day: number, date: string): number {
  const since = (news: number, height: number, lasts: number) =>
    day < news ? 0 : height * Math.exp((news - day) / lasts);
  const weekday = new Date(date).getUTCDay();
  const weekend = weekday === 0 || weekday === 6 ? 1.4 : 1;
  const payday = [25, 26, 27].includes(Number(date.slice(8))) ? 1.5 : 1;
  const lately = Math.max(0, day - seasonDays + 14) / 14;
  return (1 + lately) * weekend * payday + since(0, 46, 1.3) + since(announcement, 16, 2.2) + since(fullLineUp, 9, 3);
}

/** Buyers an hour of the day, from midnight on. */
const byHour = [3, 1, 1, 0, 0, 0, 1, 3, 5, 6, 7, 7, 9, 8, 6, 6, 6, 8, 10, 13, 16, 17, 13, 7];
const openingHour = 10;

/** When the season opens: at ten in the morning of its first day. */
export const seasonOpens = (base: Date): Date => instantOf(addDays(dateIn(base, zone), -seasonDays), '10:00', zone);

/** So many moments of purchase before the base, in their order. */
export function saleMoments(random: Random, base: Date, count: number): Date[] {
  const first = dateIn(seasonOpens(base), zone);
  const days = Array.from({ length: seasonDays }, (_, day) => {
    const date = addDays(first, day);
    return { day, midnight: instantOf(date, '00:00', zone).getTime(), demand: demandOn(day, date) };
  });
  const moment = () => {
    const { day, midnight } = random.weighted(days, ({ demand }) => demand);
    const hours = byHour.map((buyers, hour) => ({ hour, buyers: day > 0 ? buyers : rushAt(hour) }));
    const { hour } = random.weighted(hours, ({ buyers }) => buyers);
    return new Date(midnight + hour * 3_600_000 + random.whole(60_000, 3_599_000));
  };
  return Array.from({ length: count }, moment).toSorted((left, right) => left.getTime() - right.getTime());
}

const rushAt = (hour: number): number => (hour < openingHour ? 0 : 40 * Math.exp((openingHour - hour) / 2) + 4);
