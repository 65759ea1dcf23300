import { festivalDay, instantOnDay } from '@festivals/domain/calendar';
import type { DraftSlot, DraftStage } from '@festivals/domain/programme/contract';
import { toZoned } from '../form/zoned-time.ts';

/** How a festival counts its days. */
export type Calendar = { zone: string; cutOff: number };

/** Where a set stands: all that a move changes. */
export type Position = Pick<DraftSlot, 'stageId' | 'startsAt' | 'endsAt'>;
type Stages = readonly Pick<DraftStage, 'id'>[];

/** The steps in which sets may be moved, in minutes; the first is the one to begin with. */
export const steps = [5, 10, 15] as const;
export type Step = (typeof steps)[number];

const minute = 60_000;
const day = 24 * 60 * minute;
const iso = (instant: number) => new Date(instant).toISOString();

export const positionOf = ({ stageId, startsAt, endsAt }: Position): Position => ({ stageId, startsAt, endsAt });

export const samePosition = (a: Position, b: Position): boolean =>
  a.stageId === b.stageId &&
  Date.parse(a.startsAt) === Date.parse(b.startsAt) &&
  Date.parse(a.endsAt) === Date.parse(b.endsAt);

/** The nearest moment of a grid. */
export const snap = (instant: number, step: Step): number => Math.round(instant / (step * minute)) * step * minute;

/** So many minutes later, or earlier. */
export const shift = (at: Position, minutes: number): Position => ({
  ...at,
  startsAt: iso(Date.parse(at.startsAt) + minutes * minute),
  endsAt: iso(Date.parse(at.endsAt) + minutes * minute),
});

/** With another end, at least one step after the start and a day at the most. */
export function endAt(at: Position, end: number, step: Step): Position {
  const starts = Date.parse(at.startsAt);
  return { ...at, endsAt: iso(Math.min(Math.max(end, starts + step * minute), starts + day)) };
}

/** With another start, at least one step before the end and a day at the most. */
export function startAt(at: Position, start: number, step: Step): Position {
  const ends = Date.parse(at.endsAt);
  return { ...at, startsAt: iso(Math.max(Math.min(start, ends - step * minute), ends - day)) };
}

/** At the same time of another festival day, as the clock shows it. */
export function onDay(at: Position, wanted: string, { zone, cutOff }: Calendar): Position {
  const clock = toZoned(at.startsAt, zone).slice(11, 16);
  const starts = instantOnDay(wanted, clock, zone, cutOff).getTime();
  return { ...at, startsAt: iso(starts), endsAt: iso(starts + Date.parse(at.endsAt) - Date.parse(at.startsAt)) };
}

/** How many columns to the right all of them can go, as far as there are stages. */
export function columnsWithin(all: readonly Position[], stages: Stages, columns: number): number {
  const places = all.map(({ stageId }) => stages.findIndex(({ id }) => id === stageId)).filter((at) => at >= 0);
  if (places.length === 0) return 0;
  return Math.min(Math.max(columns, -Math.min(...places)), stages.length - 1 - Math.max(...places));
}

/** On the stage so many columns to the right. */
export function toStage(at: Position, stages: Stages, columns: number): Position {
  const now = stages.findIndex(({ id }) => id === at.stageId);
  return { ...at, stageId: stages[now + columns]?.id ?? at.stageId };
}

type Key = { key: string; shiftKey: boolean; altKey: boolean; ctrlKey: boolean; metaKey: boolean };
/** What a key does to sets: moves each of them, or nothing. */
export type KeyMove = (at: Position) => Position;

/** What a key does to the sets that are held by it; null for a key that does not move them. */
export function moveByKey(
  { key, shiftKey, altKey, ctrlKey, metaKey }: Key,
  all: readonly Position[],
  { stages, step, days, calendar }: { stages: Stages; step: Step; days: readonly string[]; calendar: Calendar },
): KeyMove | null {
  if (ctrlKey || metaKey) return null;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    if (shiftKey || altKey) return null;
    const columns = columnsWithin(all, stages, key === 'ArrowLeft' ? -1 : 1);
    return (at) => toStage(at, stages, columns);
  }
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const minutes = key === 'ArrowUp' ? -step : step;
    if (shiftKey) return (at) => endAt(at, Date.parse(at.endsAt) + minutes * minute, step);
    if (altKey) return (at) => startAt(at, Date.parse(at.startsAt) + minutes * minute, step);
    return (at) => shift(at, minutes);
  }
  if (!shiftKey || (key !== 'PageUp' && key !== 'PageDown')) return null;
  const dayOf = (at: Position) => festivalDay(new Date(at.startsAt), calendar.zone, calendar.cutOff);
  const by = key === 'PageUp' ? -1 : 1;
  const target = (at: Position) => days[days.indexOf(dayOf(at)) + by];
  return all.every((at) => target(at) !== undefined) ? (at) => onDay(at, target(at) ?? dayOf(at), calendar) : null;
}

/** A set where it is being moved to, with the festival day that this makes. */
export const moved = (slot: DraftSlot, to: Position, { zone, cutOff }: Calendar): DraftSlot => ({
  ...slot,
  ...to,
  day: festivalDay(new Date(to.startsAt), zone, cutOff),
});
