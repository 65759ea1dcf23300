/** What a crew or an artist reads on paper: who plays when, and what the stage needs before, between and after. Pure. */
import type { DraftSlot, ProgrammeDraft } from '../contract.ts';
import { setName } from '../set-name.ts';

const minute = 60_000;

/** A set on a running order. */
export interface RunningSet {
  slot: DraftSlot;
  /** Who plays; null while that is yet to be announced. */
  name: string | null;
  /** What is played, where it is more than its artist. */
  title: string | null;
  stage: string;
  minutes: number;
  /** From when its set-up needs the stage, in milliseconds; null where it needs none. */
  setupFrom: number | null;
  /** When its tear-down has left the stage, in milliseconds; null where it needs none. */
  clearAt: number | null;
  /** The set that it takes over; undefined where it takes over none. */
  takesOver: string | null | undefined;
  /** Until the next set on this stage, and how many of them are missing for what both need; null where none follows. */
  gap: { minutes: number; missing: number } | null;
}

export interface RunningOrder {
  /** A stage on one day, or an artist's day. */
  name: string;
  day: string;
  sets: RunningSet[];
}

type Programme = Omit<ProgrammeDraft, 'artists'> & { artists: readonly { id: string; name: string }[] };

const starts = ({ startsAt }: DraftSlot) => Date.parse(startsAt);
const ends = ({ endsAt }: DraftSlot) => Date.parse(endsAt);

function gapBetween(one: DraftSlot, next: DraftSlot | undefined): RunningSet['gap'] {
  if (next === undefined) return null;
  const minutes = Math.round((starts(next) - ends(one)) / minute);
  return { minutes, missing: Math.max(0, one.teardownMinutes + next.setupMinutes - minutes) };
}

/** Reads names once, and writes sets in the order of their times. */
function reader(programme: Programme) {
  const artists = new Map(programme.artists.map(({ id, name }) => [id, name]));
  const stages = new Map(programme.stages.map(({ id, name }) => [id, name]));
  const slots = new Map(programme.slots.map((slot) => [slot.id, slot]));
  const nameOf = (slot: DraftSlot) => setName(slot, (id) => artists.get(id));
  return (all: readonly DraftSlot[], gapAfter: (slot: DraftSlot) => RunningSet['gap']): RunningSet[] =>
    all
      .toSorted((a, b) => starts(a) - starts(b) || ends(b) - ends(a))
      .map((slot) => {
        const name = nameOf(slot);
        const over = slot.overlaysId === null ? undefined : slots.get(slot.overlaysId);
        return {
          slot,
          name,
          title: slot.title === name ? null : slot.title,
          stage: stages.get(slot.stageId) ?? '',
          minutes: Math.round((ends(slot) - starts(slot)) / minute),
          setupFrom: slot.setupMinutes === 0 ? null : starts(slot) - slot.setupMinutes * minute,
          clearAt: slot.teardownMinutes === 0 ? null : ends(slot) + slot.teardownMinutes * minute,
          takesOver: over && nameOf(over),
          gap: gapAfter(slot),
        };
      });
}

/** Each stage on each of its days, stages in their order: of one stage, of one day, or of all. */
export function stageOrders(
  programme: Programme,
  { stageId, day }: { stageId?: string; day?: string },
): RunningOrder[] {
  const read = reader(programme);
  return programme.stages
    .filter(({ id }) => stageId === undefined || id === stageId)
    .flatMap(({ id, name }) => {
      const own = programme.slots.filter((slot) => slot.stageId === id && (day === undefined || slot.day === day));
      const days = Map.groupBy(own, (slot) => slot.day);
      return [...days.keys()].toSorted().map((one) => {
        const slots = days.get(one) ?? [];
        // What takes over happens within another set, and what is cancelled needs no stage.
        const turns = slots
          .filter(({ status, overlaysId }) => status !== 'CANCELLED' && overlaysId === null)
          .toSorted((a, b) => starts(a) - starts(b));
        const next = new Map(turns.map((slot, index) => [slot.id, turns[index + 1]]));
        return { name, day: one, sets: read(slots, (slot) => gapBetween(slot, next.get(slot.id))) };
      });
    });
}

/** An artist's days, each with the sets that they play, alone or with others. */
export function artistOrders(programme: Programme, artistId: string): RunningOrder[] {
  const read = reader(programme);
  const name = programme.artists.find(({ id }) => id === artistId)?.name ?? '';
  const own = programme.slots.filter((slot) => slot.artistId === artistId || slot.withArtistIds.includes(artistId));
  const days = Map.groupBy(own, (slot) => slot.day);
  return [...days.keys()].toSorted().map((day) => ({ name, day, sets: read(days.get(day) ?? [], () => null) }));
}
