import type { Programme } from '@festivals/domain/programme/contract';

export interface SetOnStage {
  id: string;
  artist: string;
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

/** Who plays on which stage on one festival day, each stage from its first set to its last. */
export function setsOfDay(programme: Programme, day: string): StageOfDay[] {
  const artists = new Map(programme.artists.map((artist) => [artist.id, artist]));
  const slots = programme.slots
    .filter((slot) => slot.day === day && slot.status === 'CONFIRMED')
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  return programme.stages
    .toSorted((a, b) => a.order - b.order)
    .map((stage) => ({
      id: stage.id,
      name: stage.name,
      sets: slots
        .filter((slot) => slot.stageId === stage.id)
        .map((slot) => {
          const artist = artists.get(slot.artistId);
          return {
            id: slot.id,
            artist: artist?.name ?? '',
            genres: artist?.genres ?? [],
            startsAt: slot.startsAt,
            endsAt: slot.endsAt,
          };
        }),
    }))
    .filter((stage) => stage.sets.length > 0);
}

/** The day to open: today if music plays, else the next one, else the last. `today` is a calendar day in the festival's zone. */
export const dayToOpen = (days: readonly string[], today: string): string | undefined =>
  days.find((day) => day >= today) ?? days.at(-1);
