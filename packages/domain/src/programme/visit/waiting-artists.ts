import { playersOf } from '../set-name.ts';

type Played = { artistId: string | null; withArtistIds?: readonly string[] };

/** Of the artists that everyone may know of, those of whom no set is public yet: their times will follow. */
export function waitingArtists<A extends { id: string }>(programme: {
  artists: readonly A[];
  slots: readonly Played[];
}): A[] {
  const planned = new Set(
    programme.slots.flatMap(({ artistId, withArtistIds = [] }) => playersOf({ artistId, withArtistIds })),
  );
  return programme.artists.filter(({ id }) => !planned.has(id));
}
