import { festivalDay, wallClockOf } from '@festivals/domain/calendar';
import type { Festival } from '@festivals/domain/festival/contract';
import type { LineUp } from '@festivals/domain/programme/line-up-contract';
import { overlap } from '@festivals/domain/programme/times';

type Slot = LineUp['slots'][number];
type Stage = LineUp['stages'][number];
const [minute, hour] = [60_000, 3_600_000];

/** A set in its place: minutes from the day's first hour, the stage's column, and which part of it where several share it. */
export interface PlacedSet {
  slot: Slot;
  stage: Stage;
  column: number;
  from: number;
  minutes: number;
  lane: number;
  lanes: number;
}

export interface TimetableDay {
  day: string;
  /** The moment at which it begins, in milliseconds: a full hour by the festival's clock. */
  begins: number;
  minutes: number;
  /** Every full hour from the first to the last, in milliseconds. */
  hours: number[];
  stages: Stage[];
  /** By time, then by the order of the stages. */
  sets: PlacedSet[];
}

/** The days on which something is planned. */
export const daysOf = ({ slots }: LineUp): string[] => [...new Set(slots.map(({ day }) => day))].toSorted();

/** The day to open with: today while it is one, else the first that is not over, else the first. */
export function openingDay(days: readonly string[], { zone, cutOff }: Pick<Festival, 'zone' | 'cutOff'>, now: Date) {
  const today = festivalDay(now, zone, cutOff);
  return days.find((day) => day >= today) ?? days[0];
}

/**
 * One festival day, laid out. Hours are counted, not read off a clock, so that a night in which the clock changes is as long as it is.
 * Sets on one stage that overlap (one was cancelled and another came) stand side by side; a takeover lies on the set it takes over.
 */
export function timetableDay(lineUp: LineUp, day: string, zone: string): TimetableDay | null {
  const slots = lineUp.slots.filter((slot) => slot.day === day);
  if (slots.length === 0) return null;
  const first = Math.min(...slots.map(({ startsAt }) => Date.parse(startsAt)));
  const last = Math.max(...slots.map(({ endsAt }) => Date.parse(endsAt)));
  // Not every zone is whole hours away from UTC: Kathmandu is five and three quarters.
  const ahead = wallClockOf(new Date(first), zone) - first;
  const begins = Math.floor((first + ahead) / hour) * hour - ahead;
  const count = Math.ceil((last - begins) / hour);
  const stages = lineUp.stages.filter(({ id }) => slots.some(({ stageId }) => stageId === id));
  const sets = stages.flatMap((stage, column) => {
    const here = slots.filter(({ stageId }) => stageId === stage.id);
    return here.map((slot) => {
      const { lane, lanes } = laneOf(slot, here);
      const from = Math.round((Date.parse(slot.startsAt) - begins) / minute);
      const minutes = Math.round((Date.parse(slot.endsAt) - Date.parse(slot.startsAt)) / minute);
      return { slot, stage, column, from, minutes, lane, lanes };
    });
  });
  return {
    day,
    begins,
    minutes: count * 60,
    hours: Array.from({ length: count + 1 }, (_, at) => begins + at * hour),
    stages,
    sets: sets.toSorted((a, b) => a.from - b.from || a.column - b.column),
  };
}

/** Which of how many parts of its column a set takes: what plays stands first, what was cancelled beside it. */
function laneOf(slot: Slot, here: readonly Slot[]): { lane: number; lanes: number } {
  if (slot.overlaysId !== null) return { lane: 0, lanes: 1 };
  const beside = here.filter((other) => other.overlaysId === null && overlap(slot, other));
  const inOrder = beside.toSorted(
    (a, b) => Number(a.status === 'CANCELLED') - Number(b.status === 'CANCELLED') || (a.id < b.id ? -1 : 1),
  );
  return { lane: inOrder.findIndex(({ id }) => id === slot.id), lanes: inOrder.length };
}
