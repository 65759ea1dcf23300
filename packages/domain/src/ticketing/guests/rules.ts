/** Who fills a guest list, and what may be done with whoever is on it. Pure. */
import { addDays, instantOf } from '../../calendar.ts';
import type { GuestState } from './schemas.ts';

/** Whoever makes lists fills them all; anybody else those that were given to them. */
export const mayFill = (list: { ownerId: string | null }, who: { personId: string; mayEdit: boolean }): boolean =>
  who.mayEdit || list.ownerId === who.personId;

/** Whether somebody's places are held or issued: they cannot be others, or another number, without being taken off first. */
export const hasPlaces = (state: GuestState): boolean => state === 'INVITED' || state === 'CONFIRMED';

/** Until when invitations of a list are answered: its deadline, the end of the festival's last day where it has none. */
export function answeredUntil(deadline: string | null, festival: { endsOn: string; zone: string }): Date {
  const over = instantOf(addDays(festival.endsOn, 1), '00:00', festival.zone);
  const end = deadline === null ? over : new Date(deadline);
  return end > over ? over : end;
}

/** The names on a guest's tickets: as given, the guest's own where nobody was named, none on those that nobody comes with. */
export const namesOnTickets = (guest: string, given: readonly string[], coming: number, places: number): string[] =>
  Array.from({ length: places }, (_, at) => (at < coming ? (given[at] ?? guest) : ''));
