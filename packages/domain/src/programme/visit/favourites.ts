/** What somebody means to see. Each artist and each set was chosen or taken back at some moment; the later word counts. */
import { playersOf } from '../set-name.ts';

/** How many are sent at a time: the latest of them. */
export const mostFavourites = 1000;

export type FavouriteKind = 'artist' | 'set';

export interface Favourite {
  kind: FavouriteKind;
  id: string;
  /** False remembers that it was taken back, so that another device does not bring it again. */
  chosen: boolean;
  changedAt: string;
}

export const favouriteKey = ({ kind, id }: Pick<Favourite, 'kind' | 'id'>): string => `${kind}:${id}`;

/** Whether `a` has the later word; of two at the same moment, to have taken back. */
const outlives = (a: Favourite, b: Favourite): boolean => {
  const difference = Date.parse(a.changedAt) - Date.parse(b.changedAt);
  return difference > 0 || (difference === 0 && !a.chosen && b.chosen);
};

/** Several devices' favourites as one: in any order, any number of times, the result is the same. */
export function mergeFavourites(...lists: readonly (readonly Favourite[])[]): Favourite[] {
  const merged = new Map<string, Favourite>();
  for (const one of lists.flat()) {
    const known = merged.get(favouriteKey(one));
    if (!known || outlives(one, known)) merged.set(favouriteKey(one), one);
  }
  return [...merged.values()].toSorted((a, b) => (favouriteKey(a) < favouriteKey(b) ? -1 : 1));
}

/**
 * What a device keeps once its favourites were joined: what it was answered, and what was changed here since it asked.
 * The answer counts for what was sent, since a clock here may be ahead of everybody's.
 */
export function afterJoining(
  here: readonly Favourite[],
  sent: readonly Favourite[],
  answered: readonly Favourite[],
): Favourite[] {
  const told = new Map(sent.map((one) => [favouriteKey(one), one]));
  const known = new Set(answered.map(favouriteKey));
  const own = here.filter((one) => {
    const before = told.get(favouriteKey(one));
    const isAsSent = before?.changedAt === one.changedAt && before.chosen === one.chosen;
    return !isAsSent || !known.has(favouriteKey(one));
  });
  return mergeFavourites(own, answered);
}

export type PlayedSet = { id: string; players: readonly string[] };

/** A set with who plays it, as the rules here want it. */
export const playedSet = (slot: Parameters<typeof playersOf>[0] & { id: string }): PlayedSet => ({
  id: slot.id,
  players: playersOf(slot),
});

/** The keys of what is chosen and not taken back. */
export const chosenKeys = (favourites: readonly Favourite[]) =>
  new Set(favourites.filter(({ chosen }) => chosen).map(favouriteKey));

/** The sets that somebody means to see: those chosen, and all sets of the artists chosen. */
export function chosenSets(favourites: readonly Favourite[], sets: readonly PlayedSet[]): Set<string> {
  const keys = chosenKeys(favourites);
  return new Set(
    sets
      .filter(({ id, players }) => keys.has(`set:${id}`) || players.some((player) => keys.has(`artist:${player}`)))
      .map(({ id }) => id),
  );
}

/** Chooses an artist with all of their sets, or takes them back; a set that was chosen by itself stays. */
export function turnArtist(favourites: readonly Favourite[], artistId: string, at: string): Favourite[] {
  const chosen = !chosenKeys(favourites).has(`artist:${artistId}`);
  return mergeFavourites(favourites, [{ kind: 'artist', id: artistId, chosen, changedAt: at }]);
}

/**
 * Chooses a set, or takes it back. Where it was there because of its artist, the artist is taken back and their other sets stay,
 * each chosen by itself: one tap takes away one set and nothing else.
 */
export function turnSet(
  favourites: readonly Favourite[],
  setId: string,
  sets: readonly PlayedSet[],
  at: string,
): Favourite[] {
  const before = chosenSets(favourites, sets);
  const set = sets.find(({ id }) => id === setId);
  const change = (kind: FavouriteKind, id: string, chosen: boolean): Favourite => ({ kind, id, chosen, changedAt: at });
  if (!before.has(setId)) return mergeFavourites(favourites, [change('set', setId, true)]);
  const keys = chosenKeys(favourites);
  const because = (set?.players ?? []).filter((player) => keys.has(`artist:${player}`));
  const others = sets.filter(
    ({ id, players }) => id !== setId && before.has(id) && players.some((player) => because.includes(player)),
  );
  return mergeFavourites(favourites, [
    change('set', setId, false),
    ...because.map((artist) => change('artist', artist, false)),
    ...others.map(({ id }) => change('set', id, true)),
  ]);
}
