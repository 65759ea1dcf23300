import type { Programme } from '@festivals/domain/programme/contract';

type Slot = Programme['slots'][number];

/** A festival day on a grid: whole hours from the first set to the last, each set with its place in minutes. */
export type DayLayout = {
  startsAt: number;
  hours: number[];
  minutes: number;
  sets: (Slot & { from: number; length: number })[];
};

const hour = 3_600_000;

/** Lays out one festival day. A set after midnight stands below, since the day ends with the night. */
export function layOutDay(slots: readonly Slot[], day: string): DayLayout | null {
  const sets = slots.filter((slot) => slot.day === day);
  if (sets.length === 0) return null;
  const first = Math.floor(Math.min(...sets.map((slot) => Date.parse(slot.startsAt))) / hour) * hour;
  const last = Math.ceil(Math.max(...sets.map((slot) => Date.parse(slot.endsAt))) / hour) * hour;
  return {
    startsAt: first,
    hours: Array.from({ length: (last - first) / hour }, (_, at) => first + at * hour),
    minutes: (last - first) / 60_000,
    sets: sets
      .map((slot) => ({
        ...slot,
        from: (Date.parse(slot.startsAt) - first) / 60_000,
        length: (Date.parse(slot.endsAt) - Date.parse(slot.startsAt)) / 60_000,
      }))
      .toSorted((a, b) => a.from - b.from),
  };
}

/** The festival days on which somebody plays, in order. */
export const daysOf = (slots: readonly Slot[]): string[] => [...new Set(slots.map((slot) => slot.day))].toSorted();
