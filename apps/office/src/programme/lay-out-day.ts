import type { ProgrammeDraft } from '@festivals/domain/programme/contract';

type Slot = ProgrammeDraft['slots'][number];

/** A set with its place in minutes, and beside which others it stands: lane 0 of 1 has the stage to itself. */
export type PlacedSet = Slot & { from: number; length: number; lane: number; lanes: number };

/** A festival day on a grid: whole hours from the first set to the last. */
export type DayLayout = { startsAt: number; hours: number[]; minutes: number; sets: PlacedSet[] };

const hour = 3_600_000;
const minute = 60_000;

/** Lays out one festival day, and at least `span`, where there is one. A set after midnight stands below, since the day ends with the night. */
export function layOutDay(slots: readonly Slot[], day: string, span?: { from: Date; to: Date }): DayLayout | null {
  const sets = slots.filter((slot) => slot.day === day);
  if (sets.length === 0 && !span) return null;
  const starts = [...sets.map((slot) => Date.parse(slot.startsAt)), ...(span ? [span.from.getTime()] : [])];
  const ends = [...sets.map((slot) => Date.parse(slot.endsAt)), ...(span ? [span.to.getTime()] : [])];
  const first = Math.floor(Math.min(...starts) / hour) * hour;
  const last = Math.ceil(Math.max(...ends) / hour) * hour;
  const placed = sets.map((slot) => ({
    ...slot,
    from: (Date.parse(slot.startsAt) - first) / minute,
    length: (Date.parse(slot.endsAt) - Date.parse(slot.startsAt)) / minute,
  }));
  return {
    startsAt: first,
    hours: Array.from({ length: (last - first) / hour }, (_, at) => first + at * hour),
    minutes: (last - first) / minute,
    sets: [...Map.groupBy(placed, ({ stageId }) => stageId).values()]
      .flatMap(sideBySide)
      .toSorted((a, b) => a.from - b.from),
  };
}

/** Gives sets of one stage that overlap a lane each, so that none hides another. */
function sideBySide(sets: (Slot & { from: number; length: number })[]): PlacedSet[] {
  const done: PlacedSet[] = [];
  let heap: PlacedSet[] = [];
  let until = 0;
  for (const set of sets.toSorted((a, b) => a.from - b.from || b.length - a.length)) {
    if (set.from >= until) heap = [];
    const taken = new Set(heap.filter((one) => one.from + one.length > set.from).map(({ lane }) => lane));
    const lane = Array.from({ length: heap.length + 1 }, (_, at) => at).find((at) => !taken.has(at)) ?? 0;
    const one = { ...set, lane, lanes: 1 };
    heap.push(one);
    done.push(one);
    until = Math.max(...heap.map(({ from, length }) => from + length));
    const lanes = Math.max(...heap.map((each) => each.lane)) + 1;
    for (const each of heap) each.lanes = lanes;
  }
  return done;
}

/** The festival days on which somebody plays, in order. */
export const daysOf = (slots: readonly Slot[]): string[] => [...new Set(slots.map((slot) => slot.day))].toSorted();
