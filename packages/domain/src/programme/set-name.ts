type Named = { artistId: string | null; withArtistIds: readonly string[]; title: string | null };

/** Everybody who plays a set, the first of them first. */
export const playersOf = ({ artistId, withArtistIds }: Omit<Named, 'title'>): string[] =>
  artistId === null ? [] : [artistId, ...withArtistIds];

/** What a set is called: who plays it, else its title; null while that is yet to be announced. */
export function setName(set: Named, nameOf: (artistId: string) => string | undefined): string | null {
  const names = playersOf(set).flatMap((id) => nameOf(id) ?? []);
  return names.length > 0 ? names.join(' b2b ') : set.title;
}
