import type { DraftSlot, ProgrammeDraft } from '../contract.ts';
import { artistSlug } from '../rules.ts';
import { fold } from './clean-text.ts';
import type { ImportWrites, Ref } from './plan.ts';
import type { ReadRow } from './read-row.ts';

export type NameRefs = ReturnType<typeof nameRefs>;

/** Finds stages and artists by their names, and makes those that are not there, once each. */
export function nameRefs(programme: ProgrammeDraft) {
  const byName = <T extends { id: string; name: string }>(all: readonly T[]) => {
    const found = new Map<string, T>();
    for (const one of all) if (!found.has(fold(one.name))) found.set(fold(one.name), one);
    return found;
  };
  const [stages, artists] = [byName(programme.stages), byName(programme.artists)];
  const stagesById = new Map(programme.stages.map((stage) => [stage.id, stage.name]));
  const artistsById = new Map(programme.artists.map((artist) => [artist.id, artist.name]));
  const slugs = new Set(programme.artists.map(({ slug }) => slug));
  const made = { stages: [] as ImportWrites['stages'], artists: [] as ImportWrites['artists'] };
  const madeStages = new Map<string, number>();
  const madeArtists = new Map<string, number>();
  return {
    made,
    stageName: (id: string) => stagesById.get(id) ?? '',
    hasArtist: (name: string) => artists.has(fold(name)),
    artistName: (id: string | null) => (id === null ? null : (artistsById.get(id) ?? null)),
    stage: (name: string, before: DraftSlot | null): Ref => {
      const key = fold(name);
      // Of two stages with one name, a set stays on its own.
      if (before && fold(stagesById.get(before.stageId) ?? '') === key) return { id: before.stageId };
      const found = stages.get(key);
      if (found) return { id: found.id };
      const at = madeStages.get(key) ?? made.stages.push({ name }) - 1;
      madeStages.set(key, at);
      return { made: at };
    },
    artist: (
      name: string,
      before: DraftSlot | null,
      { country, genres, bio, announcement = 'BY_SETS' }: ReadRow,
    ): Ref => {
      const key = fold(name);
      if (before?.artistId && fold(artistsById.get(before.artistId) ?? '') === key) return { id: before.artistId };
      const found = artists.get(key);
      if (found) return { id: found.id };
      const known = madeArtists.get(key);
      if (known !== undefined) return { made: known };
      const slug = artistSlug(name, (one) => slugs.has(one));
      slugs.add(slug);
      const at = made.artists.push({ name, slug, country, genres, bio, announcement }) - 1;
      madeArtists.set(key, at);
      return { made: at };
    },
  };
}
