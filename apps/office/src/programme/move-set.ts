import { festivalDay } from '@festivals/domain/calendar';
import type { DraftSlot, DraftStage } from '@festivals/domain/programme/contract';

/** Where a set stands: all that a move changes. */
export type Position = Pick<DraftSlot, 'stageId' | 'startsAt' | 'endsAt'>;

/** Sets are moved in these steps. */
export const stepInMinutes = 5;
const minute = 60_000;

export const positionOf = ({ stageId, startsAt, endsAt }: Position): Position => ({ stageId, startsAt, endsAt });

export const samePosition = (a: Position, b: Position): boolean =>
  a.stageId === b.stageId &&
  Date.parse(a.startsAt) === Date.parse(b.startsAt) &&
  Date.parse(a.endsAt) === Date.parse(b.endsAt);

const later = (instant: string, minutes: number) => new Date(Date.parse(instant) + minutes * minute).toISOString();

/** So many minutes later, or earlier. */
export const shift = (at: Position, minutes: number): Position => ({
  ...at,
  startsAt: later(at.startsAt, minutes),
  endsAt: later(at.endsAt, minutes),
});

/** With another end, at least one step after the start and a day at the most. */
export function stretch(at: Position, minutes: number): Position {
  const starts = Date.parse(at.startsAt);
  const ends = Date.parse(at.endsAt) + minutes * minute;
  const bounded = Math.min(Math.max(ends, starts + stepInMinutes * minute), starts + 24 * 60 * minute);
  return { ...at, endsAt: new Date(bounded).toISOString() };
}

/** On the stage so many columns to the right, as far as there are stages. */
export function toStage(at: Position, stages: readonly Pick<DraftStage, 'id'>[], columns: number): Position {
  const now = stages.findIndex(({ id }) => id === at.stageId);
  const to = Math.min(Math.max(now + columns, 0), stages.length - 1);
  return { ...at, stageId: stages[to]?.id ?? at.stageId };
}

/** What an arrow key does to a set; null for any other key. */
export function moveByKey(
  { key, shiftKey }: { key: string; shiftKey: boolean },
  set: Position,
  stages: readonly Pick<DraftStage, 'id'>[],
): Position | null {
  const at = positionOf(set);
  if (key === 'ArrowLeft' || key === 'ArrowRight')
    return shiftKey ? null : toStage(at, stages, key === 'ArrowLeft' ? -1 : 1);
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const minutes = key === 'ArrowUp' ? -stepInMinutes : stepInMinutes;
  return shiftKey ? stretch(at, minutes) : shift(at, minutes);
}

/** A set where it is being moved to, with the festival day that this makes. */
export const moved = (slot: DraftSlot, to: Position, zone: string, cutOff?: number): DraftSlot => ({
  ...slot,
  ...to,
  day: festivalDay(new Date(to.startsAt), zone, cutOff),
});
