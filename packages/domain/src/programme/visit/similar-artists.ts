import { playersOf } from '../set-name.ts';

type Artist = { id: string; name: string; genres: readonly string[]; billing: number };
type Played = {
  stageId: string;
  day: string;
  status: string;
  artistId: string | null;
  withArtistIds: readonly string[];
  title: string | null;
};

/**
 * Whom somebody may like as well: those who share most genres, of those the ones on the same stage on the same day, then the better known.
 * Nobody without a shared genre.
 */
export function similarArtists<A extends Artist>(
  of: Artist,
  { artists, slots }: { artists: readonly A[]; slots: readonly Played[] },
  most: number,
): A[] {
  const appearances = new Map<string, Set<string>>();
  for (const slot of slots) {
    if (slot.status === 'CANCELLED') continue;
    for (const id of playersOf(slot)) {
      const known = appearances.get(id) ?? new Set();
      appearances.set(id, known.add(`${slot.day} ${slot.stageId}`));
    }
  }
  const mine = new Set(of.genres);
  const here = appearances.get(of.id) ?? new Set();
  return artists
    .filter(({ id }) => id !== of.id)
    .map((artist) => ({
      artist,
      shared: artist.genres.filter((genre) => mine.has(genre)).length,
      near: [...(appearances.get(artist.id) ?? [])].filter((where) => here.has(where)).length,
    }))
    .filter(({ shared }) => shared > 0)
    .toSorted(
      (a, b) =>
        b.shared - a.shared ||
        b.near - a.near ||
        a.artist.billing - b.artist.billing ||
        (a.artist.name < b.artist.name ? -1 : 1),
    )
    .slice(0, most)
    .map(({ artist }) => artist);
}
