import type { Programme } from '@festivals/domain/programme/contract';
import { setName } from '@festivals/domain/programme/set-name';

export interface SetOnStage {
  id: string;
  /** Who plays; null while that is to be announced. */
  name: string | null;
  cancelled: boolean;
  genres: readonly string[];
  startsAt: string;
  endsAt: string;
}
export interface StageOfDay {
  id: string;
  name: string;
  sets: SetOnStage[];
}

/** The festival's days with music, in order; each ends with its night. */
export const daysOf = (programme: Programme): string[] =>
  [...new Set(programme.slots.map((slot) => slot.day))].toSorted();

/** Who plays on which stage on one festival day, each stage from its first set to its last; what is cancelled stands there as such. */
export function setsOfDay(programme: Programme, day: string): StageOfDay[] {
  const artists = new Map(programme.artists.map((artist) => [artist.id, artist]));
  const slots = programme.slots
    .filter((slot) => slot.day === day)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  return programme.stages
    .toSorted((a, b) => a.order - b.order)
    .map((stage) => ({
      id: stage.id,
      name: stage.name,
      sets: slots
        .filter((slot) => slot.stageId === stage.id)
        .map((slot) => ({
          id: slot.id,
          name: setName(slot, (id) => artists.get(id)?.name),
          cancelled: slot.status === 'CANCELLED',
          genres: slot.artistId === null ? [] : (artists.get(slot.artistId)?.genres ?? []),
          startsAt: slot.startsAt,
          endsAt: slot.endsAt,
        })),
    }))
    .filter((stage) => stage.sets.length > 0);
}

/** The day to open: today if music plays, else the next one, else the last. `today` is a calendar day in the festival's zone. */
export const dayToOpen = (days: readonly string[], today: string): string | undefined =>
  days.find((day) => day >= today) ?? days.at(-1);
