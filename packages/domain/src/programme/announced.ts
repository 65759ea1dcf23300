import type { FestivalStatus } from '../festival/contract.ts';
import type { DraftSlot } from './contract.ts';

/** A confirmed set as everyone is told of it now: not at all while it is secret, without its name while that is to be announced. */
export function announced(slot: DraftSlot, now: Date): DraftSlot | null {
  if (slot.status !== 'CONFIRMED') return null;
  const isRevealed = slot.revealsAt !== null && Date.parse(slot.revealsAt) <= now.getTime();
  if (slot.announcement === 'OPEN' || isRevealed) return slot;
  return slot.announcement === 'SECRET' ? null : { ...slot, artistId: null, withArtistIds: [], title: 'TBA' };
}

/** The set as calendars are told of it: in a festival that is called off, none takes place. */
export const inFestival = (slot: DraftSlot | null, festival: { status: FestivalStatus }): DraftSlot | null =>
  slot !== null && festival.status === 'CANCELLED' ? { ...slot, status: 'CANCELLED' } : slot;
