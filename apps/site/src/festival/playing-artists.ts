import type { LineUp } from '@festivals/domain/programme/line-up-contract';
import { playersOf } from '@festivals/domain/programme/set-name';
import { waitingArtists } from '@festivals/domain/programme/visit/waiting-artists';

/**
 * Whoever still plays, also those whose times will follow: neither poster nor search engine is told of somebody all of whose sets
 * are cancelled.
 */
export function playingArtists<A extends { id: string }>(programme: {
  artists: readonly A[];
  slots: LineUp['slots'];
}): A[] {
  const waiting = waitingArtists(programme).map(({ id }) => id);
  const ids = new Set([
    ...waiting,
    ...programme.slots.filter(({ status }) => status !== 'CANCELLED').flatMap(playersOf),
  ]);
  return programme.artists.filter(({ id }) => ids.has(id));
}
