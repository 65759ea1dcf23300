import type { FestivalStatus } from '../festival/contract.ts';
import type { Announcement, ArtistAnnouncement, DraftSlot } from './contract.ts';
import { playersOf } from './set-name.ts';

type Told = { announcement: ArtistAnnouncement; revealsAt: string | null };
type Artists = ReadonlyMap<string, Told>;
type ToldSet = Pick<DraftSlot, 'artistId' | 'withArtistIds' | 'announcement' | 'revealsAt'>;

const isRevealed = ({ revealsAt }: { revealsAt: string | null }, now: Date) =>
  revealsAt !== null && Date.parse(revealsAt) <= now.getTime();
const isOpen = (set: { announcement: Announcement; revealsAt: string | null }, now: Date) =>
  set.announcement === 'OPEN' || isRevealed(set, now);

/** Whether an artist is on the line-up by themselves, whatever is told of their sets. */
const isAnnounced = (artist: Told, now: Date): boolean =>
  artist.announcement === 'ANNOUNCED' || isRevealed(artist, now);

/** Whether an artist is named nowhere, not even where a set of theirs is shown. */
const isHeldBack = (artist: Told, now: Date): boolean =>
  artist.announcement === 'HELD_BACK' && !isRevealed(artist, now);

/** A set as it is told while somebody who plays it is held back: that somebody plays, until the last of them is announced. */
export function withHeldBack<S extends ToldSet>(set: S, artists: Artists, now: Date): S {
  if (!isOpen(set, now)) return set;
  const held = playersOf(set)
    .flatMap((id) => artists.get(id) ?? [])
    .filter((artist) => isHeldBack(artist, now))
    .map(({ revealsAt }) => revealsAt);
  if (held.length === 0) return set;
  const last = held.includes(null) ? null : (held.toSorted().at(-1) ?? null);
  return { ...set, announcement: 'TBA', revealsAt: last };
}

/**
 * A confirmed set as everyone is told of it now: not at all while it is secret, without its name while that is to be announced or
 * while one of those who play it is held back.
 */
export function announced(slot: DraftSlot, artists: Artists, now: Date): DraftSlot | null {
  if (slot.status !== 'CONFIRMED') return null;
  const told = withHeldBack(slot, artists, now);
  if (isOpen(told, now)) return told;
  return told.announcement === 'SECRET' ? null : { ...told, artistId: null, withArtistIds: [], title: 'TBA' };
}

/** The set as calendars are told of it: in a festival that is called off, none takes place. */
export const inFestival = (slot: DraftSlot | null, festival: { status: FestivalStatus }): DraftSlot | null =>
  slot !== null && festival.status === 'CANCELLED' ? { ...slot, status: 'CANCELLED' } : slot;

/** Whether everyone knows of an artist, and why, or why not yet. */
export const ArtistStanding = ['ANNOUNCED', 'BY_SETS', 'PLANNED', 'HELD_BACK', 'UNKNOWN'] as const;
export type ArtistStanding = (typeof ArtistStanding)[number];

/**
 * How an artist stands in the public's eyes now: announced, named by a set, to be announced at a moment, held back, or simply unknown.
 * @param sets theirs @param artists everybody who plays these sets
 */
export function standingOf(artist: Told, sets: readonly DraftSlot[], artists: Artists, now: Date): ArtistStanding {
  if (isAnnounced(artist, now)) return 'ANNOUNCED';
  if (isHeldBack(artist, now)) return 'HELD_BACK';
  if (sets.some((set) => (announced(set, artists, now)?.artistId ?? null) !== null)) return 'BY_SETS';
  return artist.revealsAt === null ? 'UNKNOWN' : 'PLANNED';
}
