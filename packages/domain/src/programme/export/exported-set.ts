/** A programme as other tools are told it: one set a line, with names instead of ids. */
import type { Language } from '../../primitives.ts';
import type { DraftArtist, ProgrammeDraft } from '../contract.ts';

export interface ExportedSet {
  id: string;
  version: number;
  /** The festival day, which ends with the night. */
  day: string;
  startsAt: string;
  endsAt: string;
  stage: string;
  artist: { id: string; name: string; country: string | null; genres: readonly string[]; bio: string } | null;
  /** Who plays with the artist, back to back. */
  others: readonly { id: string; name: string }[];
  /** What stands in the programme while there is no artist, or instead of one. */
  title: string | null;
  status: ProgrammeDraft['slots'][number]['status'];
}

/** What every format says of the festival itself. */
export interface ExportedFestival {
  id: string;
  name: string;
  slug: string;
  zone: string;
  startsOn: string;
  endsOn: string;
  /** The hour at which its days end. */
  cutOff: number;
  languages: readonly Language[];
  place: { name: string; city: string };
  /** Where its public page is. */
  url: string;
}

/** A programme to be written: the festival, its stages in their order, its sets by time. */
export interface ExportedProgramme {
  festival: ExportedFestival;
  stages: readonly string[];
  sets: readonly ExportedSet[];
}

/** What people read as the name of a set: who plays it, else what is played. */
export const nameOf = ({ title, artist, others }: Pick<ExportedSet, 'title' | 'artist' | 'others'>): string =>
  artist ? [artist, ...others].map(({ name }) => name).join(' b2b ') : (title ?? 'TBA');

/** A programme with everything about its artists. */
export type WholeProgramme = Omit<ProgrammeDraft, 'artists'> & { artists: DraftArtist[] };

/** The sets of a programme with the names of whom they are of, in the order of their times. */
export function exportedSets(programme: WholeProgramme, languages: readonly Language[]): ExportedSet[] {
  const stages = new Map(programme.stages.map((stage) => [stage.id, stage]));
  const artists = new Map(programme.artists.map((artist) => [artist.id, artist]));
  const orderOf = (stageId: string) => stages.get(stageId)?.order ?? 0;
  return programme.slots
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt) || orderOf(a.stageId) - orderOf(b.stageId))
    .map(({ id, version, day, startsAt, endsAt, stageId, artistId, withArtistIds, title, status }) => {
      const artist = artistId === null ? undefined : artists.get(artistId);
      return {
        id,
        version,
        day,
        startsAt,
        endsAt,
        stage: stages.get(stageId)?.name ?? '',
        artist: artist
          ? {
              id: artist.id,
              name: artist.name,
              country: artist.country,
              genres: artist.genres,
              bio: languages.map((language) => artist.bio[language]).find(Boolean) ?? '',
            }
          : null,
        others: withArtistIds.flatMap((other) => {
          const found = artists.get(other);
          return found ? [{ id: found.id, name: found.name }] : [];
        }),
        title,
        status,
      };
    });
}
