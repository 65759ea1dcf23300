/** Where on the timetable something that is dragged would stand. Pure. */
import type { DraftSlot, DraftStage } from '@festivals/domain/programme/contract';
import type { Held } from './drag-store.ts';
import { columnsWithin, endAt, onDay, positionOf, samePosition, shift, snap, startAt, toStage } from './move-set.ts';
import type { Calendar, Position, Step } from './move-set.ts';

/** Which end of a set is drawn out; null where the set is moved as a whole. */
export type Edge = 'start' | 'end' | null;

/** `grab` is how far the pointer is below what it holds, in milliseconds. */
export type Lifted =
  | { kind: 'sets'; lead: DraftSlot; slots: readonly DraftSlot[]; edge: Edge; grab: number }
  | { kind: 'artist'; artistId: string };

type Landings = Held['landings'];
type At = { moment: number; column: number };

const minute = 60_000;

/** Where everything that is held would stand with the pointer at this moment, above this stage. */
export function landingsOf(
  what: Lifted,
  { moment, column }: At,
  { stages, step }: { stages: readonly Pick<DraftStage, 'id'>[]; step: Step },
): Landings {
  if (what.kind === 'artist') {
    const starts = snap(moment, step);
    const stageId = stages[column]?.id ?? '';
    const [startsAt, endsAt] = [new Date(starts).toISOString(), new Date(starts + 60 * minute).toISOString()];
    return [{ key: what.artistId, to: { stageId, startsAt, endsAt } }];
  }
  const { lead, slots, edge, grab } = what;
  const to = snap(moment - grab, step);
  if (edge === 'end') return [{ key: lead.id, to: endAt(positionOf(lead), to, step) }];
  if (edge === 'start') return [{ key: lead.id, to: startAt(positionOf(lead), to, step) }];
  const minutes = (to - Date.parse(lead.startsAt)) / minute;
  const columns = columnsWithin(slots, stages, column - stages.findIndex(({ id }) => id === lead.stageId));
  return slots.map((slot) => ({ key: slot.id, to: shift(toStage(positionOf(slot), stages, columns), minutes) }));
}

export const sameLandings = (one: Landings, other: Landings): boolean =>
  one.length === other.length &&
  other.every(({ to }, at) => {
    const before = one[at];
    return before !== undefined && samePosition(before.to, to);
  });

/** What a drop moves: to where each set would stand, or to the day above whose tab it is dropped. */
export const movesOf = (
  slots: readonly DraftSlot[],
  { landings, overDay }: Pick<Held, 'landings' | 'overDay'>,
  calendar: Calendar,
): { slot: DraftSlot; to: Position }[] =>
  slots.flatMap((slot, index) => {
    const to = overDay === null ? landings[index]?.to : onDay(positionOf(slot), overDay, calendar);
    return to && !samePosition(slot, to) ? [{ slot, to }] : [];
  });
